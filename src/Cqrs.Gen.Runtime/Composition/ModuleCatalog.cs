namespace Cqrs.Gen;

/// <summary>The aggregates and queries of all modules, with no name claimed twice.</summary>
internal sealed class ModuleCatalog : IModuleVisitor
{
    private readonly Dictionary<string, AggregateEntry> _aggregates = [];
    private readonly Dictionary<Type, AggregateEntry> _contracts = [];
    private readonly Dictionary<string, QueryEntry> _queries = [];
    private readonly string _module = "";

    public ModuleCatalog(IEnumerable<Module> modules)
    {
        foreach (Module module in modules)
        {
            _module = module.Name;
            module.Accept(this);
        }

        foreach (QueryEntry query in Queries)
        {
            DemandAggregate(query);
        }
    }

    public IReadOnlyCollection<AggregateEntry> Aggregates => _aggregates.Values;

    public IReadOnlyCollection<QueryEntry> Queries => _queries.Values;

    void IModuleVisitor.VisitAggregate<TAggregate>()
    {
        AggregateEntry<TAggregate> entry = new(_module);
        if (!_aggregates.TryAdd(entry.Name, entry))
        {
            AggregateEntry other = _aggregates[entry.Name];
            throw Twice($"The aggregate name \"{entry.Name}\"", other.Type, other.Module, entry.Type, "[Aggregate(\"another-name\")]");
        }

        if (!_contracts.TryAdd(entry.Contract, entry))
        {
            AggregateEntry other = _contracts[entry.Contract];
            throw new CompositionException(
                $"The contract {entry.Contract} belongs to two aggregates, {other.Type} in the module {other.Module} and {entry.Type} in the module {_module}: " +
                "its commands would not know which to go to. Give each aggregate a contract of its own.");
        }
    }

    void IModuleVisitor.VisitQuery<TQuery>()
    {
        bool isInline = TQuery.Consistency == QueryConsistency.Inline;
        if (isInline && (TQuery.HasKeys || !IsOverOneAggregate(TQuery.Sources)))
        {
            throw new CompositionException(
                $"The query {TQuery.QueryName} ({typeof(TQuery)}) is inline, but an inline query consumes the events of exactly one aggregate and is keyed by its id. " +
                "Declare it with Consistency = QueryConsistency.Asynchronous.");
        }

        QueryEntry entry = new(_module, TQuery.QueryName, typeof(TQuery), isInline ? new InlineQuery<TQuery>() : null);
        if (!_queries.TryAdd(entry.Name, entry))
        {
            QueryEntry other = _queries[entry.Name];
            throw Twice($"The query name \"{entry.Name}\"", other.Type, other.Module, entry.Type, "[Query(\"another-name\")]");
        }
    }

    private static bool IsOverOneAggregate(ReadOnlySpan<EventSource> sources)
    {
        foreach (EventSource source in sources)
        {
            if (source.AggregateName != sources[0].AggregateName)
            {
                return false;
            }
        }

        return !sources.IsEmpty;
    }

    // Without the aggregate the query would silently stay empty.
    private void DemandAggregate(QueryEntry query)
    {
        if (query.Inline is { } inline && !_aggregates.ContainsKey(inline.AggregateName))
        {
            throw new CompositionException(
                $"The query {query.Name} ({query.Type}) in the module {query.Module} consumes events of the aggregate \"{inline.AggregateName}\", which is in no module that was added. " +
                "Add the generated module class of the assembly with that aggregate with AddModule.");
        }
    }

    private CompositionException Twice(string name, Type first, string firstModule, Type second, string remedy) => new(
        $"{name} is claimed by {first} in the module {firstModule} and by {second} in the module {_module}. Rename one of them: {remedy}.");
}
