using Cqrs.Gen.PostgreSql.Server;

namespace Cqrs.Gen.Benchmarks;

/// <summary>What the other suites compare on SQLite, on a private PostgreSQL server with every commit flushed to the disk.</summary>
internal static class PostgreSqlBenchmark
{
    public static Task RunAsync(Effort effort) => RunAsync(async server =>
    {
        await AppendBenchmark.RunAsync(effort, PostgreSqlBanks.On(server), "PostgreSQL");
        await ProcessBenchmark.RunAsync(effort, server);
        await PostgreSqlReplayBenchmark.RunAsync(effort, server);
        await RunFirstCommandAsync(effort, server);
    });

    public static Task RunFirstCommandAsync(Effort effort) => RunAsync(server => RunFirstCommandAsync(effort, server));

    private static Task RunFirstCommandAsync(Effort effort, PostgreSqlServer server) =>
        FirstCommandBenchmark.RunAsync(effort, "PostgreSQL", () => new PostgreSqlPlace(server), BankProgram.PostgreSqlByHand, BankProgram.PostgreSql);

    private static async Task RunAsync(Func<PostgreSqlServer, Task> run)
    {
        if (PostgreSqlServer.Missing is { } reason)
        {
            Console.Error.WriteLine($"PostgreSQL is left out. {reason}");
            return;
        }

        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync("max_connections=400"); // four processes, each with as many connections as callers
        await run(server);
    }
}
