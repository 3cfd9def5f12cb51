namespace Cqrs.Gen.Storage;

/// <summary>A stored event while it is being read: its spans point into the store's own buffer and are valid during one call only.</summary>
public readonly ref struct RecordedEvent
{
    /// <summary>Its place in the log, from 1 upwards, without gaps. May be 0 when only payloads are read.</summary>
    public required long Position { get; init; }

    /// <summary>The persisted name of its aggregate, in UTF-8. Empty when one stream is read: the reader named it.</summary>
    public ReadOnlySpan<byte> Aggregate { get; init; }

    /// <summary>The id of its aggregate, in UTF-8. Empty when one stream is read: the reader named it.</summary>
    public ReadOnlySpan<byte> AggregateId { get; init; }

    /// <summary>Its place in its stream, from 1 upwards, without gaps.</summary>
    public required long Sequence { get; init; }

    /// <summary>Its unique id. Empty when only payloads are read.</summary>
    public required Guid EventId { get; init; }

    /// <summary>The id of its command, in UTF-8, if it is the last event of the command; empty for those before it, and when one stream is read.</summary>
    public ReadOnlySpan<byte> CommandId { get; init; }

    /// <summary>Its persisted name, in UTF-8.</summary>
    public required ReadOnlySpan<byte> Name { get; init; }

    /// <summary>The version of its shape.</summary>
    public required int Version { get; init; }

    /// <summary>When its command was executed, in UTC. The default when only payloads are read.</summary>
    public required DateTimeOffset Timestamp { get; init; }

    /// <summary>Its payload, byte for byte as it was appended.</summary>
    public required ReadOnlySpan<byte> Payload { get; init; }

    /// <summary>Its metadata as one JSON object; empty for none, and when only payloads are read.</summary>
    public required ReadOnlySpan<byte> Metadata { get; init; }
}
