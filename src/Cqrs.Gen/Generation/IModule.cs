namespace Cqrs.Gen;

/// <summary>
/// The aggregates and queries of one assembly. The generator writes one such class for each assembly that has any; a host names it, and
/// nothing is scanned.
/// </summary>
public interface IModule
{
    /// <summary>The assembly's name, for messages.</summary>
    static abstract string ModuleName { get; }

    /// <summary>Shows a visitor every aggregate and query of the assembly, each with its type.</summary>
    /// <param name="visitor">Who wants to know.</param>
    static abstract void Accept(IModuleVisitor visitor);
}

/// <summary>Receives the aggregates and queries of a module.</summary>
public interface IModuleVisitor
{
    /// <summary>Receives one aggregate.</summary>
    /// <typeparam name="TAggregate">The aggregate's class.</typeparam>
    void VisitAggregate<TAggregate>()
        where TAggregate : class, IAggregate<TAggregate>;

    /// <summary>Receives one query.</summary>
    /// <typeparam name="TQuery">The query's class.</typeparam>
    void VisitQuery<TQuery>()
        where TQuery : class, IQuery<TQuery>;
}
