using Cqrs.Gen.Storage;
using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Faults;

/// <summary>The nth write or sync of SQLite ends badly, for every n from the creation of the file on: the process is killed, the disk fails, or it is full.</summary>
public sealed class FailingDiskTests
{
    // The creation of the file takes about the first fifty.
    private const int Operations = 300;
    private static readonly int Step = Operations / Counts.Of(30, Operations);
    private static readonly int[] Moments = [.. Enumerable.Range(1, Operations).Where(static n => n % Step == 0 || (n < 50 && n % Math.Min(Step, 4) == 0))];

    [Theory]
    [InlineData(Build.Managed)]
    [InlineData(Build.Native)]
    public async Task A_process_that_is_killed_there_loses_nothing(Build build)
    {
        string program = await Worker.OfAsync(build);
        int acknowledged = 0;
        foreach (int n in Moments)
        {
            using TemporaryFolder folder = new();
            string store = folder.NewStore();
            Ledger ledger = new();
            await using (WorkerProcess worker = WorkerProcess.Start(program, ledger, store, orders: [$"killed={n}"]))
            {
                await worker.KilledAsync();
            }

            acknowledged += ledger.Count;
            await GoOnAsync(store, ledger);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{Moments.Length} kills, {acknowledged} acknowledged before");
    }

    [Fact]
    public async Task A_store_that_answers_before_it_commits_is_found_out()
    {
        for (int n = 60; n <= Operations; n += 20)
        {
            using TemporaryFolder folder = new();
            string store = folder.NewStore();
            Ledger ledger = new();
            await using (WorkerProcess worker = WorkerProcess.Start(Worker.Managed, ledger, store, orders: [$"killed={n}", "early=1"]))
            {
                await worker.KilledAsync();
            }

            (IReadOnlyList<Breach> breaches, _) = await LogCheck.RunAsync(() => Orders.Open(store), ledger.Acks);
            if (breaches.Any(static b => b.Promise == Promise.NothingLost))
            {
                return;
            }
        }

        Assert.Fail("The check found no loss.");
    }

    [Fact]
    public async Task After_an_IO_error_nothing_is_acknowledged_until_the_store_is_opened_again()
    {
        foreach (int n in Moments)
        {
            using TemporaryFolder folder = new();
            string store = folder.NewStore();
            Ledger ledger = new();
            FailingDisk disk = new(Failure.IoError, n);
            WatchedFiles.Watch(folder.Path, disk);
            if (await TryOpenAsync(store, ledger) is { } crowd)
            {
                await WaitAsync(() => disk.HasFailed && ledger.Faults.Count > 0);
                await Task.Delay(20);
                int acknowledged = ledger.Count; // those that were answered before the failure have been heard by now
                int faults = ledger.Faults.Count;
                await WaitAsync(() => ledger.Faults.Count >= faults + 8);
                Assert.Equal(acknowledged, ledger.Count);
                await crowd.DisposeAsync();
                Assert.Empty(ledger.Faults.Except(["OutcomeUnknownException", "StoreException.Unavailable"]));
            }

            WatchedFiles.Leave(folder.Path);
            await GoOnAsync(store, ledger);
        }
    }

    [Fact]
    public async Task When_the_disk_is_full_nothing_is_recorded_and_the_store_goes_on_when_there_is_room()
    {
        foreach (int n in Moments)
        {
            using TemporaryFolder folder = new();
            string store = folder.NewStore();
            Ledger ledger = new();
            FailingDisk disk = new(Failure.NoRoom, n, lasts: 5);
            WatchedFiles.Watch(folder.Path, disk);
            if (await TryOpenAsync(store, ledger) is { } crowd)
            {
                await WaitAsync(() => disk.HasFailed);
                await ledger.AdvanceAsync(20);
                await crowd.DisposeAsync();
                Assert.Empty(ledger.Faults.Except(["StoreException.Full"]));
            }

            WatchedFiles.Leave(folder.Path);
            await GoOnAsync(store, ledger);
        }
    }

    [Fact]
    public async Task What_is_refused_on_a_full_disk_is_not_recorded_even_if_the_process_ends()
    {
        foreach (int n in Moments)
        {
            using TemporaryFolder folder = new();
            string store = folder.NewStore();
            Ledger ledger = new();
            WatchedFiles.Watch(folder.Path, new FailingDisk(Failure.NoRoom, n, lasts: int.MaxValue / 2));
            if (await TryOpenAsync(store, ledger) is { } crowd)
            {
                await WaitAsync(() => ledger.Faults.Count >= 8);
                await crowd.DisposeAsync();
            }

            WatchedFiles.Leave(folder.Path);
            (IReadOnlyList<Breach> breaches, int events) = await LogCheck.RunAsync(() => Orders.Open(store), ledger.Acks);
            Assert.Empty(breaches);
            Assert.Equal(ledger.Count, events);
        }
    }

    // A store that cannot be opened says so by a fault of its own.
    private static async Task<Crowd?> TryOpenAsync(string store, Ledger ledger)
    {
        try
        {
            return await Crowd.StartAsync(() => Orders.Open(store), ledger, new() { Store = store, Callers = 4, Aggregates = 3 });
        }
        catch (StoreException)
        {
            return null;
        }
    }

    private static async Task GoOnAsync(string store, Ledger ledger)
    {
        await using (Crowd crowd = await Crowd.StartAsync(() => Orders.Open(store), ledger, new() { Store = store }))
        {
            await ledger.AdvanceAsync(64);
        }

        await LogCheck.PassAsync(() => Orders.Open(store), ledger);
        await using SqliteConnection connection = new($"Data Source={store["sqlite:".Length..]};Pooling=false");
        await connection.OpenAsync();
        await using SqliteCommand command = new("PRAGMA integrity_check", connection);
        Assert.Equal("ok", await command.ExecuteScalarAsync());
    }

    private static async Task WaitAsync(Func<bool> happened)
    {
        for (int i = 0; !happened(); i++)
        {
            Assert.True(i < 6000, "It did not happen for half a minute.");
            await Task.Delay(5);
        }
    }
}
