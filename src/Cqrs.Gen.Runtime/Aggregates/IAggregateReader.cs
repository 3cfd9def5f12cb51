namespace Cqrs.Gen;

/// <summary>Reads the state of aggregates, for tools, tests and decisions outside them. What users look at is better read from a query.</summary>
public interface IAggregateReader
{
    /// <summary>Reads an aggregate as of now. It neither waits for a command that is being executed nor delays one.</summary>
    /// <typeparam name="TAggregate">The aggregate's class.</typeparam>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The aggregate with a state of the caller's own, or null if it does not exist.</returns>
    /// <exception cref="ArgumentException">The id is out of range.</exception>
    /// <exception cref="CompositionException">The aggregate's module was not added.</exception>
    /// <exception cref="StreamException">The aggregate's stream cannot be read.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    ValueTask<AggregateContext<TAggregate>?> GetAsync<TAggregate>(string aggregateId, CancellationToken cancellationToken = default)
        where TAggregate : class, IAggregate<TAggregate>;
}
