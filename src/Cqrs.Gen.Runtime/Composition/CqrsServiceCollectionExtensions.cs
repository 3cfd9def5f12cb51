using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Cqrs.Gen;

/// <summary>Adds an event-sourced application to a container.</summary>
public static class CqrsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="ICommandBus"/>, <see cref="IQueryReader"/>, <see cref="IAggregateReader"/> and the <see cref="CqrsApplication"/> behind them, all as
    /// singletons. Called again, it goes on with the same application, so that each part of a program can add its own module.
    /// </summary>
    /// <remarks>
    /// The parts are put together, and checked, when one of them is first asked for; the store is opened by the first command or query. To have both at
    /// the start: <c>await services.GetRequiredService&lt;CqrsApplication&gt;().OpenAsync()</c>. Handlers take their services from a scope of
    /// their own, opened for each decision and ended before anything is recorded.
    /// </remarks>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Says what the application consists of; called at once.</param>
    public static IServiceCollection AddCqrs(this IServiceCollection services, Action<CqrsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        CqrsBuilder builder = FindOrAddBuilder(services);
        configure(builder);
        foreach ((Type type, object instance) in builder.Services.Take())
        {
            services.AddSingleton(type, instance);
        }

        services.TryAddSingleton(static provider => CqrsApplication.Create(provider.GetRequiredService<CqrsBuilder>(), provider));
        services.TryAddSingleton(static provider => provider.GetRequiredService<CqrsApplication>().Commands);
        services.TryAddSingleton(static provider => provider.GetRequiredService<CqrsApplication>().Queries);
        services.TryAddSingleton(static provider => provider.GetRequiredService<CqrsApplication>().Aggregates);
        return services;
    }

    private static CqrsBuilder FindOrAddBuilder(IServiceCollection services)
    {
        foreach (ServiceDescriptor service in services)
        {
            if (service.ServiceType == typeof(CqrsBuilder) && !service.IsKeyedService && service.ImplementationInstance is CqrsBuilder existing)
            {
                return existing;
            }
        }

        CqrsBuilder builder = new();
        services.AddSingleton(builder);
        return builder;
    }
}
