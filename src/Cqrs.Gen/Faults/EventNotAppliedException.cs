namespace Cqrs.Gen;

/// <summary>An event reached an aggregate or a query that has no <c>Apply</c> for it: it belongs to another aggregate, or its type is not of the closed set.</summary>
public sealed class EventNotAppliedException : CqrsException
{
    /// <summary>Creates the fault.</summary>
    /// <param name="consumerName">The persisted name of the aggregate or query.</param>
    /// <param name="eventType">The event's type.</param>
    public EventNotAppliedException(string consumerName, Type eventType)
        : base($"The {consumerName} has no Apply method for {eventType}.")
    {
        ConsumerName = consumerName;
        EventType = eventType;
    }

    /// <summary>The persisted name of the aggregate or query.</summary>
    public string ConsumerName { get; }

    /// <summary>The event's type.</summary>
    public Type EventType { get; }
}
