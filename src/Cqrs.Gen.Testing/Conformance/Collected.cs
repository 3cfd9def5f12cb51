using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>An event as it was read, with copies of what was only lent.</summary>
internal sealed record CollectedEvent(
    long Position,
    string Aggregate,
    string AggregateId,
    long Sequence,
    Guid EventId,
    string CommandId,
    string Name,
    int Version,
    DateTimeOffset Timestamp,
    byte[] Payload,
    byte[] Metadata);

/// <summary>Keeps all that a store hands over, and the order in which it came.</summary>
internal sealed class Collected : IStreamSink
{
    public List<CollectedEvent> Events { get; } = [];

    public AppendOutcome? Repeat { get; private set; }

    public (long Version, byte[] Payload)? Snapshot { get; private set; }

    public IReadOnlyList<long> Positions => [.. Events.Select(e => e.Position)];

    public IReadOnlyList<long> Sequences => [.. Events.Select(e => e.Sequence)];

    public void OnEvent(in RecordedEvent e) => Events.Add(new(
        e.Position,
        Encoding.UTF8.GetString(e.Aggregate),
        Encoding.UTF8.GetString(e.AggregateId),
        e.Sequence,
        e.EventId,
        Encoding.UTF8.GetString(e.CommandId),
        Encoding.UTF8.GetString(e.Name),
        e.Version,
        e.Timestamp,
        e.Payload.ToArray(),
        e.Metadata.ToArray()));

    public void OnRepeat(in AppendOutcome outcome)
    {
        Verify.Equal((false, 0), (Snapshot.HasValue, Events.Count), "What was read before the command's outcome (snapshot, events)");
        Repeat = outcome;
    }

    public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
    {
        Verify.Equal(0, Events.Count, "How many events were read before the snapshot");
        Snapshot = (version, payload.ToArray());
    }
}
