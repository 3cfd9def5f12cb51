namespace Cqrs.Gen;

/// <summary>The generated dispatch of commands to an aggregate's <c>Handle</c> methods.</summary>
/// <typeparam name="TSelf">The aggregate's class.</typeparam>
public interface ICommandHandler<TSelf>
    where TSelf : class
{
    /// <summary>True if a handler takes a service, so that the command bus opens a scope of services for each command.</summary>
    static abstract bool RequiresServices { get; }

    /// <summary>Decides a command. Does not change the state, and allocates nothing that the handler does not.</summary>
    /// <param name="state">The aggregate's state, or null if it does not exist yet.</param>
    /// <param name="command">The command.</param>
    /// <param name="context">What the handler may know beside them.</param>
    /// <param name="services">Where services that a handler takes as parameters come from.</param>
    /// <param name="cancellationToken">Handed to handlers that take one.</param>
    /// <exception cref="CommandNotHandledException">The command is not one of the aggregate's.</exception>
    /// <exception cref="CompositionException">A service that the handler needs is not registered.</exception>
    static abstract ValueTask<Decision> HandleAsync(
        TSelf? state,
        ICommand command,
        in AggregateContext context,
        IServiceProvider services,
        CancellationToken cancellationToken);
}
