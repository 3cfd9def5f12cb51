namespace Cqrs.Gen.Storage;

/// <summary>
/// The event store that applications use: any <see cref="IEventStorage"/> with group commit above it. An append that finds no commit in flight is
/// committed at once by its caller; those that arrive meanwhile go out together in the next transaction. Safe for concurrent use.
/// </summary>
public sealed class EventStore : IAsyncDisposable
{
    private readonly IEventStorage _storage;
    private readonly GroupCommit _commits;

    /// <summary>Creates the event store; it owns the storage and disposes it.</summary>
    /// <param name="storage">Where events are kept.</param>
    public EventStore(IEventStorage storage)
    {
        ArgumentNullException.ThrowIfNull(storage);
        _storage = storage;
        _commits = new(storage);
    }

    /// <summary>Opens the storage, creating or upgrading its schema. Called once, before anything else, unless the storage is open already.</summary>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <exception cref="StoreException">The store cannot be used; nothing was changed.</exception>
    public ValueTask OpenAsync(CancellationToken cancellationToken = default) =>
        _commits.IsClosed ? ValueTask.FromException(Closed()) : _storage.OpenAsync(cancellationToken);

    /// <summary>Appends the events of one command, and everything that must be true with them, atomically. When it returns, what it reports as appended is durable.</summary>
    /// <param name="request">What to append.</param>
    /// <param name="cancellationToken">Honoured while the append waits for its turn. Once it was taken into a transaction, its true outcome is reported.</param>
    /// <returns>Whether it was recorded, was recorded before, or met another version of the stream.</returns>
    /// <exception cref="ArgumentException">The request is malformed; nothing was recorded.</exception>
    /// <exception cref="StoreException">Nothing was recorded.</exception>
    /// <exception cref="OutcomeUnknownException">The store broke while committing and could not be asked since: append again with the same command id.</exception>
    /// <exception cref="OperationCanceledException">Nothing was recorded.</exception>
    public ValueTask<AppendOutcome> AppendAsync(AppendRequest request, CancellationToken cancellationToken = default) =>
        Place(request, cancellationToken).CommitAsync();

    /// <summary>
    /// Gives an append its place in the order of all appends, without waiting for anything. So whoever decided it can let the next decide upon it, whose append then
    /// comes after this one, before committing it.
    /// </summary>
    /// <param name="request">What to append.</param>
    /// <param name="cancellationToken">Honoured while the append waits for its turn.</param>
    /// <returns>The append, to be committed.</returns>
    /// <exception cref="ArgumentException">The request is malformed; it has no place.</exception>
    public PlacedAppend Place(AppendRequest request, CancellationToken cancellationToken = default)
    {
        long size = RequestCheck.Measure(request);
        if (cancellationToken.IsCancellationRequested)
        {
            request.Link.Break();
            return new(ValueTask.FromCanceled<AppendOutcome>(cancellationToken));
        }

        return _commits.Place(request, size, cancellationToken);
    }

    /// <summary>Reads what is needed to decide on one stream, in one round trip and as of one moment, into a sink.</summary>
    /// <param name="request">The stream and what is wanted of it.</param>
    /// <param name="sink">Receives the earlier outcome of the command, then the snapshot, then the events in order.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ArgumentException">The request is malformed.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken = default)
    {
        RequestCheck.Stream(request.Stream, nameof(request));
        ArgumentOutOfRangeException.ThrowIfNegative(request.AfterSequence, nameof(request));
        ArgumentNullException.ThrowIfNull(sink);
        return _commits.IsClosed ? ValueTask.FromException(Closed()) : _storage.ReadStreamAsync(request, sink, cancellationToken);
    }

    /// <summary>Reads the log forwards.</summary>
    /// <param name="request">Where to start, how many events at the most, and which.</param>
    /// <param name="sink">Receives the events in the order of their positions.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The position up to which the log was examined: where the next read continues. It is the log's last position when everything was read.</returns>
    /// <exception cref="ArgumentException">The request is malformed.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(request.AfterPosition, nameof(request));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(request.MaxCount, nameof(request));
        ArgumentNullException.ThrowIfNull(sink);
        return _commits.IsClosed ? ValueTask.FromException<long>(Closed()) : _storage.ReadLogAsync(request, sink, cancellationToken);
    }

    /// <summary>Reads one document of a query.</summary>
    /// <param name="query">The query's persisted name.</param>
    /// <param name="key">The document's key.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The document, or null if there is none.</returns>
    /// <exception cref="ArgumentException">A name is malformed.</exception>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken = default)
    {
        RequestCheck.Text(query, "The query's name", nameof(query));
        RequestCheck.Text(key, "The document's key", nameof(key));
        return _commits.IsClosed ? ValueTask.FromException<StoredDocument?>(Closed()) : _storage.ReadDocumentAsync(query, key, cancellationToken);
    }

    /// <summary>Takes no more appends, completes those that were accepted, and closes the storage.</summary>
    public async ValueTask DisposeAsync()
    {
        await _commits.CloseAsync().ConfigureAwait(false);
        await _storage.DisposeAsync().ConfigureAwait(false);
    }

    internal static StoreException Closed() =>
        new(StoreFault.Closed, "The event store was closed. Use it only while the application that opened it is running.");
}
