using System.Diagnostics;
using Cqrs.Gen.PostgreSql.Server;

namespace Cqrs.Gen.Benchmarks;

/// <summary>From the events of one aggregate in PostgreSQL to its state.</summary>
internal static class PostgreSqlReplayBenchmark
{
    private const string Account = "acct-1";

    public static async Task RunAsync(Effort effort, PostgreSqlServer server)
    {
        await RunAsync(effort, server, 1_000);
        await RunAsync(effort, server, 10_000);
    }

    private static async Task RunAsync(Effort effort, PostgreSqlServer server, int events)
    {
        await using PostgreSqlPlace ourPlace = new(server);
        await using PostgreSqlPlace handPlace = new(server);
        await using CqrsBank ours = (CqrsBank)await CqrsBank.OpenAsync(cqrs => PostgreSqlPlace.Use(cqrs, ourPlace.Address));
        for (int i = 1; i <= events; i++)
        {
            await ours.DepositAsync(Account, i / 100m);
        }

        await using NpgsqlTable table = await NpgsqlTable.OpenAsync(handPlace.Address);
        await using NpgsqlReplay byHand = await NpgsqlReplay.OpenAsync(table);
        long[] versions = [.. Enumerable.Range(1, events)];
        await NpgsqlTable.AppendAsync(byHand.Connection, [.. versions.Select(static _ => Account)], versions, [.. versions.Select(static v => new MoneyDeposited(v / 100m, Balance(v)))]);
        await server.ExecuteAsync("VACUUM ANALYZE");

        int times = Math.Max(1, 10_000 / events);
        await effort.Replays($"Replay of {events:#,0} events from PostgreSQL").RunAsync(
            Replay("by hand, binary values and Utf8JsonReader", async () => Demand(await byHand.LoadAsync(Account))),
            Replay("by hand (control)", async () => Demand(await byHand.LoadAsync(Account))),
            Replay("by hand, System.Text.Json generator", async () => Demand(await NpgsqlTable.LoadAsync(byHand.Connection, Account))),
            Replay("Cqrs.Gen", async () =>
            {
                AggregateContext<BankAccount> loaded = (await ours.Aggregates.GetAsync<BankAccount>(Account))!;
                DemandEnd(loaded.Version, loaded.Payload.Balance);
            }));

        Contender Replay(string name, Func<Task> replay) => new(name, async () =>
        {
            long bytes = GC.GetTotalAllocatedBytes(precise: true);
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < times; i++)
            {
                await replay();
            }

            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            return new Measurement((long)times * events, elapsed, GC.GetTotalAllocatedBytes(precise: true) - bytes);
        });

        void Demand(AccountState state) => DemandEnd(state.Version, state.Account.Balance);

        void DemandEnd(long version, decimal balance)
        {
            if (version != events || balance != Balance(events))
            {
                throw new InvalidOperationException($"The account ends at version {version} with {balance}.");
            }
        }
    }

    private static decimal Balance(long events) => events * (events + 1) / 2 / 100m;
}
