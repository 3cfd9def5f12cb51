using Cqrs.Gen.Sqlite;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>The SQLite store with other settings of the connection that writes: checkpoints that come often, and the bug on purpose of syncing too seldom.</summary>
internal sealed class TunedStorage(string path, string settings) : IEventStorage
{
    private readonly SqliteStorageOptions _options = new(path);
    private readonly SqliteEventStorage _storage = new(new SqliteStorageOptions(path));
    private Writer? _writer;

    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await _storage.OpenAsync(cancellationToken);
        Database database = new DatabaseOpener(_options).OpenWriter();
        database.Execute(settings);
        _writer = new(_options, database);
    }

    public ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        _writer!.Append(batch.Span, outcomes.Span, cancellationToken);
        return ValueTask.CompletedTask;
    }

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken) => _storage.ReadStreamAsync(request, sink, cancellationToken);

    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) => _storage.ReadLogAsync(request, sink, cancellationToken);

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken) => _storage.ReadDocumentAsync(query, key, cancellationToken);

    public ValueTask DisposeAsync()
    {
        _writer?.Dispose();
        return _storage.DisposeAsync();
    }
}
