namespace Cqrs.Gen;

/// <summary>The generated routing of events to an aggregate's <c>Apply</c> methods.</summary>
/// <typeparam name="TSelf">The aggregate's class.</typeparam>
public interface IEventHandler<TSelf>
    where TSelf : class
{
    /// <summary>Applies one event.</summary>
    /// <param name="state">The state before the event, or null before the first one; a class state is changed in place.</param>
    /// <param name="e">The event.</param>
    /// <returns>The state after the event.</returns>
    /// <exception cref="EventNotAppliedException">The event is not one of the aggregate's.</exception>
    static abstract TSelf Apply(TSelf? state, IEvent e);
}
