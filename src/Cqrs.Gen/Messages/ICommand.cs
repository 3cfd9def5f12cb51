namespace Cqrs.Gen;

/// <summary>A command of any aggregate. Implement <see cref="ICommand{TAggregate}"/> instead: it says whose the command is.</summary>
public interface ICommand;

/// <summary>
/// A wish to change one aggregate. The commands of an aggregate are exactly the types that implement this interface for it, so the
/// compiler knows them all.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class, or its <see cref="AggregateAttribute.Contract"/>.</typeparam>
public interface ICommand<TAggregate> : ICommand;
