using Cqrs.Gen.PostgreSql.Server;

namespace Cqrs.Gen.Faults;

/// <summary>The server ends under 64 callers: all of it, one of its processes, or single connections. The application lives on.</summary>
public sealed class StoppedServerTests
{
    [Fact]
    public Task A_server_that_stops_at_once_loses_nothing_and_leaves_nothing_in_doubt() =>
        UnderLoadAsync(Counts.Of(20, 1000), static server => server.RestartAsync(StopMode.Immediate));

    [Fact]
    public Task A_server_process_that_is_killed_loses_nothing_and_leaves_nothing_in_doubt() =>
        UnderLoadAsync(Counts.Of(5, 200), static async server =>
        {
            PostgreSqlServer.KillBackend((int)(await server.ExecuteAsync("SELECT pid FROM pg_stat_activity WHERE application_name = 'Cqrs.Gen' ORDER BY random() LIMIT 1"))!);
            await Task.Delay(20);
            await server.WaitUntilReadyAsync();
        });

    [Fact]
    public Task Connections_that_are_terminated_lose_nothing_and_leave_nothing_in_doubt() =>
        UnderLoadAsync(Counts.Of(50, 2000), static server => server.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'Cqrs.Gen'"));

    private static async Task UnderLoadAsync(int rounds, Func<PostgreSqlServer, Task> fault)
    {
        await using PostgreSqlServer server = await SharedServer.StartAsync();
        string store = SharedServer.NewStore(server);
        Ledger ledger = new();
        Random random = new(1);
        await using WorkerProcess worker = WorkerProcess.Start(Worker.Managed, ledger, store);
        for (int round = 0; round < rounds; round++)
        {
            await ledger.AdvanceAsync(1);
            await Task.Delay(random.Next(5, 150));
            await fault(server);
        }

        await ledger.AdvanceAsync(1000);
        await worker.StopAsync();
        Assert.All(ledger.Faults, static f => Assert.Equal("StoreException.Unavailable", f)); // nothing was recorded then; never an unknown outcome
        await LogCheck.PassAsync(() => Orders.Open(store), ledger);
        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} rounds, {ledger.Count} acknowledged, {ledger.Faults.Count} refused");
    }
}
