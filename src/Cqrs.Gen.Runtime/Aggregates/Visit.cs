namespace Cqrs.Gen;

/// <summary>A command's arrival at an aggregate.</summary>
/// <param name="Slot">Where the aggregate is.</param>
/// <param name="Ticket">The command's place in the order of arrival.</param>
/// <param name="Turn">What to wait for, or null if it is the command's turn.</param>
internal readonly record struct Visit<TAggregate>(AggregateSlot<TAggregate> Slot, long Ticket, Turn? Turn)
    where TAggregate : class, IAggregate<TAggregate>;
