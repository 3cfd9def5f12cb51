using System.Diagnostics;

namespace Cqrs.Gen.Testing;

/// <summary>
/// The documents of a query before the events under test. Immutable: a scenario may be kept in a field and continued in different ways
/// by different tests.
/// </summary>
/// <typeparam name="TQuery">The query's class.</typeparam>
[StackTraceHidden]
public sealed class ConsumerScenario<TQuery>
    where TQuery : class, IQuery<TQuery>
{
    private readonly ConsumerRun<TQuery> _run;
    private readonly ConsumerSurroundings _surroundings;

    internal ConsumerScenario()
        : this(new(), ConsumerSurroundings.Usual)
    {
    }

    private ConsumerScenario(ConsumerRun<TQuery> run, ConsumerSurroundings surroundings)
    {
        _run = run;
        _surroundings = surroundings;
    }

    /// <summary>Goes on with events that have happened to one aggregate; those the query does not consume only count in its stream.</summary>
    /// <typeparam name="TAggregate">The aggregate's class; the compiler infers it from the events.</typeparam>
    /// <param name="events">The events, in the order in which they happened.</param>
    public ConsumerScenario<TQuery> Given<TAggregate>(params IEvent<TAggregate>[] events)
        where TAggregate : class, IAggregate<TAggregate> => Given<TAggregate, TAggregate>(events);

    /// <summary>Goes on with events that name their aggregate by its contract.</summary>
    /// <typeparam name="TAggregate">The aggregate's class.</typeparam>
    /// <typeparam name="TContract">The aggregate's <see cref="AggregateAttribute.Contract"/>.</typeparam>
    /// <param name="events">The events, in the order in which they happened.</param>
    public ConsumerScenario<TQuery> Given<TAggregate, TContract>(params IEvent<TContract>[] events)
        where TAggregate : class, IAggregate<TAggregate>
    {
        Consumption<TQuery> given = Consume<TAggregate, TContract>(events);
        return given.Thrown is { } thrown
            ? throw new ExpectationException($"Given {given.Last}, {TypeName.Of(typeof(TQuery))} threw {TypeName.Of(thrown.GetType())}: {thrown.Message}", thrown)
            : new(given.After, _surroundings with { Sequence = null });
    }

    /// <summary>Goes on with a document under the aggregate's id.</summary>
    /// <param name="document">The document; the scenario works on a copy, made through its JSON.</param>
    /// <exception cref="ExpectationException">The query has <c>Key</c> methods, so the key must be named.</exception>
    public ConsumerScenario<TQuery> GivenDocument(TQuery document) => TQuery.HasKeys
        ? throw new ExpectationException($"{TypeName.Of(typeof(TQuery))} has Key methods: name the key, as in GivenDocument(\"key\", document).")
        : GivenDocument(_surroundings.IdOf(TQuery.Sources[0].AggregateName), document);

    /// <summary>Goes on with a document under a key.</summary>
    /// <param name="key">The document's key.</param>
    /// <param name="document">The document; the scenario works on a copy, made through its JSON.</param>
    public ConsumerScenario<TQuery> GivenDocument(string key, TQuery document)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        ArgumentNullException.ThrowIfNull(document);
        ConsumerRun<TQuery> run = new(_run);
        run.Put(key, document);
        return new(run, _surroundings);
    }

    /// <summary>Sets the id of the aggregate that the events that follow belong to; its name and <c>-1</c> unless set.</summary>
    /// <param name="aggregateId">The id; not empty.</param>
    public ConsumerScenario<TQuery> WithId(string aggregateId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(aggregateId);
        return new(_run, _surroundings with { AggregateId = aggregateId });
    }

    /// <summary>Sets the sequence of the next event in its aggregate's stream; counted from 1 unless set.</summary>
    /// <param name="sequence">The sequence, from 1 upwards.</param>
    public ConsumerScenario<TQuery> WithSequence(long sequence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sequence, 1);
        return new(_run, _surroundings with { Sequence = sequence });
    }

    /// <summary>Sets the metadata of the events that follow; empty unless set.</summary>
    /// <param name="metadata">The metadata.</param>
    public ConsumerScenario<TQuery> WithMetadata(Metadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new(_run, _surroundings with { Metadata = metadata });
    }

    /// <summary>Sets the moment at which the events that follow happened; the first of January 2000 in UTC unless set.</summary>
    /// <param name="timestamp">The moment.</param>
    public ConsumerScenario<TQuery> At(DateTimeOffset timestamp) => new(_run, _surroundings with { Timestamp = timestamp.ToUniversalTime() });

    /// <summary>Lets the events under test come.</summary>
    /// <typeparam name="TAggregate">The aggregate's class; the compiler infers it from the events.</typeparam>
    /// <param name="events">The events of one aggregate, at least one, in the order in which they happen.</param>
    /// <exception cref="ExpectationException">Something did not survive its JSON, or <c>Apply</c> changed an event.</exception>
    public ConsumerOutcome<TQuery> When<TAggregate>(params IEvent<TAggregate>[] events)
        where TAggregate : class, IAggregate<TAggregate> => When<TAggregate, TAggregate>(events);

    /// <summary>Lets the events under test come, where they name their aggregate by its contract.</summary>
    /// <typeparam name="TAggregate">The aggregate's class.</typeparam>
    /// <typeparam name="TContract">The aggregate's <see cref="AggregateAttribute.Contract"/>.</typeparam>
    /// <param name="events">The events of one aggregate, at least one, in the order in which they happen.</param>
    /// <exception cref="ExpectationException">Something did not survive its JSON, or <c>Apply</c> changed an event.</exception>
    public ConsumerOutcome<TQuery> When<TAggregate, TContract>(params IEvent<TContract>[] events)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(events);
        ArgumentOutOfRangeException.ThrowIfZero(events.Length);
        return new(_run, Consume<TAggregate, TContract>(events), _surroundings.IdOf(TAggregate.AggregateName));
    }

    private Consumption<TQuery> Consume<TAggregate, TContract>(IEvent<TContract>[] events)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(events);
        Consumption<TQuery> all = new(new(_run));
        ConsumerSurroundings surroundings = _surroundings;
        foreach (IEvent<TContract> e in events)
        {
            ArgumentNullException.ThrowIfNull(e, nameof(events));
            Written<IEvent> written = RoundTrip.Event<TAggregate>(e);
            all.Add<TAggregate>(written, all.After.Next(TAggregate.AggregateName, surroundings, written.Value));
            if (all.Thrown is not null)
            {
                break;
            }

            surroundings = surroundings with { Sequence = null };
        }

        return all;
    }
}
