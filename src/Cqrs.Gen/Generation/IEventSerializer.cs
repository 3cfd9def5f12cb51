namespace Cqrs.Gen;

/// <summary>The generated catalogue of an aggregate's events, and their JSON.</summary>
/// <typeparam name="TSelf">The aggregate's class.</typeparam>
public interface IEventSerializer<TSelf>
    where TSelf : class
{
    /// <summary>The aggregate's events, ordered by name.</summary>
    static abstract ReadOnlySpan<EventDescriptor> Events { get; }

    /// <summary>Writes an event's payload; its name and version are not part of it.</summary>
    /// <param name="e">The event.</param>
    /// <param name="output">Where the payload goes.</param>
    /// <returns>The event's name and version.</returns>
    /// <exception cref="EventNotAppliedException">The event is not one of the aggregate's.</exception>
    /// <exception cref="PayloadException">The event holds a value that JSON cannot hold exactly.</exception>
    static abstract EventDescriptor WriteEvent(IEvent e, PayloadWriter output);

    /// <summary>Reads an event's payload.</summary>
    /// <param name="name">The event's persisted name in UTF-8.</param>
    /// <param name="version">The version it was written at.</param>
    /// <param name="payload">The payload.</param>
    /// <returns>The event, or null if the aggregate has no event of that name and version.</returns>
    /// <exception cref="PayloadException">The payload is not what the event's type says.</exception>
    static abstract IEvent? ReadEvent(ReadOnlySpan<byte> name, int version, ReadOnlySpan<byte> payload);

    /// <summary>
    /// Writes an event with its <c>$type</c> first: the event's name, followed by <c>@</c> and its version unless that is 1.
    /// </summary>
    /// <param name="e">The event.</param>
    /// <param name="output">Where the JSON goes.</param>
    /// <exception cref="EventNotAppliedException">The event is not one of the aggregate's.</exception>
    /// <exception cref="PayloadException">The event holds a value that JSON cannot hold exactly.</exception>
    static abstract void WriteTypedEvent(IEvent e, PayloadWriter output);

    /// <summary>Reads an event that says itself what it is; its <c>$type</c> may stand anywhere in the object.</summary>
    /// <param name="json">One JSON object in UTF-8.</param>
    /// <returns>An event of the aggregate.</returns>
    /// <exception cref="PayloadException">The JSON is malformed, its <c>$type</c> is missing, repeated or unknown, or a member is not what the event's type says.</exception>
    static abstract IEvent ReadTypedEvent(ReadOnlySpan<byte> json);
}
