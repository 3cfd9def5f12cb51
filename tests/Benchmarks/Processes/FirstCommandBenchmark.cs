using System.Diagnostics;

namespace Cqrs.Gen.Benchmarks;

/// <summary>
/// From the start of a process to its first durable command, on a store that was used before, and the most memory the process had resident until it ended. The process is
/// this very program, so a native one is measured by a native one.
/// </summary>
internal static class FirstCommandBenchmark
{
    public static Task RunOnSqliteAsync(Effort effort) => RunAsync(effort, "SQLite", static () => new SqlitePlace(), BankProgram.SqliteByHand, BankProgram.Sqlite);

    public static async Task RunAsync(Effort effort, string store, Func<IBankPlace> newPlace, BankProgram byHand, BankProgram ours)
    {
        await using IBankPlace placeByHand = newPlace();
        await using IBankPlace placeOfOurs = newPlace();
        List<Deposit> acknowledgedByHand = [];
        await effort.Starts($"{store}, from the start of a process to its first durable command").RunAsync(
            Start("by hand", byHand, placeByHand, acknowledgedByHand),
            Start("by hand (control)", byHand, placeByHand, acknowledgedByHand),
            Start("Cqrs.Gen", ours, placeOfOurs, []));
    }

    private static Contender Start(string name, BankProgram program, IBankPlace place, List<Deposit> acknowledged) => new(name, async () =>
    {
        string account = $"acct-{acknowledged.Count}";
        long start = Stopwatch.GetTimestamp();
        using BankProcess process = new(BankWorker.First, program.Name, place.Address, account);
        Deposit? first = await process.ReadAsync();
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        acknowledged.Add(first == new Deposit(account, 1, 1) ? first.Value : throw new InvalidOperationException($"{name} acknowledged {first}."));

        long peak = await process.ReadPeakAsync();
        await process.EndAsync();
        Audit.Demand(name, acknowledged, await place.ReadAsync(program.Stored));
        return new(1, elapsed, peak);
    });
}
