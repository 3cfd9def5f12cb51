using System.Collections.Frozen;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>Reads documents by the type of their query.</summary>
/// <param name="gate">The event store.</param>
/// <param name="queries">The queries; null stands for an asynchronous one.</param>
internal sealed class QueryReader(StoreGate gate, FrozenDictionary<Type, InlineSource?> queries) : IQueryReader
{
    public async ValueTask<TQuery?> GetAsync<TQuery>(string key, CancellationToken cancellationToken)
        where TQuery : class, IQuery<TQuery> =>
        (await ReadAsync<TQuery>(key, cancellationToken).ConfigureAwait(false)).Payload;

    public async ValueTask<QueryContext<TQuery>?> GetContextAsync<TQuery>(string key, CancellationToken cancellationToken)
        where TQuery : class, IQuery<TQuery>
    {
        InlineDocument<TQuery> document = await ReadAsync<TQuery>(key, cancellationToken).ConfigureAwait(false);
        return document.Payload is { } payload ? new(key, document.Version, payload) : null;
    }

    private async ValueTask<InlineDocument<TQuery>> ReadAsync<TQuery>(string key, CancellationToken cancellationToken)
        where TQuery : class, IQuery<TQuery>
    {
        Identifiers.Demand(key);
        InlineSource source = Find<TQuery>();
        EventStore store = await gate.GetAsync(cancellationToken).ConfigureAwait(false);
        InlineDocument<TQuery> document = new();
        await source.Documents.ReadAsync(store, source.Query, key, document, cancellationToken).ConfigureAwait(false);
        return document;
    }

    private InlineSource Find<TQuery>()
        where TQuery : class, IQuery<TQuery>
    {
        if (!queries.TryGetValue(typeof(TQuery), out InlineSource? source))
        {
            throw new CompositionException(
                $"The query {TQuery.QueryName} ({typeof(TQuery)}) is in no module that was added. Add the generated module class of its assembly with AddModule.");
        }

        return source ?? throw new CompositionException(
            $"The query {TQuery.QueryName} ({typeof(TQuery)}) is asynchronous, and this version has no engine that runs asynchronous queries, so it has no documents. " +
            "A query over one aggregate that has no Key methods can be declared with Consistency = QueryConsistency.Inline.");
    }
}

/// <summary>An inline query, and the documents of the aggregate it belongs to.</summary>
internal sealed record InlineSource(InlineQuery Query, InlineDocuments Documents);
