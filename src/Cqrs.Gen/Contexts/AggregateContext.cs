namespace Cqrs.Gen;

/// <summary>What a <c>Handle</c> method may know beside the state and the command: declare it as a parameter to receive it.</summary>
/// <param name="AggregateName">The aggregate's persisted name.</param>
/// <param name="AggregateId">The aggregate's id.</param>
/// <param name="Version">The sequence of the aggregate's last event; 0 if it does not exist yet.</param>
/// <param name="CommandId">The id by which a repeat of this command is recognised.</param>
/// <param name="Timestamp">The moment, in UTC, that the command's events will carry. Handlers use it in place of a clock.</param>
/// <param name="Metadata">What the caller said about the command; its events carry it too.</param>
public readonly record struct AggregateContext(
    string AggregateName,
    string AggregateId,
    long Version,
    string CommandId,
    DateTimeOffset Timestamp,
    Metadata Metadata);

/// <summary>An aggregate as it was loaded.</summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
/// <param name="AggregateId">The aggregate's id.</param>
/// <param name="Version">The sequence of its last event, from 1 upwards.</param>
/// <param name="Payload">Its state after that event; a copy of the caller's own.</param>
public sealed record AggregateContext<TAggregate>(string AggregateId, long Version, TAggregate Payload)
    where TAggregate : class;
