using System.Diagnostics;
using Cqrs.Gen.PostgreSql.Server;

namespace Cqrs.Gen.Benchmarks;

/// <summary>Several processes on one store, each with callers and accounts of its own: what they do together.</summary>
internal static class ProcessBenchmark
{
    private const int Accounts = 1_000;

    public static async Task RunAsync(Effort effort, PostgreSqlServer server)
    {
        int commands = effort.Operations(64_000);
        await effort.Stores("PostgreSQL, processes of 64 callers each", "commands").RunAsync(
            Ours("Cqrs.Gen, 1 process", 1, 64), Ours("Cqrs.Gen, 1 process (control)", 1, 64), Ours("Cqrs.Gen, 2 processes", 2, 64), Ours("Cqrs.Gen, 4 processes", 4, 64),
            ByHand("by hand, 1 process", 1, 64), ByHand("by hand, 4 processes", 4, 64));
        await effort.Stores("PostgreSQL, 64 callers in several processes", "commands").RunAsync(
            Ours("Cqrs.Gen, 1 process", 1, 64), Ours("Cqrs.Gen, 2 processes", 2, 32), Ours("Cqrs.Gen, 4 processes", 4, 16),
            ByHand("by hand, 1 process", 1, 64), ByHand("by hand, 4 processes", 4, 16));

        Contender Ours(string name, int processes, int callers) => new(name, () => TurnAsync(server, name, BankProgram.PostgreSql, processes, callers, commands));

        Contender ByHand(string name, int processes, int callers) => new(name, () => TurnAsync(server, name, BankProgram.PostgreSqlByHand, processes, callers, commands / 4));
    }

    private static async Task<Measurement> TurnAsync(PostgreSqlServer server, string name, BankProgram program, int count, int callers, int commands)
    {
        await using PostgreSqlPlace place = new(server);
        BankProcess[] processes = [.. Enumerable.Range(0, count).Select(i => new BankProcess(BankWorker.Load, program.Name, place.Address, $"p{i}-", $"{Accounts / count}", $"{callers}", $"{commands / count}"))];
        try
        {
            await Task.WhenAll(processes.Select(static process => process.ExpectAsync("ready")));
            long start = Stopwatch.GetTimestamp();
            await Task.WhenAll(processes.Select(static process => process.BeginAsync()));
            await Task.WhenAll(processes.Select(static process => process.ExpectAsync("done")));
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);

            List<Deposit>[] acknowledged = await Task.WhenAll(processes.Select(static process => process.EndAsync()));
            Audit.Demand(name, [.. acknowledged.SelectMany(static some => some)], await place.ReadAsync(program.Stored));
            return new(commands / count * count, elapsed, 0);
        }
        finally
        {
            Array.ForEach(processes, static process => process.Dispose());
        }
    }
}
