using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Runtime.Tests;

/// <summary>A real store, seen by one application: counts what is asked of it, and lets a test do something at the critical moment.</summary>
internal sealed class ObservedStorage(IEventStorage inner, bool closes) : IEventStorage
{
    private int _streamReads;
    private int _documentReads;
    private int _appends;

    public int StreamReads => _streamReads;

    public int DocumentReads => _documentReads;

    public int Appends => _appends;

    /// <summary>Runs before each append reaches the store.</summary>
    public Func<Task>? BeforeAppend { get; set; }

    /// <summary>Runs after each append was recorded, before its caller hears of it.</summary>
    public Func<Task>? AfterAppend { get; set; }

    /// <summary>Runs before each reading of a stream.</summary>
    public Action<StreamReadRequest>? BeforeRead { get; set; }

    public List<StreamReadRequest> Requests { get; } = [];

    public List<int> BatchSizes { get; } = [];

    public ValueTask OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public async ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        Interlocked.Add(ref _appends, batch.Length);
        BatchSizes.Add(batch.Length);
        await (BeforeAppend?.Invoke() ?? Task.CompletedTask);
        await inner.AppendAsync(batch, outcomes, cancellationToken);
        await (AfterAppend?.Invoke() ?? Task.CompletedTask);
    }

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _streamReads);
        lock (Requests)
        {
            Requests.Add(request);
        }

        BeforeRead?.Invoke(request);
        return inner.ReadStreamAsync(request, sink, cancellationToken);
    }

    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) =>
        inner.ReadLogAsync(request, sink, cancellationToken);

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _documentReads);
        return inner.ReadDocumentAsync(query, key, cancellationToken);
    }

    public ValueTask DisposeAsync() => closes ? inner.DisposeAsync() : ValueTask.CompletedTask;
}
