using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite;

/// <summary>Writes what an append changes beside the log: the stream's snapshot and the documents of inline queries.</summary>
internal sealed class StateWriter(Database database) : IDisposable
{
    private readonly Statement _putSnapshot = database.Prepare(
        """
        INSERT INTO snapshots (stream, fingerprint, version, payload, checksum) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (stream) DO UPDATE SET fingerprint = excluded.fingerprint, version = excluded.version, payload = excluded.payload, checksum = excluded.checksum
        """);

    private readonly Statement _putDocument = database.Prepare(
        """
        INSERT INTO documents (query, key, fingerprint, version, payload, checksum) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (query, key) DO UPDATE SET fingerprint = excluded.fingerprint, version = excluded.version, payload = excluded.payload, checksum = excluded.checksum
        """);

    private readonly Statement _deleteDocument = database.Prepare("DELETE FROM documents WHERE query = ?1 AND key = ?2");

    public void Write(AppendRequest request, long stream)
    {
        if (request.Snapshot is { } snapshot)
        {
            int sum = StateChecksum.OfSnapshot(request.Stream, snapshot.Fingerprint, snapshot.Version, snapshot.Payload.Span);
            _putSnapshot.Bind(1, stream).Bind(2, snapshot.Fingerprint).Bind(3, snapshot.Version).Bind(4, snapshot.Payload.Span).Bind(5, sum).Run();
        }

        foreach (ref readonly DocumentData document in request.Documents.Span)
        {
            if (document.Payload is { } payload)
            {
                int sum = StateChecksum.OfDocument(document.Query, document.Key, document.Fingerprint, document.Version, payload.Span);
                _putDocument.Bind(1, document.Query).Bind(2, document.Key).Bind(3, document.Fingerprint).Bind(4, document.Version).Bind(5, payload.Span).Bind(6, sum).Run();
            }
            else
            {
                _deleteDocument.Bind(1, document.Query).Bind(2, document.Key).Run();
            }
        }
    }

    public void Dispose()
    {
        _putSnapshot.Dispose();
        _putDocument.Dispose();
        _deleteDocument.Dispose();
    }
}
