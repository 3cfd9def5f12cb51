namespace Cqrs.Gen.Benchmarks;

/// <summary>The full cycle of a command: load, decide, append, with every commit flushed to the disk.</summary>
internal static class AppendBenchmark
{
    public static async Task RunAsync(Effort effort, BankContender[] contenders, string store = "SQLite")
    {
        await CompareAsync(effort, contenders, new($"{store}, 1 caller over 1,000 aggregates", 1, 1_000, effort.Operations(4_000)));
        await CompareAsync(effort, contenders, new($"{store}, 64 callers over 1,000 aggregates", 64, 1_000, effort.Operations(16_000)));
        await CompareAsync(effort, contenders, new($"{store}, 64 callers on one aggregate", 64, 1, effort.Operations(16_000)));
    }

    private static Task CompareAsync(Effort effort, BankContender[] contenders, Workload workload) => effort.Stores(workload.Title, "commands").RunAsync(
        [.. contenders.Where(c => workload.Accounts > 1 || c.Kind == BankKind.StateKept).Select(c => new Contender(c.Name, () => Turn.RunAsync(c, workload)))]);
}
