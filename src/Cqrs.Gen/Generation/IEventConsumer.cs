namespace Cqrs.Gen;

/// <summary>The generated routing of events to a query's <c>Apply</c> and <c>Key</c> methods.</summary>
/// <typeparam name="TSelf">The query's class.</typeparam>
public interface IEventConsumer<TSelf>
    where TSelf : class
{
    /// <summary>The events the query consumes, ordered by aggregate and name.</summary>
    static abstract ReadOnlySpan<EventSource> Sources { get; }

    /// <summary>True if the query says itself which documents an event changes; false if it is the one under the aggregate's id.</summary>
    static abstract bool HasKeys { get; }

    /// <summary>Whether the query has an <c>Apply</c> for an event.</summary>
    /// <param name="e">The event.</param>
    static abstract bool Consumes(IEvent e);

    /// <summary>Adds the keys of the documents that an event changes.</summary>
    /// <param name="e">The event.</param>
    /// <param name="context">Where it stands.</param>
    /// <param name="keys">Receives the keys.</param>
    /// <exception cref="EventNotAppliedException">The query does not consume the event.</exception>
    static abstract void AddKeys(IEvent e, in EventContext context, ICollection<string> keys);

    /// <summary>Applies one event to one document.</summary>
    /// <param name="document">The document before the event, or null if there is none; a class is changed in place.</param>
    /// <param name="e">The event.</param>
    /// <param name="context">Where it stands.</param>
    /// <returns>The document after the event, or null to delete it.</returns>
    /// <exception cref="EventNotAppliedException">The query does not consume the event.</exception>
    static abstract TSelf? Apply(TSelf? document, IEvent e, in EventContext context);
}
