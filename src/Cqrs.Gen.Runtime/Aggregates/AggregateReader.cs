using System.Collections.Frozen;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>Reads aggregates beside the commands that are being executed: each reading makes a state of its own.</summary>
internal sealed class AggregateReader(StoreGate gate, FrozenDictionary<Type, object> loaders) : IAggregateReader
{
    public ValueTask<AggregateContext<TAggregate>?> GetAsync<TAggregate>(string aggregateId, CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate>
    {
        Identifiers.Demand(aggregateId);
        return loaders.TryGetValue(typeof(TAggregate), out object? loader)
            ? LoadAsync((AggregateLoader<TAggregate>)loader, aggregateId, cancellationToken)
            : throw new CompositionException(
                $"The aggregate {TAggregate.AggregateName} ({typeof(TAggregate)}) is in no module that was added. Add the generated module class of its assembly with AddModule.");
    }

    private async ValueTask<AggregateContext<TAggregate>?> LoadAsync<TAggregate>(
        AggregateLoader<TAggregate> loader,
        string aggregateId,
        CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate>
    {
        EventStore store = await gate.GetAsync(cancellationToken).ConfigureAwait(false);
        LoadedAggregate<TAggregate> aggregate = loader.Create(aggregateId);
        await loader.LoadAsync(store, aggregate, null, cancellationToken).ConfigureAwait(false);
        return aggregate.State is { } state ? new(aggregateId, aggregate.Version, state) : null;
    }
}
