using System.Runtime.CompilerServices;
using Cqrs.Gen.Storage;
using Microsoft.Extensions.Logging;

namespace Cqrs.Gen;

/// <summary>The command path: turn, load, decide, append.</summary>
/// <remarks>
/// A state kept from an earlier command may be out of date, because another process appended. That is harmless where events are appended: the append
/// expects the version, conflicts, and the command is decided again. Where nothing is appended (a refusal, no events) nothing would notice, so
/// such a decision counts only on a state read during this command: the bus looks for later events, and decides again if there are any.
/// </remarks>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
internal sealed class AggregateExecutor<TAggregate>(
    CommandEnvironment environment,
    AggregateLoader<TAggregate> loader,
    InlineDocuments documents,
    SnapshotPolicy snapshots,
    int cacheSize)
    : CommandExecutor(TAggregate.AggregateName, environment)
    where TAggregate : class, IAggregate<TAggregate>
{
    private readonly AggregateSlots<TAggregate> _slots = new(loader, cacheSize);
    private readonly AppendComposer<TAggregate> _composer = new(documents, snapshots, environment.Log);

    /// <summary>How many aggregates are held in memory, busy or idle.</summary>
    internal int HeldCount => _slots.Count;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    protected override async ValueTask<CommandResult> ExecuteInTurnAsync(
        string aggregateId,
        ICommand command,
        CommandOptions options,
        CancellationToken cancellationToken)
    {
        EventStore store = await Environment.Store.GetAsync(cancellationToken).ConfigureAwait(false);
        AggregateSlot<TAggregate> slot = await _slots.EnterAsync(aggregateId, cancellationToken).ConfigureAwait(false);
        bool ended = false;
        try
        {
            Environment.Instruments.CacheAsked(AggregateName, slot.Aggregate.IsLoaded);
            CommandResult result = await ExecuteAsync(store, slot.Aggregate, command, options, cancellationToken).ConfigureAwait(false);
            ended = true;
            return result;
        }
        finally
        {
            if (!ended)
            {
                // Half a command may have been applied to it.
                slot.Aggregate.Reset();
            }

            _slots.Exit(slot);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<CommandResult> ExecuteAsync(
        EventStore store,
        LoadedAggregate<TAggregate> aggregate,
        ICommand command,
        CommandOptions options,
        CancellationToken cancellationToken)
    {
        string commandId = options.CommandId ?? Guid.CreateVersion7(Environment.Clock.GetUtcNow()).ToString();
        Metadata metadata = TraceContext.AddTo(options.Metadata ?? Metadata.Empty);
        bool isFresh = false;
        int attempt = 1;
        aggregate.ForgetRepeat();
        while (true)
        {
            if (!aggregate.IsLoaded)
            {
                await loader.LoadAsync(store, aggregate, options.CommandId, cancellationToken).ConfigureAwait(false);
                isFresh = true;
            }
            else if (!isFresh && (options.CommandId is not null || options.ExpectedVersion > aggregate.Version))
            {
                await aggregate.RefreshAsync(store, options.CommandId, cancellationToken).ConfigureAwait(false);
                isFresh = true;
            }

            if (aggregate.Repeat is { } recorded)
            {
                return await RepeatAsync(store, aggregate, commandId, recorded, cancellationToken).ConfigureAwait(false);
            }

            if (options.ExpectedVersion is { } expected && expected != aggregate.Version)
            {
                throw new ConcurrencyException(AggregateName, aggregate.Stream.Id, expected, aggregate.Version);
            }

            AggregateContext context = new(AggregateName, aggregate.Stream.Id, aggregate.Version, commandId, Environment.Now(), metadata);
            Decision decision = await Environment.Services.DecideAsync(aggregate, command, context, cancellationToken).ConfigureAwait(false);
            if (decision.Count == 0)
            {
                if (!isFresh)
                {
                    await aggregate.RefreshAsync(store, null, cancellationToken).ConfigureAwait(false);
                    isFresh = true;
                    if (aggregate.Version != context.Version)
                    {
                        continue;
                    }
                }

                return Unchanged(command, context, decision);
            }

            AppendOutcome outcome = await AppendAsync(store, aggregate, decision, context, cancellationToken).ConfigureAwait(false);
            switch (outcome.Result)
            {
                case AppendResult.Appended:
                    Environment.Instruments.EventsAppended(AggregateName, decision.Count);
                    return new(commandId, outcome.Version, outcome.Position, decision);

                case AppendResult.Repeat:
                    aggregate.Reset();
                    return await RepeatAsync(store, aggregate, commandId, outcome, cancellationToken).ConfigureAwait(false);
            }

            aggregate.Reset();
            Environment.Instruments.Conflict(AggregateName);
            if (options.ExpectedVersion is not null || attempt >= Environment.MaxAttempts)
            {
                throw new ConcurrencyException(AggregateName, aggregate.Stream.Id, context.Version, outcome.Version, attempt);
            }

            Environment.Log.Conflict(AggregateName, aggregate.Stream.Id, command.GetType(), attempt);
            await Environment.BackOffAsync(attempt, cancellationToken).ConfigureAwait(false);
            attempt++;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AppendOutcome> AppendAsync(
        EventStore store,
        LoadedAggregate<TAggregate> aggregate,
        Decision decision,
        AggregateContext context,
        CancellationToken cancellationToken)
    {
        if (documents.Count > 0)
        {
            await documents.PrepareAsync(store, aggregate.Stream, context.Version, aggregate.Documents, decision, cancellationToken).ConfigureAwait(false);
        }

        AppendDraft draft = Environment.Drafts.Rent();
        AppendRequest request = _composer.Compose(draft, aggregate, decision, context);
        bool hasSnapshot = request.Snapshot is not null;
        AppendOutcome outcome = await store.AppendAsync(request, cancellationToken).ConfigureAwait(false);
        Environment.Drafts.Return(draft);
        if (hasSnapshot && outcome.Result == AppendResult.Appended)
        {
            Environment.Instruments.SnapshotWritten(AggregateName);
        }

        return outcome;
    }

    private async ValueTask<CommandResult> RepeatAsync(
        EventStore store,
        LoadedAggregate<TAggregate> aggregate,
        string commandId,
        AppendOutcome recorded,
        CancellationToken cancellationToken)
    {
        IEvent[] events = await EventCollector.CollectAsync(store, loader.Decoder, aggregate.Stream, recorded, cancellationToken).ConfigureAwait(false);
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
}
