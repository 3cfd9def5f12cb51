using System.Collections.Immutable;

namespace Cqrs.Gen.Testing;

/// <summary>The services that a scenario gives its handlers: those given one by one first, then those of a container.</summary>
internal sealed class ScenarioServices : IServiceProvider
{
    public static readonly ScenarioServices None = new([], null);

    private readonly ImmutableArray<(Type Type, object Instance)> _services;
    private readonly IServiceProvider? _container;

    private ScenarioServices(ImmutableArray<(Type Type, object Instance)> services, IServiceProvider? container)
    {
        _services = services;
        _container = container;
    }

    public ScenarioServices With(Type type, object instance) => new(_services.Insert(0, (type, instance)), _container);

    public ScenarioServices With(IServiceProvider container) => new(_services, container);

    public object? GetService(Type serviceType)
    {
        foreach ((Type type, object instance) in _services)
        {
            if (type == serviceType)
            {
                return instance;
            }
        }

        // WithService(new FakePrinter()) means whatever the handler asks for under an interface of FakePrinter.
        foreach ((_, object instance) in _services)
        {
            if (serviceType.IsInstanceOfType(instance))
            {
                return instance;
            }
        }

        return _container?.GetService(serviceType);
    }
}
