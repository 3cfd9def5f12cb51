using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite;

/// <summary>A connection that reads. In write-ahead mode it neither blocks the writer nor is blocked by it.</summary>
internal sealed class Reader(Database database, EventNames names) : IDisposable
{
    private readonly StreamRead _streams = new(database, names);
    private readonly LogRead _log = new(database, names);
    private readonly Statement _document = database.Prepare("SELECT fingerprint, version, payload, checksum FROM documents WHERE query = ?1 AND key = ?2");

    public void ReadStream(in StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken) => _streams.Read(request, sink, cancellationToken);

    public long ReadLog(in LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) => _log.Read(request, sink, cancellationToken);

    public StoredDocument? ReadDocument(string query, string key)
    {
        try
        {
            if (!_document.Bind(1, query).Bind(2, key).Step())
            {
                return null;
            }

            StoredDocument document = new(_document.Text(0), _document.Long(1), _document.Bytes(2).ToArray());
            bool isIntact = _document.IsNull(3) || _document.Long(3) == StateChecksum.OfDocument(query, key, document.Fingerprint, document.Version, document.Payload.Span);
            return isIntact ? document : document with { IsDamaged = true };
        }
        finally
        {
            _document.Reset();
        }
    }

    public void Dispose()
    {
        _streams.Dispose();
        _log.Dispose();
        _document.Dispose();
        database.Dispose();
    }
}
