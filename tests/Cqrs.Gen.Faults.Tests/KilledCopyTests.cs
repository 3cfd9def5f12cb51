using Cqrs.Gen.Storage;
using Cqrs.Gen.Storage.Tests;

namespace Cqrs.Gen.Faults;

/// <summary>A process that copies a log to another store is killed (SIGKILL) again and again, and started again until it is done.</summary>
public sealed class KilledCopyTests(SharedServer shared) : IDisposable
{
    private const int KillsOfOneCopy = 10;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public Task From_SQLite_to_SQLite_the_target_becomes_the_source() => PassAsync(_folder.NewStore);

    [Fact]
    public Task From_SQLite_to_PostgreSQL_the_target_becomes_the_source() => PassAsync(() => shared.NewStore());

    [Fact]
    public async Task A_copy_that_notes_how_far_it_is_before_it_is_there_is_found_out()
    {
        Random random = new(1);
        string source = await NewSourceAsync(random.Next());
        string log = await ReadAsync(source);
        for (int i = 0; i < 20; i++)
        {
            string target = _folder.NewStore();
            await CopyAsync(source, target, kills: 2, random, $"notes={Path.Combine(_folder.Path, $"notes{i}")}");
            if (await ReadAsync(target) != log)
            {
                return;
            }
        }

        Assert.Fail("The logs were the same.");
    }

    public void Dispose() => _folder.Dispose();

    private async Task PassAsync(Func<string> newTarget)
    {
        int kills = Counts.Of(KillsOfOneCopy, 300);
        Random random = new(1);
        int killed = 0;
        int events = 0;
        while (killed < kills)
        {
            string source = await NewSourceAsync(random.Next());
            string log = await ReadAsync(source);
            string target = newTarget();
            killed += await CopyAsync(source, target, Math.Min(KillsOfOneCopy, kills - killed), random);
            Assert.Equal(log, await ReadAsync(target));
            events += log.Count(static c => c == '\n');
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{killed} kills, {events} events copied");
    }

    /// <returns>How many of the processes were killed before they were done.</returns>
    private static async Task<int> CopyAsync(string source, string target, int kills, Random random, params string[] orders)
    {
        int killed = 0;
        for (int i = 0; i < kills; i++)
        {
            await using WorkerProcess copy = Start();
            await copy.OpenedAsync();
            await Task.Delay(random.Next(0, 100));
            killed += await copy.KillAsync() ? 1 : 0;
        }

        await using WorkerProcess last = Start();
        await last.CompleteAsync();
        return killed;

        WorkerProcess Start() => WorkerProcess.Start(Worker.Managed, new(), source, callers: 0, orders: [$"copy={target}", .. orders]);
    }

    private async Task<string> NewSourceAsync(int seed)
    {
        string store = _folder.NewStore();
        await using IEventStorage storage = Orders.Open(store);
        await storage.OpenAsync(CancellationToken.None);
        await RandomLog.AppendAsync(storage, RandomLog.Commands(seed, 4_000));
        return store;
    }

    private static async Task<string> ReadAsync(string store)
    {
        await using IEventStorage storage = Orders.Open(store);
        await storage.OpenAsync(CancellationToken.None);
        return await LogText.ReadAsync(storage);
    }
}
