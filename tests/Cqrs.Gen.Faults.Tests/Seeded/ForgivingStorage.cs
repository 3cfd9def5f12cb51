using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>A bug on purpose: it does nothing on a conflict, and calls that a success.</summary>
internal sealed class ForgivingStorage(IEventStorage storage) : IEventStorage
{
    public ValueTask OpenAsync(CancellationToken cancellationToken) => storage.OpenAsync(cancellationToken);

    public async ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        await storage.AppendAsync(batch, outcomes, cancellationToken);
        for (int i = 0; i < batch.Length; i++)
        {
            if (outcomes.Span[i].Result == AppendResult.Conflict)
            {
                outcomes.Span[i] = new(AppendResult.Appended, outcomes.Span[i].Version, 1, 1);
            }
        }
    }

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken) => storage.ReadStreamAsync(request, sink, cancellationToken);

    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) => storage.ReadLogAsync(request, sink, cancellationToken);

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken) => storage.ReadDocumentAsync(query, key, cancellationToken);

    public ValueTask DisposeAsync() => storage.DisposeAsync();
}
