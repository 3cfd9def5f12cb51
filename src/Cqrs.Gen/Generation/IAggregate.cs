namespace Cqrs.Gen;

/// <summary>What the generator writes for a class marked with <see cref="AggregateAttribute"/>. Nobody implements it by hand.</summary>
/// <typeparam name="TSelf">The aggregate's class.</typeparam>
public interface IAggregate<TSelf> : ICommandHandler<TSelf>, IEventHandler<TSelf>, IEventSerializer<TSelf>, ICommandSerializer<TSelf>, IStateSerializer<TSelf>
    where TSelf : class, IAggregate<TSelf>
{
    /// <summary>The persisted name, such as <c>bank-account</c>.</summary>
    static abstract string AggregateName { get; }

    /// <summary>The type by which commands and events name the aggregate: the class itself, or its <see cref="AggregateAttribute.Contract"/>.</summary>
    static abstract Type Contract { get; }
}
