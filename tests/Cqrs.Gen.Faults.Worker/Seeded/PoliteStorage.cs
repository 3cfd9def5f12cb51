using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>A bug on purpose: it lets others go first. Whoever checks that no process starves must notice.</summary>
internal sealed class PoliteStorage(IEventStorage storage) : IEventStorage
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public ValueTask OpenAsync(CancellationToken cancellationToken) => storage.OpenAsync(cancellationToken);

    public async ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        await Task.Delay(Pause, cancellationToken);
        await storage.AppendAsync(batch, outcomes, cancellationToken);
    }

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken) => storage.ReadStreamAsync(request, sink, cancellationToken);

    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) => storage.ReadLogAsync(request, sink, cancellationToken);

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken) => storage.ReadDocumentAsync(query, key, cancellationToken);

    public ValueTask DisposeAsync() => storage.DisposeAsync();
}
