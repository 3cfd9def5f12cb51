namespace Cqrs.Gen.Storage;

/// <summary>A stored document of a query.</summary>
/// <param name="Fingerprint">The fingerprint of the query's logic that made it.</param>
/// <param name="Version">The sequence of the stream's last event that it has seen.</param>
/// <param name="Payload">The document in UTF-8 JSON.</param>
public sealed record StoredDocument(string Fingerprint, long Version, ReadOnlyMemory<byte> Payload)
{
    /// <summary>True if it is not what was written, by its checksum: it is to be made again from the events.</summary>
    public bool IsDamaged { get; init; }
}
