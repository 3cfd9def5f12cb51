using Cqrs.Gen.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Reads one document.</summary>
internal sealed class DocumentRead : IDisposable
{
    private readonly NpgsqlParameter<string> _name;
    private readonly NpgsqlParameter<string> _key;

    public DocumentRead(ReaderConnection connection)
    {
        Query = new(connection, """
            SELECT d.fingerprint, d.version, d.payload, d.checksum FROM {schema}.names q JOIN {schema}.documents d ON d.query = q.number
            WHERE q.owner = 0 AND q.name = $1 AND d.key = $2
            """);
        _name = Query.Add<string>(NpgsqlDbType.Text);
        _key = Query.Add<string>(NpgsqlDbType.Text);
    }

    public Query Query { get; }

    public async ValueTask<StoredDocument?> ReadAsync(string query, string key, CancellationToken cancellationToken)
    {
        _name.TypedValue = query;
        _key.TypedValue = key;
        bool isComplete = false;
        try
        {
            await Query.ExecuteAsync(cancellationToken).ConfigureAwait(false);
            StoredDocument? document = await Query.NextAsync(cancellationToken).ConfigureAwait(false) ? Read(query, key) : null;
            isComplete = true;
            return document;
        }
        finally
        {
            await Query.EndAsync(isComplete, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose() => Query.Dispose();

    private StoredDocument Read(string query, string key)
    {
        StoredDocument document = new(Query.Row.GetString(0), Query.Row.GetInt64(1), Query.Row.GetFieldValue<byte[]>(2));
        return Query.Row.IsDBNull(3) || Query.Row.GetInt32(3) == StateChecksum.OfDocument(query, key, document.Fingerprint, document.Version, document.Payload.Span)
            ? document
            : document with { IsDamaged = true };
    }
}
