using System.Runtime.CompilerServices;
using Cqrs.Gen.Storage;
using Microsoft.Extensions.Logging;

namespace Cqrs.Gen;

/// <summary>The command path: turn, load, decide, append. How the commands on one aggregate overlap, and why that is correct, is told at <see cref="AggregateSlot{TAggregate}"/>.</summary>
/// <remarks>
/// A state kept from an earlier command may be out of date, because another process appended. That is harmless where events are appended: the append
/// expects the version, conflicts, and the command is decided again. Where nothing is appended (a refusal, no events) nothing would notice, so
/// such a decision counts only on a state that was the latest at some time during this command: the bus looks for later events, and decides again if there are any.
/// </remarks>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
internal sealed class AggregateExecutor<TAggregate>(
    CommandEnvironment environment,
    AggregateLoader<TAggregate> loader,
    InlineDocuments documents,
    AggregateSettings settings)
    : CommandExecutor(TAggregate.AggregateName, environment)
    where TAggregate : class, IAggregate<TAggregate>
{
    private readonly AggregateSlots<TAggregate> _slots = new(loader, settings.CacheSize, settings.MaxPending);
    private readonly AggregateDecider<TAggregate> _decider = new(environment, loader, documents, new(documents, settings.Snapshots, environment.Log));

    // Where a command is; an exception ends it from there.
    private enum Stage
    {
        Waiting,
        Deciding,
        Recording,
        Gone,
    }

    /// <summary>How many aggregates are held in memory, busy or idle.</summary>
    internal int HeldCount => _slots.Count;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<CommandResult> ExecuteInTurnAsync(
        string aggregateId,
        ICommand command,
        CommandOptions options,
        CancellationToken cancellationToken)
    {
        if (options.TakesSnapshot && settings.Snapshots.IsNever)
        {
            throw new ArgumentException(
                $"A snapshot of the {AggregateName} is asked for, but its policy is to have none. Choose SnapshotPolicy.OnDemand or another with UseSnapshots or ForAggregate.",
                nameof(options));
        }

        EventStore store = await Environment.Store.GetAsync(cancellationToken).ConfigureAwait(false);
        Guid made = options.CommandId is null ? Guid.CreateVersion7(Environment.Clock.GetUtcNow()) : Guid.Empty;
        string commandId = options.CommandId ?? made.ToString();
        string? guardedId = TAggregate.RequiresServices ? options.CommandId : null;
        Metadata metadata = TraceContext.AddTo(options.Metadata ?? Metadata.Empty);
        (AggregateSlot<TAggregate> slot, long ticket, Turn? turn) = _slots.Arrive(aggregateId);
        LoadedAggregate<TAggregate> aggregate = slot.Aggregate;
        EventIds eventIds = new(aggregate.Stream, commandId, made);
        Stage stage = Stage.Waiting;
        try
        {
            if (turn is not null)
            {
                await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            stage = Stage.Deciding;
            Environment.Instruments.CacheAsked(AggregateName, aggregate.IsLoaded);
            bool isFresh = false;
            bool isOutdated = false;
            int attempt = 1;
            while (true)
            {
                Reading reading = await _decider.ReadAsync(store, slot, options.CommandId, isFresh, isOutdated, cancellationToken).ConfigureAwait(false);
                isFresh |= reading.IsFresh;
                if (reading.Repeat is { } earlier)
                {
                    slot.Exit();
                    stage = Stage.Waiting;
                    return await RepeatAsync(store, aggregate.Stream, commandId, earlier, cancellationToken).ConfigureAwait(false);
                }

                AggregateContext context = new(AggregateName, aggregateId, aggregate.Version, commandId, Environment.Now(), metadata);
                Footing footing = slot.Footing;
                bool isMet = (options.ExpectedVersion ?? context.Version) == context.Version;
                Proposal proposal = isMet ? await _decider.ProposeAsync(store, slot, command, context, eventIds, options.TakesSnapshot, cancellationToken).ConfigureAwait(false) : default;
                if (proposal.Draft is { } draft)
                {
                    bool hasSnapshot = draft.Request.Snapshot is not null;
                    PlacedAppend append = store.Place(draft.Request, cancellationToken);
                    slot.Depart(guardedId);
                    stage = Stage.Recording;
                    AppendOutcome outcome = await append.CommitAsync().ConfigureAwait(false);
                    Environment.Drafts.Return(draft);
                    if (outcome.Result == AppendResult.Appended)
                    {
                        stage = Stage.Gone;
                        _slots.LeaveRecorded(slot, footing.Number + 1, guardedId);
                        Environment.Instruments.EventsAppended(AggregateName, proposal.Decision.Count, hasSnapshot);
                        return new(commandId, outcome.Version, outcome.Position, proposal.Decision);
                    }

                    if (outcome.Result == AppendResult.Repeat)
                    {
                        slot.Fail(guardedId);
                        stage = Stage.Waiting;
                        return await RepeatAsync(store, aggregate.Stream, commandId, outcome, cancellationToken).ConfigureAwait(false);
                    }

                    // One that is cut off met no other version: what it was decided upon never happened, and it does not count.
                    bool isConflict = !footing.NextLink.IsCutOff;
                    if (isConflict)
                    {
                        Environment.Instruments.Conflict(AggregateName);
                        if (options.ExpectedVersion is not null || attempt >= Environment.MaxAttempts)
                        {
                            throw new ConcurrencyException(AggregateName, aggregateId, context.Version, outcome.Version, attempt);
                        }

                        Environment.Log.Conflict(AggregateName, aggregateId, command.GetType(), attempt);
                    }

                    turn = slot.FailAndReturn(ticket, guardedId);
                    stage = Stage.Waiting;
                    await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
                    stage = Stage.Deciding;
                    if (isConflict)
                    {
                        await Environment.BackOffAsync(attempt++, cancellationToken).ConfigureAwait(false);
                    }

                    continue;
                }

                turn = slot.Confirm(footing, ticket);
                slot.Exit(spoils: proposal.Fault is not null);
                stage = Stage.Waiting;
                if (turn is not null && await turn.WaitAsync(cancellationToken).ConfigureAwait(false))
                {
                    stage = Stage.Deciding;
                    continue;
                }

                proposal.Fault?.Throw();
                if (!isFresh)
                {
                    Verdict verdict = await VerifyAsync(store, slot, footing, context.Version, options.CommandId, ticket, cancellationToken).ConfigureAwait(false);
                    if (verdict.Repeat is { } recorded)
                    {
                        return await RepeatAsync(store, aggregate.Stream, commandId, recorded, cancellationToken).ConfigureAwait(false);
                    }

                    if (verdict.HasTurn)
                    {
                        stage = Stage.Deciding;
                        isOutdated = true;
                        continue;
                    }
                }

                return isMet
                    ? Unchanged(command, context, proposal.Decision)
                    : throw new ConcurrencyException(AggregateName, aggregateId, options.ExpectedVersion!.Value, context.Version);
            }
        }
        finally
        {
            switch (stage)
            {
                case Stage.Deciding:
                    slot.Exit(spoils: true); // half a command may have been applied
                    break;

                case Stage.Recording:
                    slot.Fail(guardedId);
                    break;
            }

            if (stage != Stage.Gone)
            {
                _slots.Leave(slot);
            }
        }
    }

    // Without the turn: was the state, all of which is recorded, the latest at some time during this command?
    private static async ValueTask<Verdict> VerifyAsync(
        EventStore store,
        AggregateSlot<TAggregate> slot,
        Footing footing,
        long version,
        string? commandId,
        long ticket,
        CancellationToken cancellationToken)
    {
        if (commandId is not null || !slot.HasGoneOn(footing))
        {
            Look look = await Look.AfterAsync(store, slot.Aggregate.Stream, version, commandId, cancellationToken).ConfigureAwait(false);
            if (look.Repeat is not null || !look.FoundMore)
            {
                return new(look.Repeat);
            }
        }

        // If what was decided upon the same state since is recorded, nothing came between. Otherwise another process went on.
        if (slot.HasGoneOn(footing))
        {
            Turn? confirmation = slot.Confirm(footing.Next, ticket);
            return new(null, HasTurn: confirmation is not null && await confirmation.WaitAsync(cancellationToken).ConfigureAwait(false));
        }

        return new(null, HasTurn: slot.Enter(ticket) is not { } turn || await turn.WaitAsync(cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<CommandResult> RepeatAsync(EventStore store, StreamId stream, string commandId, AppendOutcome recorded, CancellationToken cancellationToken)
    {
        IEvent[] events = await EventCollector.CollectAsync(store, loader.Decoder, stream, recorded, cancellationToken).ConfigureAwait(false);
        Environment.Instruments.Repeated(AggregateName);
        return new(commandId, recorded.Version, recorded.Position, Decision.Of(events), isRepeat: true);
    }

    private CommandResult Unchanged(ICommand command, in AggregateContext context, in Decision decision)
    {
        if (decision.Error is { } error)
        {
            Environment.Instruments.Refused(AggregateName);
            Environment.Log.Refused(command.GetType(), AggregateName, context.AggregateId, error.Code);
        }

        return new(context.CommandId, context.Version, 0, decision);
    }

    private readonly record struct Verdict(AppendOutcome? Repeat, bool HasTurn = false);
}
