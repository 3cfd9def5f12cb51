namespace Cqrs.Gen.Faults;

/// <summary>Several processes keep one store busy, and none of them starves.</summary>
public sealed class FairShareTests(SharedServer shared) : IDisposable
{
    private const int Callers = 16;
    private const double Least = 0.25;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public Task Two_processes_share_a_SQLite_file() => PassAsync(_folder.NewStore(), processes: 2);

    [Fact]
    public Task Four_processes_share_a_PostgreSQL_database() => PassAsync(shared.NewStore(), processes: 4);

    [Fact]
    public async Task A_process_that_lets_others_go_first_is_found_out() =>
        Assert.InRange((await SharesAsync(shared.NewStore(), processes: 4, last: ["polite=1"])).Min(), 0, Least);

    public void Dispose() => _folder.Dispose();

    private static async Task PassAsync(string store, int processes) => Assert.InRange((await SharesAsync(store, processes)).Min(), Least, 1);

    /// <summary>What each process got done while all of them were at work, as a part of what it would be if all got the same.</summary>
    private static async Task<IReadOnlyList<double>> SharesAsync(string store, int processes, params string[] last)
    {
        Ledger ledger = new();
        WorkerProcess[] workers = [.. Enumerable.Range(0, processes).Select(i =>
            WorkerProcess.Start(Worker.Managed, ledger, store, i * Callers, Callers, ["aggregates=200", .. i == processes - 1 ? last : []]))];
        try
        {
            await Task.WhenAll(workers.Select(static worker => worker.OpenedAsync()));
            await ledger.AdvanceAsync(1_000); // until their code is compiled
            int begin = ledger.Count;
            await ledger.AdvanceAsync(Counts.Of(5_000, 100_000));
            int[] done = new int[processes];
            foreach (Ack ack in ledger.Acks.Skip(begin))
            {
                done[ack.Caller / Callers]++;
            }

            await Task.WhenAll(workers.Select(static worker => worker.StopAsync()));
            await LogCheck.PassAsync(() => Orders.Open(store), ledger);
            double[] shares = [.. done.Select(d => (double)d * processes / done.Sum())];
            TestContext.Current.TestOutputHelper?.WriteLine($"{done.Sum()} acknowledged, shares of what is fair: {string.Join(", ", shares.Select(static s => s.ToString("0.00", null)))}");
            return shares;
        }
        finally
        {
            foreach (WorkerProcess worker in workers)
            {
                await worker.DisposeAsync();
            }
        }
    }
}
