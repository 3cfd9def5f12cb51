namespace Cqrs.Gen.Testing;

/// <summary>
/// Tests the <c>Apply</c> and <c>Key</c> methods of a query without a store: given a past, when events come, then certain documents
/// are there.
/// </summary>
/// <typeparam name="TQuery">The query's class.</typeparam>
/// <remarks>
/// <para>
/// <c>ConsumerTester&lt;AccountSummary&gt;.Given(new AccountOpened("Ann")).When(new MoneyDeposited(10, 10)).Then(d =&gt; d.Balance == 10);</c>
/// </para>
/// <para>
/// Unasked, each scenario also proves that every event and document in it survives its generated JSON and that <c>Apply</c> does not
/// change the event. Documents are equal if they have the same values in their JSON, numbers by value. Whatever fails throws
/// <see cref="ExpectationException"/>.
/// </para>
/// </remarks>
public static class ConsumerTester<TQuery>
    where TQuery : class, IQuery<TQuery>
{
    /// <summary>Begins with no document.</summary>
    public static ConsumerScenario<TQuery> GivenNothing() => new();

    /// <summary>Begins with events that have happened to one aggregate.</summary>
    /// <typeparam name="TAggregate">The aggregate's class; the compiler infers it from the events.</typeparam>
    /// <param name="events">The events, in the order in which they happened.</param>
    public static ConsumerScenario<TQuery> Given<TAggregate>(params IEvent<TAggregate>[] events)
        where TAggregate : class, IAggregate<TAggregate> => GivenNothing().Given(events);

    /// <summary>Begins with events that name their aggregate by its contract.</summary>
    /// <typeparam name="TAggregate">The aggregate's class.</typeparam>
    /// <typeparam name="TContract">The aggregate's <see cref="AggregateAttribute.Contract"/>.</typeparam>
    /// <param name="events">The events, in the order in which they happened.</param>
    public static ConsumerScenario<TQuery> Given<TAggregate, TContract>(params IEvent<TContract>[] events)
        where TAggregate : class, IAggregate<TAggregate> => GivenNothing().Given<TAggregate, TContract>(events);

    /// <summary>Begins with a document under the aggregate's id.</summary>
    /// <param name="document">The document; the scenario works on a copy, made through its JSON.</param>
    /// <exception cref="ExpectationException">The query has <c>Key</c> methods, so the key must be named.</exception>
    public static ConsumerScenario<TQuery> GivenDocument(TQuery document) => GivenNothing().GivenDocument(document);

    /// <summary>Begins with a document under a key.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="document">The document; the scenario works on a copy, made through its JSON.</param>
    public static ConsumerScenario<TQuery> GivenDocument(string key, TQuery document) => GivenNothing().GivenDocument(key, document);
}
