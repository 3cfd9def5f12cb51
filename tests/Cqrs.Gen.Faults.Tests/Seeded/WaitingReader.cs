using Cqrs.Gen.PostgreSql.Server;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>A bug on purpose: it hands on only what no older transaction of the server could come before. Whoever checks that readers see at once what was acknowledged must notice.</summary>
internal sealed class WaitingReader(IEventStorage storage, PostgreSqlServer server, string schema) : IEventStorage
{
    public ValueTask OpenAsync(CancellationToken cancellationToken) => storage.OpenAsync(cancellationToken);

    public ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken) => storage.AppendAsync(batch, outcomes, cancellationToken);

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken) => storage.ReadStreamAsync(request, sink, cancellationToken);

    public async ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken)
    {
        long settled = (long)(await server.ExecuteAsync(
            $"SELECT coalesce(max(position), 0) FROM {schema}.events WHERE xmin::text::int8 < pg_snapshot_xmin(pg_current_snapshot())::text::int8"))! - request.AfterPosition;
        return settled <= 0 ? request.AfterPosition : await storage.ReadLogAsync(request with { MaxCount = (int)Math.Min(settled, request.MaxCount) }, sink, cancellationToken);
    }

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken) => storage.ReadDocumentAsync(query, key, cancellationToken);

    public ValueTask DisposeAsync() => storage.DisposeAsync();
}
