using System.Text;

namespace Cqrs.Gen.Storage;

/// <summary>One stream of the memory store.</summary>
internal sealed class StoredStream(StreamId id)
{
    public StreamId Id => id;

    public byte[] Aggregate { get; } = Encoding.UTF8.GetBytes(id.Aggregate);

    public byte[] AggregateId { get; } = Encoding.UTF8.GetBytes(id.Id);

    public EventList Events { get; } = new();

    public Dictionary<string, AppendOutcome> Commands { get; } = new(StringComparer.Ordinal);

    public SnapshotData? Snapshot { get; set; }
}
