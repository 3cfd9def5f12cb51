namespace Cqrs.Gen;

/// <summary>Reads the documents of queries.</summary>
public interface IQueryReader
{
    /// <summary>
    /// Reads a document. An inline query's document is always up to date with its aggregate: where the stored one is missing, was made by other logic,
    /// or has not seen all events (because a program without the query recorded them), it is completed from the stream; the next command stores it.
    /// </summary>
    /// <typeparam name="TQuery">The query's class.</typeparam>
    /// <param name="key">The document's key: the aggregate's id unless the query has <c>Key</c> methods.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The document, of the caller's own, or null if there is none.</returns>
    /// <exception cref="ArgumentException">The key is out of range.</exception>
    /// <exception cref="CompositionException">The query's module was not added, or the query is asynchronous and nothing runs those yet.</exception>
    /// <exception cref="StreamException">The document had to be completed, and the aggregate's stream cannot be read.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    ValueTask<TQuery?> GetAsync<TQuery>(string key, CancellationToken cancellationToken = default)
        where TQuery : class, IQuery<TQuery>;

    /// <summary>Reads a document together with the version of the aggregate that it shows.</summary>
    /// <inheritdoc cref="GetAsync"/>
    ValueTask<QueryContext<TQuery>?> GetContextAsync<TQuery>(string key, CancellationToken cancellationToken = default)
        where TQuery : class, IQuery<TQuery>;
}
