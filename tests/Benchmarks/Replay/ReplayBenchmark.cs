using System.Diagnostics;

namespace Cqrs.Gen.Benchmarks;

/// <summary>From the events of one aggregate in a file to its state.</summary>
internal static class ReplayBenchmark
{
    private const string Account = "acct-1";

    public static async Task RunAsync(Effort effort)
    {
        await RunAsync(effort, 1_000);
        await RunAsync(effort, 10_000);
    }

    private static async Task RunAsync(Effort effort, int events)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("cqrs-gen-");
        try
        {
            string ourPath = Path.Combine(folder.FullName, "ours.db");
            string handPath = Path.Combine(folder.FullName, "by-hand.db");
            await using CqrsBank ours = (CqrsBank)await CqrsBank.OpenAsync(ourPath);
            using BankFile byHand = new(handPath);
            await FillAsync(ours, byHand, events);
            using RawReplay raw = new(handPath);

            int times = Math.Max(1, 4_000 / events);
            await effort.Replays($"Replay of {events:#,0} events from SQLite").RunAsync(
                Replay("by hand, SQLite's own functions and Utf8JsonReader", () => Expect(raw.Load(Account))),
                Replay("by hand (control)", () => Expect(raw.Load(Account))),
                Replay("by hand, Microsoft.Data.Sqlite and System.Text.Json generator", () => Expect(byHand.Load(Account))),
                Replay("Cqrs.Gen", ReplayOurs));

            Contender Replay(string name, Action replay) => new(name, () =>
            {
                long bytes = GC.GetAllocatedBytesForCurrentThread();
                long start = Stopwatch.GetTimestamp();
                for (int i = 0; i < times; i++)
                {
                    replay();
                }

                TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
                return Task.FromResult(new Measurement((long)times * events, elapsed, GC.GetAllocatedBytesForCurrentThread() - bytes));
            });

            // SQLite works on the calling thread, so nothing is ever awaited.
            void ReplayOurs()
            {
                ValueTask<AggregateContext<BankAccount>?> loading = ours.Aggregates.GetAsync<BankAccount>(Account);
                AggregateContext<BankAccount> loaded = loading.IsCompleted ? loading.Result! : throw new InvalidOperationException("The replay left its thread.");
                Demand(loaded.Version, loaded.Payload.Balance);
            }

            void Expect(AccountState state) => Demand(state.Version, state.Account.Balance);

            void Demand(long version, decimal balance)
            {
                if (version != events || balance != Balance(events))
                {
                    throw new InvalidOperationException($"The account ends at version {version} with {balance}.");
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task FillAsync(CqrsBank ours, BankFile byHand, int events)
    {
        using Microsoft.Data.Sqlite.SqliteTransaction transaction = byHand.Begin();
        for (int i = 1; i <= events; i++)
        {
            byHand.Append(Account, i, new MoneyDeposited(i / 100m, Balance(i)));
            await ours.DepositAsync(Account, i / 100m);
        }

        transaction.Commit();
    }

    private static decimal Balance(int events) => (long)events * (events + 1) / 2 / 100m;
}
