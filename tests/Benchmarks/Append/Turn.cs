using System.Diagnostics;
using System.Globalization;

namespace Cqrs.Gen.Benchmarks;

/// <summary>
/// One turn of a bank in a new place: a deposit into each account and a few more, which do not count, then the workload, then the audit. What does not count brings the
/// store to where it stays: while a write-ahead log still grows, every commit changes the size of its file too, which takes two to ten times as long.
/// </summary>
internal static class Turn
{
    private const int Settling = 500;

    public static async Task<Measurement> RunAsync(BankContender contender, Workload workload)
    {
        await using IBankPlace place = await contender.NewPlace();
        string[] accounts = [.. Enumerable.Range(1, workload.Accounts).Select(static n => n.ToString("'acct-'0000", CultureInfo.InvariantCulture))];
        int before = accounts.Length + Settling;
        Deposit[] acknowledged = new Deposit[before + workload.Commands];
        Measurement measured;
        await using (IBank bank = await contender.Open(place.Address))
        {
            await CallAsync(bank, acknowledged.AsMemory(0, accounts.Length), Math.Min(64, accounts.Length), (i, _) => accounts[i]);
            await CallAsync(bank, acknowledged.AsMemory(accounts.Length, Settling), workload.Callers, (_, random) => accounts[random.Next(accounts.Length)]);

            long bytes = GC.GetTotalAllocatedBytes(precise: true);
            long start = Stopwatch.GetTimestamp();
            await CallAsync(bank, acknowledged.AsMemory(before), workload.Callers, (_, random) => accounts[random.Next(accounts.Length)]);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            measured = new(workload.Commands, elapsed, GC.GetTotalAllocatedBytes(precise: true) - bytes);
        }

        Audit.Demand(contender.Name, acknowledged, await place.ReadAsync(contender.StoredQuery));
        return measured;
    }

    /// <summary>Lets callers deposit, each one deposit after the other, and notes what was acknowledged.</summary>
    /// <param name="bank">Where to.</param>
    /// <param name="acknowledged">Room for all of them.</param>
    /// <param name="callers">How many call at once.</param>
    /// <param name="choose">The account of a deposit, by its number and by chance.</param>
    public static Task CallAsync(IBank bank, Memory<Deposit> acknowledged, int callers, Func<int, Random, string> choose)
    {
        Task[] calls = new Task[callers];
        for (int i = 0; i < callers; i++)
        {
            int caller = i;
            calls[caller] = Task.Run(async () =>
            {
                Random random = new(caller);
                for (int n = caller; n < acknowledged.Length; n += callers)
                {
                    string account = choose(n, random);
                    decimal amount = (n + 1) / 100m; // no two are the same, so the file tells which is which
                    long version = await bank.DepositAsync(account, amount);
                    acknowledged.Span[n] = new(account, version, amount);
                }
            });
        }

        return Task.WhenAll(calls);
    }
}
