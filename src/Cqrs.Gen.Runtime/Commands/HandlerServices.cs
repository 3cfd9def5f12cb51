using Microsoft.Extensions.DependencyInjection;

namespace Cqrs.Gen;

/// <summary>Lets aggregates decide, with the services that their handlers take: one scope for each decision, ended before anything is recorded.</summary>
internal sealed class HandlerServices(IServiceProvider services)
{
    private readonly IServiceScopeFactory? _scopes = services.GetService(typeof(IServiceScopeFactory)) as IServiceScopeFactory;

    public ValueTask<Decision> DecideAsync<TAggregate>(TAggregate? state, ICommand command, in AggregateContext context, CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate> =>
        TAggregate.RequiresServices && _scopes is not null
            ? DecideInScopeAsync(_scopes.CreateAsyncScope(), state, command, context, cancellationToken)
            : TAggregate.HandleAsync(state, command, context, services, cancellationToken);

    private static async ValueTask<Decision> DecideInScopeAsync<TAggregate>(
        AsyncServiceScope scope,
        TAggregate? state,
        ICommand command,
        AggregateContext context,
        CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate>
    {
        await using (scope.ConfigureAwait(false))
        {
            return await TAggregate.HandleAsync(state, command, context, scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
