namespace Cqrs.Gen.Benchmarks;

/// <summary>The full cycle of a command on SQLite: load, decide, append, with every commit flushed to the disk.</summary>
internal static class AppendBenchmark
{
    public static async Task RunAsync(Effort effort)
    {
        await RunAsync(effort, new("SQLite, 1 caller over 1,000 aggregates", 1, 1_000, effort.Operations(2_000)));
        await RunAsync(effort, new("SQLite, 64 callers over 1,000 aggregates", 64, 1_000, effort.Operations(8_000)));
        await RunAsync(effort, new("SQLite, 64 callers on one aggregate", 64, 1, effort.Operations(4_000)));
    }

    private static Task RunAsync(Effort effort, Workload workload)
    {
        Contender naive = ByHand("by hand, one commit a command", NaiveBank.OpenAsync);
        Contender cached = ByHand("by hand, one commit a command, state kept", NaiveBank.OpenCachedAsync);
        Contender grouping = ByHand("by hand, group commit, state kept", GroupingBank.OpenAsync);
        Contender ours = Ours("Cqrs.Gen", CqrsBuilder.DefaultCacheSize);
        Contender control = Ours("Cqrs.Gen (control)", CqrsBuilder.DefaultCacheSize);
        Contender uncached = Ours("Cqrs.Gen, no state kept", 0);
        Contest contest = effort.Stores(workload.Title, "commands");

        // Replaying one hot account again and again says nothing of appending.
        return workload.Accounts == 1 ? contest.RunAsync(cached, grouping, ours, control) : contest.RunAsync(naive, cached, grouping, ours, control, uncached);

        Contender ByHand(string name, Func<string, ValueTask<IBank>> open) => new(name, () => Turn.RunAsync(name, open, BankFile.Stored, workload));

        Contender Ours(string name, int cacheSize) =>
            new(name, () => Turn.RunAsync(name, path => CqrsBank.OpenAsync(path, cacheSize), CqrsBank.Stored, workload));
    }
}
