namespace Cqrs.Gen;

/// <summary>An event of any aggregate. Implement <see cref="IEvent{TAggregate}"/> instead: it says whose the event is.</summary>
public interface IEvent;

/// <summary>
/// A fact about one aggregate, recorded for good. The events of an aggregate are exactly the types that implement this interface
/// for it, so the compiler knows them all.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class, or its <see cref="AggregateAttribute.Contract"/>.</typeparam>
public interface IEvent<TAggregate> : IEvent;
