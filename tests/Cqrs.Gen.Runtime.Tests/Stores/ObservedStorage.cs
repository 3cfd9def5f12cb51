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

    /// <summary>Whether a replay gets no more than it must, as from a store that saves what it can.</summary>
    public bool LeavesPositionsOut { get; set; }

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
        return inner.ReadStreamAsync(request, LeavesPositionsOut && request.PayloadsOnly ? new BareSink(sink) : sink, cancellationToken);
    }

    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) =>
        inner.ReadLogAsync(request, sink, cancellationToken);

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _documentReads);
        return inner.ReadDocumentAsync(query, key, cancellationToken);
    }

    public ValueTask DisposeAsync() => closes ? inner.DisposeAsync() : ValueTask.CompletedTask;

    private sealed class BareSink(IStreamSink sink) : IStreamSink
    {
        public void OnEvent(in RecordedEvent e) => sink.OnEvent(new()
        {
            Position = 0,
            Sequence = e.Sequence,
            EventId = default,
            Name = e.Name,
            Version = e.Version,
            Timestamp = default,
            Payload = e.Payload,
            Metadata = default,
        });

        public void OnRepeat(in AppendOutcome outcome) => sink.OnRepeat(outcome);

        public void OnSnapshot(long version, ReadOnlySpan<byte> payload) => sink.OnSnapshot(version, payload);

        public void OnDamagedSnapshot(long version) => sink.OnDamagedSnapshot(version);
    }
}
