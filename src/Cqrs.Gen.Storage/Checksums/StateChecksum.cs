namespace Cqrs.Gen.Storage;

/// <summary>
/// Shows whether a stored snapshot or document still is what was written: a CRC-32C, which is stored with it. One that is not is made again from the events, like one of other logic.
/// </summary>
public static class StateChecksum
{
    /// <summary>The checksum of a snapshot.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="fingerprint">The fingerprint of the aggregate's logic.</param>
    /// <param name="version">The sequence of the last event in it.</param>
    /// <param name="payload">The state.</param>
    public static int OfSnapshot(in StreamId stream, string fingerprint, long version, ReadOnlySpan<byte> payload) => Of(stream.Aggregate, stream.Id, fingerprint, version, payload);

    /// <summary>The checksum of a document.</summary>
    /// <param name="query">The query's persisted name.</param>
    /// <param name="key">The document's key.</param>
    /// <param name="fingerprint">The fingerprint of the query's logic.</param>
    /// <param name="version">The sequence of the stream's last event that it has seen.</param>
    /// <param name="payload">The document.</param>
    public static int OfDocument(string query, string key, string fingerprint, long version, ReadOnlySpan<byte> payload) => Of(query, key, fingerprint, version, payload);

    // The version parts the texts from the payload, which parts of it could otherwise be taken for.
    private static int Of(string owner, string id, string fingerprint, long version, ReadOnlySpan<byte> payload)
    {
        uint crc = Crc32C.Add(Crc32C.Add(Crc32C.Start, owner), 0);
        crc = Crc32C.Add(Crc32C.Add(crc, id), 0);
        crc = Crc32C.Add(Crc32C.Add(crc, fingerprint), version);
        return (int)~Crc32C.Add(crc, payload);
    }
}
