namespace Cqrs.Gen;

/// <summary>An event that a query consumes.</summary>
/// <param name="AggregateName">The persisted name of the aggregate it belongs to.</param>
/// <param name="EventName">The event's persisted name.</param>
public readonly record struct EventSource(string AggregateName, string EventName);
