namespace Cqrs.Gen.Benchmarks;

/// <summary>The contenders on SQLite.</summary>
internal static class SqliteBanks
{
    /// <summary>All of them; the first that takes part in a workload is what the others are compared with.</summary>
    public static BankContender[] Contenders { get; } =
    [
        ByHand("by hand, one commit a command", BankKind.StateRead, NaiveBank.OpenAsync),
        ByHand("by hand, one commit a command, state kept", BankKind.StateKept, NaiveBank.OpenCachedAsync),
        ByHand("by hand, group commit, state kept", BankKind.StateKept, GroupingBank.OpenAsync),
        Ours("Cqrs.Gen", BankKind.StateKept, CqrsBuilder.DefaultCacheSize),
        Ours("Cqrs.Gen (control)", BankKind.StateKept, CqrsBuilder.DefaultCacheSize),
        Ours("Cqrs.Gen, no state kept", BankKind.StateRead, 0),
    ];

    private static BankContender ByHand(string name, BankKind kind, Func<string, ValueTask<IBank>> open) => new(name, kind, NewPlace, open, BankFile.Stored);

    private static BankContender Ours(string name, BankKind kind, int cacheSize) => new(name, kind, NewPlace, path => CqrsBank.OpenAsync(path, cacheSize), CqrsBank.Stored);

    private static ValueTask<IBankPlace> NewPlace() => new(new SqlitePlace());
}
