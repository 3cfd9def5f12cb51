using System.Diagnostics;
using System.Globalization;

namespace Cqrs.Gen.Benchmarks;

/// <summary>One turn of a bank on a new file: a deposit into each account that does not count, then the workload, then the audit.</summary>
internal static class Turn
{
    public static async Task<Measurement> RunAsync(string name, Func<string, ValueTask<IBank>> open, string storedQuery, Workload workload)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cqrs-gen-");
        try
        {
            string path = Path.Combine(folder.FullName, "bank.db");
            string[] accounts = [.. Enumerable.Range(1, workload.Accounts).Select(static n => n.ToString("'acct-'0000", CultureInfo.InvariantCulture))];
            Deposit[] acknowledged = new Deposit[workload.Accounts + workload.Commands];
            Measurement measured;
            await using (IBank bank = await open(path))
            {
                await CallAsync(bank, acknowledged.AsMemory(0, accounts.Length), Math.Min(64, accounts.Length), (i, _) => accounts[i]);

                long bytes = GC.GetTotalAllocatedBytes(precise: true);
                long start = Stopwatch.GetTimestamp();
                await CallAsync(bank, acknowledged.AsMemory(accounts.Length), workload.Callers, (_, random) => accounts[random.Next(accounts.Length)]);
                TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
                measured = new(workload.Commands, elapsed, GC.GetTotalAllocatedBytes(precise: true) - bytes);
            }

            Audit.Demand(name, acknowledged, path, storedQuery);
            return measured;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task CallAsync(IBank bank, Memory<Deposit> acknowledged, int callers, Func<int, Random, string> choose)
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
