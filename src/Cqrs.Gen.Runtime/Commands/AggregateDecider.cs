using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>What a command does during its turn: read, decide, and write the append.</summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
internal sealed class AggregateDecider<TAggregate>(
    CommandEnvironment environment,
    AggregateLoader<TAggregate> loader,
    InlineDocuments documents,
    AppendComposer<TAggregate> composer)
    where TAggregate : class, IAggregate<TAggregate>
{
    /// <summary>
    /// Reads what must be known before anything is decided. Whether the command is recorded already is asked only for handlers that may act on the world; for others the append
    /// finds out, or the bus asks before it tells of a decision without events.
    /// </summary>
    public async ValueTask<Reading> ReadAsync(
        EventStore store,
        AggregateSlot<TAggregate> slot,
        string? commandId,
        bool isFresh,
        bool isOutdated,
        CancellationToken cancellationToken)
    {
        LoadedAggregate<TAggregate> aggregate = slot.Aggregate;
        if (!aggregate.IsLoaded)
        {
            await loader.LoadAsync(store, aggregate, commandId, cancellationToken).ConfigureAwait(false);
            return new(IsFresh: true, aggregate.Repeat);
        }

        bool mustAsk = TAggregate.RequiresServices && commandId is not null;
        if (isFresh || !(mustAsk || isOutdated))
        {
            return default;
        }

        if (slot.IsSpeculative && mustAsk && slot.IsRecording(commandId!))
        {
            await slot.SettleAsync(cancellationToken).ConfigureAwait(false);
        }

        if (!slot.IsSpeculative)
        {
            await aggregate.RefreshAsync(store, commandId, cancellationToken).ConfigureAwait(false);
            return new(IsFresh: true, aggregate.Repeat);
        }

        return mustAsk ? new(IsFresh: false, (await Look.AfterAsync(store, aggregate.Stream, null, commandId, cancellationToken).ConfigureAwait(false)).Repeat) : default;
    }

    /// <summary>Decides, and writes the append. The state then stands where it will be when that is recorded.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Proposal> ProposeAsync(
        EventStore store,
        AggregateSlot<TAggregate> slot,
        ICommand command,
        AggregateContext context,
        EventIds ids,
        bool takesSnapshot,
        CancellationToken cancellationToken)
    {
        LoadedAggregate<TAggregate> aggregate = slot.Aggregate;
        try
        {
            Decision decision = await environment.Services.DecideAsync(aggregate, command, context, cancellationToken).ConfigureAwait(false);
            if (decision.Count == 0)
            {
                return new(decision);
            }

            if (documents.Count > 0)
            {
                // The store knows nothing yet of what is in flight.
                if (slot.IsSpeculative
                    && !documents.AreReady(context.Version, aggregate.Documents, decision)
                    && !await slot.SettleAsync(cancellationToken).ConfigureAwait(false))
                {
                    return default;
                }

                await documents.PrepareAsync(store, aggregate.Stream, context.Version, aggregate.Documents, decision, cancellationToken).ConfigureAwait(false);
            }

            AppendDraft draft = environment.Drafts.Rent();
            composer.Compose(draft, aggregate, decision, context, ids, slot.Footing.NextLink, takesSnapshot);
            return new(decision, draft);
        }
        catch (Exception e) when (slot.IsSpeculative && !cancellationToken.IsCancellationRequested)
        {
            // It may be the fault of what never happens.
            return new(default, Fault: ExceptionDispatchInfo.Capture(e));
        }
    }
}

/// <summary>What was found out before deciding.</summary>
/// <param name="IsFresh">Whether the state was read just now.</param>
/// <param name="Repeat">What the command recorded before, if it did.</param>
internal readonly record struct Reading(bool IsFresh, AppendOutcome? Repeat);

/// <summary>What was decided.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Draft">The append, or null if there is nothing to record.</param>
/// <param name="Fault">What a handler or Apply threw on a state that is ahead of what is recorded; it counts only if that is recorded.</param>
internal readonly record struct Proposal(Decision Decision, AppendDraft? Draft = null, ExceptionDispatchInfo? Fault = null);
