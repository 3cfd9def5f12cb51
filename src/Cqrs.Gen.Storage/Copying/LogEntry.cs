using System.Text;

namespace Cqrs.Gen.Storage;

/// <summary>An event of a log with all that a store keeps of it.</summary>
internal sealed class LogEntry(in RecordedEvent e)
{
    public long Position { get; } = e.Position;

    public StreamId Stream { get; } = new(Encoding.UTF8.GetString(e.Aggregate), Encoding.UTF8.GetString(e.AggregateId));

    public long Sequence { get; } = e.Sequence;

    /// <summary>The command's id, if this is its last event; empty for those before it.</summary>
    public string CommandId { get; } = Encoding.UTF8.GetString(e.CommandId);

    public DateTimeOffset Timestamp { get; } = e.Timestamp;

    public EventData Data { get; } = new(e.EventId, Encoding.UTF8.GetString(e.Name), e.Version, e.Payload.ToArray());

    public ReadOnlyMemory<byte> Metadata { get; } = e.Metadata.ToArray();

    /// <summary>The first part in which another event differs, or null if it is the same.</summary>
    public string? DifferenceFrom(LogEntry other) =>
        Position != other.Position ? "position"
        : Stream != other.Stream ? "stream"
        : Sequence != other.Sequence ? "sequence"
        : Data.EventId != other.Data.EventId ? "event id"
        : CommandId != other.CommandId ? "command id"
        : Timestamp != other.Timestamp ? "timestamp"
        : Data.Name != other.Data.Name ? "event name"
        : Data.Version != other.Data.Version ? "event version"
        : !Metadata.Span.SequenceEqual(other.Metadata.Span) ? "metadata"
        : !Data.Payload.Span.SequenceEqual(other.Data.Payload.Span) ? "payload"
        : null;
}
