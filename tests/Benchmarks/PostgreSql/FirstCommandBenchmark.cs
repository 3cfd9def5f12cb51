using System.Diagnostics;
using Cqrs.Gen.PostgreSql.Server;

namespace Cqrs.Gen.Benchmarks;

/// <summary>From the start of a process to its first durable command, on a store that was used before. The process is this very program, so a native one is measured by a native one.</summary>
internal static class FirstCommandBenchmark
{
    public static async Task RunAsync(Effort effort, PostgreSqlServer server)
    {
        await using PostgreSqlPlace byHand = new(server);
        await using PostgreSqlPlace ours = new(server);
        int n = 0;
        await effort.Starts("PostgreSQL, from the start of a process to its first durable command").RunAsync(
            Start("by hand", BankProgram.ByHand, byHand), Start("by hand (control)", BankProgram.ByHand, byHand), Start("Cqrs.Gen", BankProgram.Ours, ours));

        Contender Start(string name, BankProgram program, PostgreSqlPlace place) => new(name, async () =>
        {
            string account = $"acct-{n++}";
            long start = Stopwatch.GetTimestamp();
            using BankProcess process = new(BankWorker.First, $"{program}", place.Address, account);
            Deposit? first = await process.ReadAsync();
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            await process.EndAsync();
            return first == new Deposit(account, 1, 1) ? new Measurement(1, elapsed, 0) : throw new InvalidOperationException($"{name} acknowledged {first}.");
        });
    }
}
