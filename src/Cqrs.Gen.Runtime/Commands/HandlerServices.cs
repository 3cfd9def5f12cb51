using Microsoft.Extensions.DependencyInjection;

namespace Cqrs.Gen;

/// <summary>Lets aggregates decide, with the services that their handlers take: one scope for each decision, ended before anything is recorded.</summary>
internal sealed class HandlerServices(IServiceProvider services)
{
    private readonly IServiceScopeFactory? _scopes = services.GetService(typeof(IServiceScopeFactory)) as IServiceScopeFactory;

    public ValueTask<Decision> DecideAsync<TAggregate>(
        LoadedAggregate<TAggregate> aggregate,
        ICommand command,
        in AggregateContext context,
        CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate> =>
        TAggregate.RequiresServices
            ? DecideWithServicesAsync(aggregate, command, context, cancellationToken)
            : TAggregate.HandleAsync(aggregate.State, command, context, services, cancellationToken);

    private async ValueTask<Decision> DecideWithServicesAsync<TAggregate>(
        LoadedAggregate<TAggregate> aggregate,
        ICommand command,
        AggregateContext context,
        CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate>
    {
        DecisionFrame frame = DecisionFrame.Begin(aggregate);
        try
        {
            if (_scopes is null)
            {
                return await TAggregate.HandleAsync(aggregate.State, command, context, services, cancellationToken).ConfigureAwait(false);
            }

            AsyncServiceScope scope = _scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                return await TAggregate.HandleAsync(aggregate.State, command, context, scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            frame.End();
        }
    }
}
