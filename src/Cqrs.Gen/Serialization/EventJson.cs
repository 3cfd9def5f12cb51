namespace Cqrs.Gen;

/// <summary>
/// The JSON of events that say themselves what they are, as the generator wrote it for an aggregate: one object each, told apart by <c>$type</c>. That is
/// the event's persisted name, followed by <c>@</c> and the version of its shape unless that is 1: <c>money-deposited</c>, <c>money-deposited@2</c>. In a
/// store, name and version have columns of their own, and the payload is without them.
/// </summary>
public static class EventJson
{
    /// <summary>Reads an event; its <c>$type</c> may stand anywhere in the object.</summary>
    /// <typeparam name="TAggregate">The aggregate's class.</typeparam>
    /// <param name="json">One JSON object in UTF-8.</param>
    /// <returns>An event of the aggregate.</returns>
    /// <exception cref="PayloadException">The JSON is malformed, its <c>$type</c> is missing, repeated or unknown, or a member is not what the event's type says.</exception>
    public static IEvent Read<TAggregate>(ReadOnlySpan<byte> json)
        where TAggregate : class, IEventSerializer<TAggregate> => TAggregate.ReadTypedEvent(json);

    /// <summary>Writes an event with its <c>$type</c> first.</summary>
    /// <typeparam name="TAggregate">The aggregate's class.</typeparam>
    /// <param name="e">The event.</param>
    /// <param name="output">Where the JSON goes.</param>
    /// <exception cref="EventNotAppliedException">The event is not one of the aggregate's.</exception>
    /// <exception cref="PayloadException">The event holds a value that JSON cannot hold exactly.</exception>
    public static void Write<TAggregate>(IEvent e, PayloadWriter output)
        where TAggregate : class, IEventSerializer<TAggregate> => TAggregate.WriteTypedEvent(e, output);
}
