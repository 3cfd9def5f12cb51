using Cqrs.Gen.Storage;
using Microsoft.Extensions.Logging;

namespace Cqrs.Gen;

/// <summary>Reads aggregates: from the snapshot and the events after it, or from all events where there is no snapshot that can be used.</summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
internal sealed class AggregateLoader<TAggregate>(bool usesSnapshots, int queryCount, ILogger log)
    where TAggregate : class, IAggregate<TAggregate>
{
    public EventDecoder<TAggregate> Decoder { get; } = new();

    public LoadedAggregate<TAggregate> Create(string aggregateId) => new(new(TAggregate.AggregateName, aggregateId), Decoder, queryCount);

    /// <summary>Reads the whole aggregate.</summary>
    /// <param name="store">The store.</param>
    /// <param name="aggregate">Receives what is read.</param>
    /// <param name="commandId">The command whose earlier outcome is asked for in the same reading, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async ValueTask LoadAsync(EventStore store, LoadedAggregate<TAggregate> aggregate, string? commandId, CancellationToken cancellationToken)
    {
        aggregate.Reset();
        string? fingerprint = usesSnapshots ? TAggregate.Fingerprint : null;
        StreamReadRequest request = new(aggregate.Stream, SnapshotFingerprint: fingerprint, CommandId: commandId);
        await store.ReplayAsync(request, aggregate, cancellationToken).ConfigureAwait(false);
        if (aggregate.HasDamagedSnapshot)
        {
            log.SnapshotDamaged(aggregate.Stream.Aggregate, aggregate.Stream.Id);
        }

        if (aggregate.SnapshotFault is { } fault)
        {
            log.SnapshotUnreadable(fault, aggregate.Stream.Aggregate, aggregate.Stream.Id);
            aggregate.Reset();
            await store.ReplayAsync(request with { SnapshotFingerprint = null }, aggregate, cancellationToken).ConfigureAwait(false);
        }

        aggregate.IsLoaded = true;
    }
}
