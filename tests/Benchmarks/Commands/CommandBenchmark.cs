using System.Diagnostics;
using System.Globalization;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Benchmarks;

/// <summary>The whole command path on the store in memory: what the framework costs where the disk costs nothing.</summary>
internal static class CommandBenchmark
{
    private const int Operations = 10_000;
    private static readonly string[] _accounts = [.. Enumerable.Range(1, 1_000).Select(static n => n.ToString("'acct-'0000", CultureInfo.InvariantCulture))];

    public static Task RunAsync(Effort effort) => effort.Commands("A command from call to result, on the store in memory").RunAsync(
        new("by hand: dictionary, switch, System.Text.Json generator, list", () => Task.FromResult(ByHand())),
        new("Cqrs.Gen", OursAsync),
        new("Cqrs.Gen (control)", OursAsync));

    // Everything that the store keeps counts too: it is the same kind of thing on both sides.
    private static Measurement ByHand()
    {
        MemoryBank bank = new();
        foreach (string account in _accounts)
        {
            bank.Deposit(account, 1);
        }

        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Operations; i++)
        {
            bank.Deposit(_accounts[i % _accounts.Length], 1);
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
        return bank.EventCount == Operations + _accounts.Length ? new(Operations, elapsed, bytes) : throw Missing(bank.EventCount);
    }

    private static async Task<Measurement> OursAsync()
    {
        await using CqrsApplication bank = await CqrsApplication.OpenAsync(static cqrs => cqrs.AddModule<BenchmarksModule>().UseInMemory());
        foreach (string account in _accounts)
        {
            await bank.Commands.ExecuteAsync(account, new DepositMoney(1));
        }

        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < Operations; i++)
        {
            ValueTask<CommandResult> result = bank.Commands.ExecuteAsync(_accounts[i % _accounts.Length], new DepositMoney(1));
            if (!result.IsCompleted || !result.Result.IsSuccess)
            {
                throw new InvalidOperationException("The command left its thread, or was refused.");
            }
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;

        long events = 0;
        foreach (string account in _accounts)
        {
            AggregateContext<BankAccount>? loaded = await bank.Aggregates.GetAsync<BankAccount>(account);
            events += loaded!.Version == loaded.Payload.Balance ? loaded.Version : 0;
        }

        return events == Operations + _accounts.Length ? new(Operations, elapsed, bytes) : throw Missing(events);
    }

    private static InvalidOperationException Missing(long events) =>
        new($"{Operations + _accounts.Length} deposits were acknowledged; {events} are there.");
}
