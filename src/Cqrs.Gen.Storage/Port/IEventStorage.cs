namespace Cqrs.Gen.Storage;

/// <summary>
/// The port that a store implements: one append, two ways to read events, and the documents of queries. It sees names and bytes, never an
/// aggregate. The log is totally ordered: positions start at 1, have no gaps, and are given in commit order, so whoever has seen a
/// position has seen everything before it.
/// </summary>
/// <remarks>
/// Implementations are safe for concurrent readers. <see cref="AppendAsync"/> is called by one caller at a time in a process (the
/// <see cref="EventStore"/> above it sees to that); other processes may append at the same time.
/// </remarks>
public interface IEventStorage : IAsyncDisposable
{
    /// <summary>Opens the store, creating or upgrading its schema. Called once, before anything else.</summary>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <exception cref="StoreException">The store cannot be used; nothing was changed.</exception>
    ValueTask OpenAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Appends a batch in one transaction with one flush. Each append in it succeeds, conflicts or is recognised as a repeat on its own,
    /// in the order given; a later one sees what an earlier one did. When this returns, what is reported as appended is durable.
    /// </summary>
    /// <remarks>
    /// An append whose <see cref="AppendRequest.Link"/> is cut off, before the call or by one that is not recorded in the same batch, is a conflict (or a repeat), even
    /// if the stream is at the version that it expects.
    /// </remarks>
    /// <param name="batch">The appends, at least one.</param>
    /// <param name="outcomes">Receives the outcome of each, at the same index.</param>
    /// <param name="cancellationToken">Honoured only before the transaction begins to commit.</param>
    /// <exception cref="StoreException">
    /// Nothing of the batch was recorded. With <see cref="StoreFault.Refused"/> the reason may lie in one append of it, so the caller tries each alone.
    /// </exception>
    /// <exception cref="OperationCanceledException">Nothing of the batch was recorded.</exception>
    /// <exception cref="CommitUncertainException">It is not known whether the batch was recorded.</exception>
    ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken);

    /// <summary>Reads what is needed to decide on one stream, in one round trip and as of one moment, into a sink.</summary>
    /// <param name="request">The stream and what is wanted of it.</param>
    /// <param name="sink">Receives the earlier outcome of the command, then the snapshot, then the events in order.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken);

    /// <summary>Reads the log forwards.</summary>
    /// <param name="request">Where to start, how many events at the most, and which.</param>
    /// <param name="sink">Receives the events in the order of their positions.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The position up to which the log was examined: where the next read continues. It is the log's last position when everything was read.</returns>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken);

    /// <summary>Reads one document of a query.</summary>
    /// <param name="query">The query's persisted name.</param>
    /// <param name="key">The document's key.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The document, or null if there is none.</returns>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken);
}
