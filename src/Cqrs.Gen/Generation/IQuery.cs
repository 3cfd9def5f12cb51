namespace Cqrs.Gen;

/// <summary>What the generator writes for a class marked with <see cref="QueryAttribute"/>. Nobody implements it by hand.</summary>
/// <typeparam name="TSelf">The query's class.</typeparam>
public interface IQuery<TSelf> : IEventConsumer<TSelf>, IStateSerializer<TSelf>
    where TSelf : class, IQuery<TSelf>
{
    /// <summary>The persisted name, such as <c>account-summary</c>.</summary>
    static abstract string QueryName { get; }

    /// <summary>When documents change; never <see cref="QueryConsistency.Default"/>, which the generator resolves.</summary>
    static abstract QueryConsistency Consistency { get; }
}
