using System.Collections.Immutable;
using System.Diagnostics;

namespace Cqrs.Gen.Testing;

/// <summary>
/// The past of an aggregate, and what surrounds it. Immutable: a scenario may be kept in a field and continued in different ways by
/// different tests. Its steps run in the order in which they were given.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
/// <typeparam name="TContract">The type by which commands and events name the aggregate.</typeparam>
[StackTraceHidden]
public sealed class HandlerScenario<TAggregate, TContract>
    where TAggregate : class, IAggregate<TAggregate>
{
    private ImmutableArray<Func<HandlerRun<TAggregate>, ValueTask>> _steps = [];
    private ScenarioServices _services = ScenarioServices.None;
    private string _aggregateId = $"{TAggregate.AggregateName}-1";
    private DateTimeOffset _timestamp = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private Metadata _metadata = Metadata.Empty;

    internal HandlerScenario()
    {
        if (TAggregate.Contract != typeof(TContract))
        {
            string aggregate = TypeName.Of(typeof(TAggregate));
            string contract = TypeName.Of(TAggregate.Contract);
            throw new ExpectationException(
                $"The commands and events of {aggregate} name it by {contract}, not by {TypeName.Of(typeof(TContract))}: use HandlerTester<{aggregate}, {contract}>.");
        }
    }

    private HandlerScenario(HandlerScenario<TAggregate, TContract> other)
    {
        _steps = other._steps;
        _services = other._services;
        _aggregateId = other._aggregateId;
        _timestamp = other._timestamp;
        _metadata = other._metadata;
    }

    /// <summary>Goes on with events that have happened.</summary>
    /// <param name="events">The events, in the order in which they happened.</param>
    public HandlerScenario<TAggregate, TContract> Given(params IEvent<TContract>[] events)
    {
        ImmutableArray<IEvent<TContract>> given = Checked(events, nameof(events));
        return Then(run =>
        {
            foreach (IEvent<TContract> e in given)
            {
                run.Apply(RoundTrip.Event<TAggregate>(e));
            }

            return ValueTask.CompletedTask;
        });
    }

    /// <summary>Goes on from a state, forgetting what was before.</summary>
    /// <param name="state">The state; the scenario works on a copy, made through its JSON.</param>
    /// <param name="version">The sequence of the last event, from 1 upwards.</param>
    public HandlerScenario<TAggregate, TContract> GivenState(TAggregate state, long version = 1)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        Written<TAggregate> copy = RoundTrip.State(state);
        return Then(run =>
        {
            run.Restore(TAggregate.ReadState(copy.Json), version);
            return ValueTask.CompletedTask;
        });
    }

    /// <summary>Goes on with commands that are executed one after another, each with its events applied before the next.</summary>
    /// <param name="commands">The commands; a scenario in which one of them is refused fails and says so.</param>
    public HandlerScenario<TAggregate, TContract> GivenCommands(params ICommand<TContract>[] commands)
    {
        ImmutableArray<ICommand<TContract>> given = Checked(commands, nameof(commands));
        (DateTimeOffset timestamp, Metadata metadata) = (_timestamp, _metadata);
        return Then(async run =>
        {
            for (int i = 0; i < given.Length; i++)
            {
                HandlerResult result = await run.HandleAsync(given[i], timestamp, metadata).ConfigureAwait(false);
                AcceptGiven(result, $"Given command {i + 1} of {given.Length}, {result.Command},", run);
            }
        });
    }

    /// <summary>Gives a service to the handlers that take one, in all commands of the scenario.</summary>
    /// <typeparam name="TService">The type under which handlers ask for it; an interface of the instance is found as well.</typeparam>
    /// <param name="instance">The service. Among several of one type the last counts.</param>
    public HandlerScenario<TAggregate, TContract> WithService<TService>(TService instance)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(instance);
        return new(this) { _services = _services.With(typeof(TService), instance) };
    }

    /// <summary>Gives handlers the services of a container, in all commands of the scenario, after those of <see cref="WithService"/>.</summary>
    /// <param name="services">The container.</param>
    public HandlerScenario<TAggregate, TContract> WithServices(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return new(this) { _services = _services.With(services) };
    }

    /// <summary>Sets the aggregate's id in all commands of the scenario; the aggregate's name and <c>-1</c> unless set.</summary>
    /// <param name="aggregateId">The id; not empty.</param>
    public HandlerScenario<TAggregate, TContract> WithId(string aggregateId)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(aggregateId);
        return new(this) { _aggregateId = aggregateId };
    }

    /// <summary>Sets the metadata of the commands that follow; empty unless set.</summary>
    /// <param name="metadata">The metadata.</param>
    public HandlerScenario<TAggregate, TContract> WithMetadata(Metadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        return new(this) { _metadata = metadata };
    }

    /// <summary>Sets the moment at which the commands that follow are executed; the first of January 2000 in UTC unless set.</summary>
    /// <param name="timestamp">The moment.</param>
    public HandlerScenario<TAggregate, TContract> At(DateTimeOffset timestamp) => new(this) { _timestamp = timestamp.ToUniversalTime() };

    /// <summary>Executes the command under test. Its events, its error or its exception wait in the outcome for what follows.</summary>
    /// <param name="command">The command.</param>
    /// <exception cref="ExpectationException">
    /// The past did not come about, something did not survive its JSON, <c>Handle</c> changed the state, or a handler awaits something
    /// that takes time: then <see cref="WhenAsync"/> is the way.
    /// </exception>
    public HandlerOutcome<TAggregate, TContract> When(ICommand<TContract> command)
    {
        Task<HandlerOutcome<TAggregate, TContract>> running = RunAsync(command, CancellationToken.None);
        return running.IsCompleted
            ? running.GetAwaiter().GetResult()
            : throw new ExpectationException(
                $"A handler of {TypeName.Of(typeof(TAggregate))} awaits something that is not there yet, so When cannot show what it decides. "
                + $"Write: await ….WhenAsync(new {TypeName.Of(command.GetType())}(…)).Then…");
    }

    /// <summary>Executes the command under test and awaits its handler, whatever that awaits. The outcome's expectations may follow at once: <c>await ….WhenAsync(command).Then(…)</c>.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Handed to the handlers that take one.</param>
    /// <exception cref="ExpectationException">The past did not come about, something did not survive its JSON, or <c>Handle</c> changed the state.</exception>
    public PendingOutcome<TAggregate, TContract> WhenAsync(ICommand<TContract> command, CancellationToken cancellationToken = default) =>
        new(RunAsync(command, cancellationToken));

    private async Task<HandlerOutcome<TAggregate, TContract>> RunAsync(ICommand<TContract> command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        HandlerRun<TAggregate> run = new(_aggregateId, _services, cancellationToken);
        foreach (Func<HandlerRun<TAggregate>, ValueTask> step in _steps)
        {
            await step(run).ConfigureAwait(false);
        }

        string past = run.State is null ? "that does not exist" : $"at version {run.Version}";
        HandlerResult result = await run.HandleAsync(command, _timestamp, _metadata).ConfigureAwait(false);
        foreach (Written<IEvent> e in result.Events)
        {
            run.Apply(e);
        }

        return new(result, run, $"When {result.Command} comes to the {TAggregate.AggregateName} {past}:");
    }

    private HandlerScenario<TAggregate, TContract> Then(Func<HandlerRun<TAggregate>, ValueTask> step) => new(this) { _steps = _steps.Add(step) };

    private static void AcceptGiven(HandlerResult result, string culprit, HandlerRun<TAggregate> run)
    {
        if (result.Thrown is { } thrown)
        {
            throw new ExpectationException($"{culprit} threw {TypeName.Of(thrown.GetType())}: {thrown.Message}", thrown);
        }

        if (result.Error is { } error)
        {
            throw new ExpectationException($"{culprit} was refused, so there is nothing to go on from.\n     {error}");
        }

        foreach (Written<IEvent> e in result.Events)
        {
            run.Apply(e);
        }
    }

    private static ImmutableArray<T> Checked<T>(T[] given, string parameter)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(given, parameter);
        foreach (T item in given)
        {
            ArgumentNullException.ThrowIfNull(item, parameter);
        }

        return [.. given];
    }
}
