using Cqrs.Gen.Sqlite;

namespace Cqrs.Gen.Benchmarks;

/// <summary>The command bus of Cqrs.Gen.</summary>
internal sealed class CqrsBank : IBank
{
    /// <summary>What stands in the file, for <see cref="Audit"/>.</summary>
    public const string Stored = "SELECT id, sequence, payload FROM log WHERE aggregate = 'bank-account' AND name = 'money-deposited'";

    private readonly CqrsApplication _application;

    private CqrsBank(CqrsApplication application) => _application = application;

    public IAggregateReader Aggregates => _application.Aggregates;

    public static ValueTask<IBank> OpenAsync(string path, int cacheSize = CqrsBuilder.DefaultCacheSize) => OpenAsync(cqrs => cqrs.UseSqlite(path), cacheSize);

    public static async ValueTask<IBank> OpenAsync(Action<CqrsBuilder> useStore, int cacheSize = CqrsBuilder.DefaultCacheSize) => new CqrsBank(await CqrsApplication.OpenAsync(cqrs =>
    {
        cqrs.AddModule<BenchmarksModule>().CacheAggregates(cacheSize);
        useStore(cqrs);
    }));

    public async ValueTask<long> DepositAsync(string account, decimal amount)
    {
        CommandResult result = await _application.Commands.ExecuteAsync(account, new DepositMoney(amount)).ConfigureAwait(false);
        return result.Version;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
