namespace Cqrs.Gen.Testing;

/// <summary>
/// One run of a scenario: the aggregate as its JSON between the steps, so that each step starts from what a store would give back.
/// </summary>
internal sealed class HandlerRun<TAggregate>(string aggregateId, IServiceProvider services, CancellationToken cancellationToken)
    where TAggregate : class, IAggregate<TAggregate>
{
    private int _commands;

    /// <summary>The state, or null if the aggregate does not exist.</summary>
    public Written<TAggregate>? State { get; private set; }

    /// <summary>The sequence of the last event.</summary>
    public long Version { get; private set; }

    private static string Name => TypeName.Of(typeof(TAggregate));

    public void Restore(TAggregate state, long version)
    {
        State = RoundTrip.State(state);
        Version = version;
    }

    public void Apply(Written<IEvent> e)
    {
        TAggregate after;
        try
        {
            after = TAggregate.Apply(Copy(), e.Value);
        }
        catch (Exception cause) when (cause is not ExpectationException)
        {
            throw new ExpectationException($"{Name}.Apply({e.Name}) threw {TypeName.Of(cause.GetType())}: {cause.Message}", cause);
        }

        RoundTrip.RefuseChanged($"{Name}.Apply({e.Name}) changed the event", e, RoundTrip.Event<TAggregate>(e.Value));
        State = RoundTrip.State(after);
        Version++;
    }

    /// <summary>Decides a command and leaves the events it leads to unapplied.</summary>
    public async ValueTask<HandlerResult> HandleAsync(ICommand command, DateTimeOffset timestamp, Metadata metadata)
    {
        Written<ICommand> written = RoundTrip.Command<TAggregate>(command);
        TAggregate? state = Copy();
        AggregateContext context = new(TAggregate.AggregateName, aggregateId, Version, $"command-{++_commands}", timestamp, metadata);
        Decision decision = default;
        Exception? thrown = null;
        try
        {
            decision = await TAggregate.HandleAsync(state, written.Value, context, services, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception cause)
        {
            thrown = cause;
        }

        if (state is not null)
        {
            Written after = new(state.GetType(), RoundTrip.Write(state, TAggregate.WriteState));
            RoundTrip.RefuseChanged($"{Name}.Handle({written.Name}) changed the state; only Apply may", State!, after, thrown);
        }

        Written<IEvent>[] events = new Written<IEvent>[decision.Count];
        for (int i = 0; i < events.Length; i++)
        {
            events[i] = RoundTrip.Event<TAggregate>(decision[i]);
        }

        return new(written, events, decision.Error, thrown);
    }

    /// <summary>A copy of the state that a step may do with as it likes.</summary>
    public TAggregate? Copy() => State is null ? null : TAggregate.ReadState(State.Json);
}

/// <summary>What a command led to.</summary>
internal sealed record HandlerResult(Written<ICommand> Command, IReadOnlyList<Written<IEvent>> Events, UserError? Error, Exception? Thrown);
