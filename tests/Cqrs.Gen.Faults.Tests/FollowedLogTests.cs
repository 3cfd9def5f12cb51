using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>Eight readers follow the log, every millisecond, while 64 callers write it: they get every event, once, and in order.</summary>
public sealed class FollowedLogTests(SharedServer shared) : IDisposable
{
    private const int Followers = 8;
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(Build.Managed)]
    [InlineData(Build.Native)]
    public Task With_SQLite_nothing_is_skipped_or_repeated(Build build) => FollowAsync(build, _folder.NewStore());

    [Theory]
    [InlineData(Build.Managed)]
    [InlineData(Build.Native)]
    public Task With_PostgreSQL_nothing_is_skipped_or_repeated(Build build) => FollowAsync(build, shared.NewStore());

    [Fact]
    public async Task A_log_whose_positions_are_not_in_the_order_of_commits_is_found_out()
    {
        string connection = shared.Server.ConnectionString(await shared.Server.CreateDatabaseAsync());
        await using SequenceStorage storage = new(connection);
        await storage.OpenAsync(CancellationToken.None);
        using CancellationTokenSource stop = new(TimeSpan.FromSeconds(Counts.Of(3, 10)));
        Task writing = Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            AppendOutcome[] outcomes = new AppendOutcome[1];
            for (long n = 1; !stop.IsCancellationRequested; n++)
            {
                await storage.AppendAsync(new[] { Requests.To($"t{caller}", n - 1, caller, n) }, outcomes, CancellationToken.None);
            }
        })));
        Follower[] followers = [.. Enumerable.Range(0, Followers).Select(_ => new Follower(storage))];
        await Task.WhenAll(followers.Select(follower => Task.Run(() => follower.RunAsync(() => writing.IsCompleted))));
        await writing;

        Follower late = new(storage);
        await late.RunAsync(static () => true);
        TestContext.Current.TestOutputHelper?.WriteLine($"skipped by a reader of a sequence: {string.Join(", ", followers.Select(f => late.Count - f.Count))} of {late.Count}");
        Assert.Contains(followers, follower => follower.Count < late.Count && follower.Digest != late.Digest);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task FollowAsync(Build build, string store)
    {
        string program = await Worker.OfAsync(build);
        int events = Counts.Of(100_000, 1_000_000);
        Ledger ledger = new();
        WorkerProcess[] workers = [.. Enumerable.Range(0, 2).Select(i => WorkerProcess.Start(program, ledger, store, i * 32, 32, $"until={events / 64}", "aggregates=200", $"followers={Followers / 2}"))];
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

        await using IEventStorage storage = Orders.Open(store);
        await storage.OpenAsync(CancellationToken.None);
        IReadOnlyList<LogEntry> log = await LogEntry.ReadAsync(storage);
        Assert.Equal(Followers, ledger.Followed.Count);

        // The process that ends first follows up to there.
        Dictionary<int, long> digests = [];
        long digest = 0;
        for (int i = 0; i < log.Count; i++)
        {
            digests[i + 1] = digest = Follower.Mix(digest, log[i].Position, log[i].EventId);
        }

        Assert.All(ledger.Followed, followed => Assert.Equal(digests[followed.Count], followed.Digest));
        Assert.Contains(ledger.Followed, followed => followed.Count == log.Count);
        await LogCheck.PassAsync(() => Orders.Open(store), ledger);
        TestContext.Current.TestOutputHelper?.WriteLine($"{log.Count} events, each seen by up to {Followers} readers; faults: {string.Join(", ", ledger.Faults.CountBy(static f => f))}");
    }
}
