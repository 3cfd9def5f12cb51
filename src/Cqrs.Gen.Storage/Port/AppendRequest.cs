namespace Cqrs.Gen.Storage;

/// <summary>One atomic append: the events of a command and everything that must be true with them.</summary>
/// <remarks>It and the memory it refers to must stay unchanged until the append has ended; after that both may be used again for another.</remarks>
public sealed class AppendRequest
{
    /// <summary>The value of <see cref="ExpectedVersion"/> that accepts every version.</summary>
    public const long AnyVersion = -1;

    /// <summary>The stream to append to.</summary>
    public required StreamId Stream { get; set; }

    /// <summary>The sequence that the stream's last event must have; 0 for a stream that must not exist, <see cref="AnyVersion"/> for any.</summary>
    public required long ExpectedVersion { get; set; }

    /// <summary>
    /// The command's id, unique within the stream: if it was recorded already, the append is a repeat whatever the version, and changes nothing.
    /// 1 to 512 characters.
    /// </summary>
    public required string CommandId { get; set; }

    /// <summary>Its place among appends that were decided one upon the other; the default if it stands alone.</summary>
    public ChainLink Link { get; set; }

    /// <summary>When the command was executed, in UTC.</summary>
    public required DateTimeOffset Timestamp { get; set; }

    /// <summary>The metadata of all the events as one JSON object; empty for none.</summary>
    public ReadOnlyMemory<byte> Metadata { get; set; }

    /// <summary>The events in order, at least one.</summary>
    public required ReadOnlyMemory<EventData> Events { get; set; }

    /// <summary>The documents of inline queries that change with the events.</summary>
    public ReadOnlyMemory<DocumentData> Documents { get; set; }

    /// <summary>The snapshot of the state after the events, or null for none. It replaces the stream's earlier one.</summary>
    public SnapshotData? Snapshot { get; set; }
}

/// <summary>An event to append.</summary>
/// <param name="EventId">Its unique id.</param>
/// <param name="Name">Its persisted name.</param>
/// <param name="Version">The version of its shape, from 1 upwards.</param>
/// <param name="Payload">Its payload in UTF-8 JSON; kept byte for byte.</param>
public readonly record struct EventData(Guid EventId, string Name, int Version, ReadOnlyMemory<byte> Payload);

/// <summary>A document to write or delete.</summary>
/// <param name="Query">The query's persisted name.</param>
/// <param name="Key">The document's key.</param>
/// <param name="Fingerprint">The fingerprint of the query's logic.</param>
/// <param name="Version">The sequence of the stream's last event that the document has seen.</param>
/// <param name="Payload">The document in UTF-8 JSON, or null to delete it.</param>
public readonly record struct DocumentData(string Query, string Key, string Fingerprint, long Version, ReadOnlyMemory<byte>? Payload);

/// <summary>A snapshot to write.</summary>
/// <param name="Fingerprint">The fingerprint of the aggregate's logic.</param>
/// <param name="Version">The sequence of the last event in it.</param>
/// <param name="Payload">The state in UTF-8 JSON.</param>
public sealed record SnapshotData(string Fingerprint, long Version, ReadOnlyMemory<byte> Payload);
