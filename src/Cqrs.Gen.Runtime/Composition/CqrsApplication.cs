using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using Cqrs.Gen.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cqrs.Gen;

/// <summary>
/// An event-sourced application: its commands, its queries, and the store under them. A container makes it for
/// <see cref="CqrsServiceCollectionExtensions.AddCqrs"/>; a program without one makes it itself.
/// </summary>
/// <example>
/// <code>
/// await using CqrsApplication bank = await CqrsApplication.OpenAsync(cqrs => cqrs.AddModule&lt;BankModule&gt;().UseSqlite("bank.db"));
/// CommandResult result = await bank.Commands.ExecuteAsync("acct-1", new DepositMoney(10m));
/// </code>
/// </example>
public sealed class CqrsApplication : IAsyncDisposable, IDisposable
{
    private readonly StoreGate _gate;
    private readonly Instruments _instruments;

    private CqrsApplication(CqrsBuilder builder, IServiceProvider services)
    {
        ModuleCatalog catalog = new(builder.Modules);
        DemandKnown(builder, catalog);
        Func<IEventStorage> storage = builder.Storage ?? throw new CompositionException(
            "No store was chosen. Call UseSqlite(…), UseInMemory() or UseStorage(…) where the application is put together.");
        ILogger log = (builder.LoggerFactory ?? Find<ILoggerFactory>(services) ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);
        string modules = string.Join(", ", builder.Modules.Select(static m => m.Name));
        _gate = new(storage, l => l.Opened(catalog.Aggregates.Count, catalog.Queries.Count, modules), log);
        _instruments = new(Find<IMeterFactory>(services));

        CommandEnvironment environment = new(
            _gate, new(services), builder.Clock ?? Find<TimeProvider>(services) ?? TimeProvider.System, log, _instruments, builder.MaxAttempts);
        Dictionary<string, AggregateParts> parts = catalog.Aggregates.ToDictionary(static a => a.Name, a => Build(a, builder, catalog, environment));
        Commands = new CommandBus(catalog.Aggregates.ToFrozenDictionary(static a => a.Contract, a => parts[a.Name].Executor));
        Aggregates = new AggregateReader(_gate, catalog.Aggregates.ToFrozenDictionary(static a => a.Type, a => parts[a.Name].Loader));
        Queries = new QueryReader(_gate, catalog.Queries.ToFrozenDictionary(
            static q => q.Type,
            q => q.Inline is { } inline ? new InlineSource(inline, parts[inline.AggregateName].Documents) : null));
    }

    /// <summary>Executes commands.</summary>
    public ICommandBus Commands { get; }

    /// <summary>Reads the documents of queries.</summary>
    public IQueryReader Queries { get; }

    /// <summary>Reads the state of aggregates.</summary>
    public IAggregateReader Aggregates { get; }

    /// <summary>Puts an application together. Its store is opened by whoever needs it first, or by <see cref="OpenAsync(CancellationToken)"/>.</summary>
    /// <param name="configure">Says what it consists of.</param>
    /// <exception cref="CompositionException">It does not fit together; the message says what to add or change.</exception>
    public static CqrsApplication Create(Action<CqrsBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        CqrsBuilder builder = new();
        configure(builder);
        return new(builder, builder.Services);
    }

    /// <summary>Puts an application together and opens its store.</summary>
    /// <param name="configure">Says what it consists of.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <exception cref="CompositionException">It does not fit together; the message says what to add or change.</exception>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public static async ValueTask<CqrsApplication> OpenAsync(Action<CqrsBuilder> configure, CancellationToken cancellationToken = default)
    {
        CqrsApplication application = Create(configure);
        try
        {
            await application.OpenAsync(cancellationToken).ConfigureAwait(false);
            return application;
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens the store if it is not open yet, so that a store that cannot be used is known at the start. After a failure it may be called again.</summary>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public async ValueTask OpenAsync(CancellationToken cancellationToken = default) => await _gate.GetAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Takes no more commands, completes the appends that were accepted, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await _gate.DisposeAsync().ConfigureAwait(false);
        _instruments.Dispose();
    }

    /// <summary>The same as <see cref="DisposeAsync"/>, for containers that are disposed synchronously; it waits.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    internal static CqrsApplication Create(CqrsBuilder builder, IServiceProvider services) => new(builder, services);

    private static AggregateParts Build(AggregateEntry aggregate, CqrsBuilder builder, ModuleCatalog catalog, CommandEnvironment environment)
    {
        AggregateOptions? options = builder.Aggregates.GetValueOrDefault(aggregate.Type) ?? builder.Aggregates.GetValueOrDefault(aggregate.Contract);
        InlineQuery[] queries = [.. catalog.Queries.Select(static q => q.Inline).OfType<InlineQuery>().Where(q => q.AggregateName == aggregate.Name)];
        AggregateSettings settings = new(
            options?.Snapshots ?? builder.Snapshots, options?.CacheSize ?? builder.CacheSize, options?.MaxPending ?? builder.MaxPending);
        return aggregate.Build(environment, queries, settings);
    }

    private static void DemandKnown(CqrsBuilder builder, ModuleCatalog catalog)
    {
        if (builder.Modules.Count == 0)
        {
            throw new CompositionException("No module was added. Call AddModule<…>() with the class that the generator wrote for each assembly with aggregates or queries.");
        }

        foreach (Type configured in builder.Aggregates.Keys)
        {
            if (!catalog.Aggregates.Any(a => a.Type == configured || a.Contract == configured))
            {
                throw new CompositionException(
                    $"ForAggregate<{configured}> names an aggregate that is in no module that was added. Add the generated module class of its assembly with AddModule.");
            }
        }
    }

    private static T? Find<T>(IServiceProvider services)
        where T : class => services.GetService(typeof(T)) as T;
}
