using Cqrs.Gen.PostgreSql.Server;

namespace Cqrs.Gen.Benchmarks;

/// <summary>The contenders on PostgreSQL.</summary>
internal static class PostgreSqlBanks
{
    /// <summary>All of them; the first that takes part in a workload is what the others are compared with.</summary>
    /// <param name="server">Where their places are.</param>
    public static BankContender[] On(PostgreSqlServer server)
    {
        return
        [
            ByHand("by hand, one commit a command", BankKind.StateRead, NaiveNpgsqlBank.OpenAsync),
            ByHand("by hand, one commit a command, state kept", BankKind.StateKept, NaiveNpgsqlBank.OpenCachedAsync),
            ByHand("by hand, group commit, state kept", BankKind.StateKept, GroupingNpgsqlBank.OpenAsync),
            Ours("Cqrs.Gen", BankKind.StateKept, CqrsBuilder.DefaultCacheSize),
            Ours("Cqrs.Gen (control)", BankKind.StateKept, CqrsBuilder.DefaultCacheSize),
            Ours("Cqrs.Gen, no state kept", BankKind.StateRead, 0),
        ];

        BankContender ByHand(string name, BankKind kind, Func<string, ValueTask<IBank>> open) => new(name, kind, NewPlace, open, NpgsqlTable.Stored);

        BankContender Ours(string name, BankKind kind, int cacheSize) =>
            new(name, kind, NewPlace, address => CqrsBank.OpenAsync(cqrs => PostgreSqlPlace.Use(cqrs, address), cacheSize), CqrsBank.Stored);

        ValueTask<IBankPlace> NewPlace() => new(new PostgreSqlPlace(server));
    }
}
