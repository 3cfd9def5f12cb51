namespace Cqrs.Gen;

/// <summary>The services of handlers in an application without a container.</summary>
internal sealed class ServiceInstances : IServiceProvider
{
    private readonly Dictionary<Type, object> _instances = [];

    public void Add(Type type, object instance) => _instances[type] = instance;

    public object? GetService(Type serviceType) => _instances.GetValueOrDefault(serviceType);

    /// <summary>Hands the services over to a container, once.</summary>
    public IEnumerable<KeyValuePair<Type, object>> Take()
    {
        KeyValuePair<Type, object>[] taken = [.. _instances];
        _instances.Clear();
        return taken;
    }
}
