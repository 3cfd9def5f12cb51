using Cqrs.Gen.Storage;
using Microsoft.Extensions.Logging;

namespace Cqrs.Gen;

/// <summary>
/// Puts an application together: its modules, its store, and what differs from the defaults. Used through
/// <see cref="CqrsServiceCollectionExtensions.AddCqrs"/>, or through <see cref="CqrsApplication"/> without a container.
/// </summary>
public sealed class CqrsBuilder : IStorageTarget
{
    /// <summary>How many aggregates of each kind are kept in memory unless <see cref="CacheAggregates"/> says otherwise.</summary>
    public const int DefaultCacheSize = 1000;

    /// <summary>How often a command is decided at the most unless <see cref="RetryConflicts"/> says otherwise.</summary>
    public const int DefaultMaxAttempts = 10;

    /// <summary>How many commands on each kind of aggregate may be executing or waiting at once unless <see cref="LimitPending"/> says otherwise.</summary>
    public const int DefaultMaxPending = 10_000;

    private readonly Dictionary<Type, Module> _modules = [];
    private readonly Dictionary<Type, AggregateOptions> _aggregates = [];

    internal CqrsBuilder()
    {
    }

    internal IReadOnlyCollection<Module> Modules => _modules.Values;

    internal IReadOnlyDictionary<Type, AggregateOptions> Aggregates => _aggregates;

    internal ServiceInstances Services { get; } = new();

    internal Func<IEventStorage>? Storage { get; private set; }

    internal SnapshotPolicy Snapshots { get; private set; } = SnapshotPolicy.Never;

    internal int CacheSize { get; private set; } = DefaultCacheSize;

    internal int MaxPending { get; private set; } = DefaultMaxPending;

    internal int MaxAttempts { get; private set; } = DefaultMaxAttempts;

    internal TimeProvider? Clock { get; private set; }

    internal ILoggerFactory? LoggerFactory { get; private set; }

    /// <summary>Adds the aggregates and queries of an assembly. Adding a module again changes nothing.</summary>
    /// <typeparam name="TModule">The class that the generator wrote for the assembly.</typeparam>
    public CqrsBuilder AddModule<TModule>()
        where TModule : IModule
    {
        _modules.TryAdd(typeof(TModule), new(TModule.ModuleName, static visitor => TModule.Accept(visitor)));
        return this;
    }

    /// <summary>Sets the store; adapters have a shorter way, such as <c>UseSqlite</c>. The last call wins.</summary>
    /// <param name="create">Creates the store; it is opened and closed by the application.</param>
    public CqrsBuilder UseStorage(Func<IEventStorage> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        Storage = create;
        return this;
    }

    void IStorageTarget.UseStorage(Func<IEventStorage> create) => UseStorage(create);

    /// <summary>Sets when snapshots are written; without it, they never are.</summary>
    /// <param name="policy">The policy of all aggregates that have none of their own.</param>
    public CqrsBuilder UseSnapshots(SnapshotPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Snapshots = policy;
        return this;
    }

    /// <summary>Sets how many aggregates of each kind are kept in memory after a command, so that the next one need not read them.</summary>
    /// <param name="count">From 0 (none) upwards. The least recently used are forgotten.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public CqrsBuilder CacheAggregates(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        CacheSize = count;
        return this;
    }

    /// <summary>
    /// Sets how many commands on each kind of aggregate may be executing or waiting at once; one more is refused at once with <see cref="OverloadedException"/>. A caller
    /// that had to wait to be let in would only wait in another place, which nothing bounds; one that is refused can slow down, or tell its own caller to come back.
    /// </summary>
    /// <param name="count">From 1 upwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public CqrsBuilder LimitPending(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        MaxPending = count;
        return this;
    }

    /// <summary>Sets how often a command is decided when its aggregate keeps being changed by other processes.</summary>
    /// <param name="maxAttempts">From 1 (no retry) upwards. A command with an expected version is never decided again after a conflict.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public CqrsBuilder RetryConflicts(int maxAttempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxAttempts, 1);
        MaxAttempts = maxAttempts;
        return this;
    }

    /// <summary>Sets what differs for one kind of aggregate.</summary>
    /// <typeparam name="TAggregate">The aggregate's class, or its <see cref="AggregateAttribute.Contract"/>.</typeparam>
    /// <param name="configure">Sets the options; called at once.</param>
    public CqrsBuilder ForAggregate<TAggregate>(Action<AggregateOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        if (!_aggregates.TryGetValue(typeof(TAggregate), out AggregateOptions? options))
        {
            _aggregates.Add(typeof(TAggregate), options = new());
        }

        configure(options);
        return this;
    }

    /// <summary>Makes a service available to handlers that take it as a parameter. With a container, this registers the instance there.</summary>
    /// <typeparam name="TService">The type by which handlers ask for it.</typeparam>
    /// <param name="instance">The service; whoever made it disposes it. The last one of a type wins.</param>
    public CqrsBuilder AddService<TService>(TService instance)
        where TService : class
    {
        ArgumentNullException.ThrowIfNull(instance);
        Services.Add(typeof(TService), instance);
        return this;
    }

    /// <summary>Sets where timestamps come from; without it, the container's <see cref="TimeProvider"/> or the system's clock.</summary>
    /// <param name="clock">The clock.</param>
    public CqrsBuilder UseTimeProvider(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        Clock = clock;
        return this;
    }

    /// <summary>Sets where to log; without it, the container's logging, or nowhere.</summary>
    /// <param name="loggerFactory">Makes the logger, of the category <c>Cqrs.Gen</c>.</param>
    public CqrsBuilder UseLogging(ILoggerFactory loggerFactory)
    {
        ArgumentNullException.ThrowIfNull(loggerFactory);
        LoggerFactory = loggerFactory;
        return this;
    }
}
