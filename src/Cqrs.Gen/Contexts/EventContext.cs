namespace Cqrs.Gen;

/// <summary>An event and where it stands: an <c>Apply</c> method of a query may declare it as its second parameter.</summary>
/// <param name="AggregateName">The persisted name of the aggregate the event belongs to.</param>
/// <param name="AggregateId">The id of the aggregate the event belongs to.</param>
/// <param name="Sequence">The event's place in its aggregate's stream, from 1 upwards, without gaps.</param>
/// <param name="Position">
/// The event's place in the whole log, from 1 upwards, without gaps and in commit order; null in an inline query, which runs before
/// the event is committed.
/// </param>
/// <param name="EventId">The event's unique id.</param>
/// <param name="Timestamp">When the event's command was executed, in UTC.</param>
/// <param name="Metadata">What the caller said about the command.</param>
/// <param name="Payload">The event.</param>
public readonly record struct EventContext(
    string AggregateName,
    string AggregateId,
    long Sequence,
    long? Position,
    Guid EventId,
    DateTimeOffset Timestamp,
    Metadata Metadata,
    IEvent Payload);
