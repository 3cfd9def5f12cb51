namespace Cqrs.Gen.Testing;

/// <summary>
/// Tests the <c>Handle</c> and <c>Apply</c> methods of an aggregate without a store: given a past, when a command comes, then certain
/// events happen or a certain error refuses it.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
/// <remarks>
/// <para>
/// <c>HandlerTester&lt;BankAccount&gt;.Given(new MoneyDeposited(100, 100)).When(new WithdrawMoney(500)).ThenError("insufficient-funds");</c>
/// </para>
/// <para>
/// Unasked, each scenario also proves that every command, event and state in it survives its generated JSON, that <c>Handle</c> does
/// not change the state and that <c>Apply</c> does not change the event. Whatever fails throws <see cref="ExpectationException"/>.
/// </para>
/// <para>
/// Two events, states or errors are equal if they have the same type and the same values in their JSON: collections by their elements,
/// numbers by value (100 is 100.00), the rest exactly as it would be stored. <c>Equals</c> is not asked, since records with collections
/// are never equal by it, and entities are equal as soon as their ids are.
/// </para>
/// </remarks>
public sealed class HandlerTester<TAggregate> : HandlerTester<TAggregate, TAggregate>
    where TAggregate : class, IAggregate<TAggregate>
{
    private HandlerTester()
    {
    }
}

/// <summary>
/// <see cref="HandlerTester{TAggregate}"/> for an aggregate whose commands and events name it by a
/// <see cref="AggregateAttribute.Contract"/> of their own assembly.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
/// <typeparam name="TContract">The aggregate's contract: what its events name, as in <c>IEvent&lt;TContract&gt;</c>.</typeparam>
public abstract class HandlerTester<TAggregate, TContract>
    where TAggregate : class, IAggregate<TAggregate>
{
    private protected HandlerTester()
    {
    }

    /// <summary>Begins with an aggregate that does not exist yet.</summary>
    public static HandlerScenario<TAggregate, TContract> GivenNothing() => new();

    /// <summary>Begins with events that have happened.</summary>
    /// <param name="events">The events, in the order in which they happened.</param>
    public static HandlerScenario<TAggregate, TContract> Given(params IEvent<TContract>[] events) => GivenNothing().Given(events);

    /// <summary>Begins with a state, whatever led to it.</summary>
    /// <param name="state">The state; the scenario works on a copy, made through its JSON.</param>
    /// <param name="version">The sequence of the last event, from 1 upwards.</param>
    public static HandlerScenario<TAggregate, TContract> GivenState(TAggregate state, long version = 1) => GivenNothing().GivenState(state, version);

    /// <summary>Begins with commands that have been executed, one after another.</summary>
    /// <param name="commands">The commands; a scenario in which one of them is refused fails and says so.</param>
    public static HandlerScenario<TAggregate, TContract> GivenCommands(params ICommand<TContract>[] commands) => GivenNothing().GivenCommands(commands);
}
