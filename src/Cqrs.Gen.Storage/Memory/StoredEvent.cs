using System.Text;

namespace Cqrs.Gen.Storage;

/// <summary>One event of the memory store, with copies of all bytes.</summary>
internal sealed class StoredEvent(StoredStream stream, long sequence, in EventData data, DateTimeOffset timestamp, byte[] metadata, byte[] command)
{
    private readonly byte[] _name = Encoding.UTF8.GetBytes(data.Name);
    private readonly byte[] _payload = data.Payload.ToArray();
    private readonly Guid _eventId = data.EventId;
    private readonly int _version = data.Version;
    private readonly DateTimeOffset _timestamp = timestamp.ToUniversalTime();

    public long Position { get; set; }

    public long Sequence => sequence;

    public EventSource Source { get; } = new(stream.Id.Aggregate, data.Name);

    public RecordedEvent InStream() => Record([], [], []);

    public RecordedEvent InLog() => Record(stream.Aggregate, stream.AggregateId, command);

    private RecordedEvent Record(ReadOnlySpan<byte> aggregate, ReadOnlySpan<byte> aggregateId, ReadOnlySpan<byte> commandId) => new()
    {
        Position = Position,
        Aggregate = aggregate,
        AggregateId = aggregateId,
        Sequence = sequence,
        EventId = _eventId,
        CommandId = commandId,
        Name = _name,
        Version = _version,
        Timestamp = _timestamp,
        Payload = _payload,
        Metadata = metadata,
    };
}
