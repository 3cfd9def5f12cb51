using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>Several processes on one store, and on the same aggregates.</summary>
public sealed class CompetingProcessesTests(SharedServer shared) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Two_processes_share_a_SQLite_file_and_nobody_hears_that_it_is_busy()
    {
        Ledger ledger = await CompeteAsync(_folder.NewStore(), processes: 2, Counts.Of(10_000, 100_000));

        Assert.DoesNotContain("StoreException.Locked", ledger.Faults);
    }

    [Fact]
    public Task Four_processes_share_a_PostgreSQL_database() => CompeteAsync(shared.NewStore(), processes: 4, Counts.Of(10_000, 100_000));

    [Fact]
    public async Task A_store_that_does_not_wait_for_the_other_process_is_found_out()
    {
        string store = _folder.NewStore();
        await using EventStore impatient = new(Orders.Open(store, isImpatient: true));
        await impatient.OpenAsync();
        Ledger ledger = new();
        await using WorkerProcess other = WorkerProcess.Start(Worker.Managed, ledger, store);
        await ledger.AdvanceAsync(1);

        StoreException busy = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            for (int n = 1; n <= 10_000; n++)
            {
                await impatient.AppendAsync(Requests.To("impatient", n - 1, 99, n));
            }
        });

        Assert.Equal(StoreFault.Locked, busy.Fault);
        await other.KillAsync();
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<Ledger> CompeteAsync(string store, int processes, int appends)
    {
        Ledger ledger = new();
        int callers = 64 / processes;
        int until = (appends + 63) / 64;
        WorkerProcess[] workers = [.. Enumerable.Range(0, processes).Select(i => WorkerProcess.Start(Worker.Managed, ledger, store, i * callers, callers, [$"until={until}", "aggregates=200"]))];
        try
        {
            await Task.WhenAll(workers.Select(static worker => worker.CompleteAsync()));
        }
        finally
        {
            foreach (WorkerProcess worker in workers)
            {
                await worker.DisposeAsync();
            }
        }

        Assert.Equal(until * 64, ledger.Count);
        await LogCheck.PassAsync(() => Orders.Open(store), ledger);
        TestContext.Current.TestOutputHelper?.WriteLine($"{ledger.Count} acknowledged, faults: {string.Join(", ", ledger.Faults.CountBy(static f => f))}");
        return ledger;
    }
}
