namespace Cqrs.Gen.Faults;

/// <summary>
/// An application is killed (SIGKILL) again and again while 64 callers execute commands on 16 aggregates. Whoever was not answered sends the same command again to the next process.
/// </summary>
public sealed class KilledApplicationTests(SharedServer shared) : IDisposable
{
    private const int KillsOfOneStore = 25;
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(Build.Managed)]
    [InlineData(Build.Native)]
    public Task With_SQLite_nothing_acknowledged_is_lost_and_nothing_is_there_twice(Build build) => KillAsync(build, _folder.NewStore, Counts.Of(50, 1000));

    [Theory]
    [InlineData(Build.Managed)]
    [InlineData(Build.Native)]
    public Task With_PostgreSQL_nothing_acknowledged_is_lost_and_nothing_is_there_twice(Build build) => KillAsync(build, () => shared.NewStore(), Counts.Of(50, 1000));

    [Fact]
    public async Task A_store_that_answers_before_it_commits_is_found_out()
    {
        string store = _folder.NewStore();
        Ledger ledger = new();
        IReadOnlyList<Breach> breaches = [];
        for (int kill = 0; kill < 20 && breaches.Count == 0; kill++)
        {
            await using WorkerProcess worker = WorkerProcess.Start(Worker.Managed, ledger, store, orders: ["early=1"]);
            await ledger.AdvanceAsync(500);
            await worker.KillAsync();
            (breaches, _) = await LogCheck.RunAsync(() => Orders.Open(store), ledger.Acks);
        }

        Assert.Contains(breaches, static breach => breach.Promise == Promise.NothingLost);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task KillAsync(Build build, Func<string> newStore, int kills)
    {
        string program = await Worker.OfAsync(build);
        Random random = new(1);
        int acknowledged = 0;
        for (int done = 0; done < kills;)
        {
            string store = newStore();
            Ledger ledger = new();
            for (int kill = Math.Min(KillsOfOneStore, kills - done); kill > 0; kill--, done++)
            {
                await using WorkerProcess worker = WorkerProcess.Start(program, ledger, store);
                await ledger.AdvanceAsync(1);
                await Task.Delay(random.Next(20, 500));
                await worker.KillAsync();
            }

            await using (WorkerProcess last = WorkerProcess.Start(program, ledger, store))
            {
                await ledger.AdvanceAsync(100); // whatever was in doubt was sent again
                await last.StopAsync();
            }

            Assert.Empty(ledger.Faults);
            await LogCheck.PassAsync(() => Orders.Open(store), ledger);
            acknowledged += ledger.Count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{kills} kills, {acknowledged} acknowledged");
    }
}
