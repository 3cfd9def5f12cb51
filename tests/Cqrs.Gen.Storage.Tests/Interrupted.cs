namespace Cqrs.Gen.Storage.Tests;

/// <summary>A real store whose appends and reads can be held up or broken off, before or after they took effect.</summary>
public sealed class Interrupted(IEventStorage inner) : IEventStorage
{
    public List<int> BatchSizes { get; } = [];

    public Func<ReadOnlyMemory<AppendRequest>, Task> BeforeAppend { get; set; } = static _ => Task.CompletedTask;

    public Func<ReadOnlyMemory<AppendRequest>, Task> AfterAppend { get; set; } = static _ => Task.CompletedTask;

    public Action<StreamReadRequest> BeforeRead { get; set; } = static _ => { };

    /// <summary>Thrown before there is a task to await.</summary>
    public Exception? ThrowAtOnce { get; set; }

    public bool IsDisposed { get; private set; }

    public ValueTask OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken) =>
        ThrowAtOnce is { } exception ? throw exception : AppendInterruptedAsync(batch, outcomes, cancellationToken);

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken)
    {
        BeforeRead(request);
        return inner.ReadStreamAsync(request, sink, cancellationToken);
    }

    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) =>
        inner.ReadLogAsync(request, sink, cancellationToken);

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken) =>
        inner.ReadDocumentAsync(query, key, cancellationToken);

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return inner.DisposeAsync();
    }

    private async ValueTask AppendInterruptedAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        BatchSizes.Add(batch.Length);
        await BeforeAppend(batch);
        await inner.AppendAsync(batch, outcomes, cancellationToken);
        await AfterAppend(batch);
    }
}
