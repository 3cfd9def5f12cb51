using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>One bit of a stored event flips, in one event of each of many streams: whoever reads the event hears of it, and all other streams go on.</summary>
public sealed class RottenRowsTests(SharedServer shared) : IDisposable
{
    private const int EventsOfStream = 3;
    private const int SoundStreams = 50;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public Task With_SQLite_every_flipped_bit_is_found() => PassAsync(_folder.NewStore());

    [Fact]
    public Task With_PostgreSQL_every_flipped_bit_is_found() => PassAsync(shared.NewStore());

    [Fact]
    public Task A_SQLite_store_without_checksums_is_found_out() => MissAsync(_folder.NewStore());

    [Fact]
    public Task A_PostgreSQL_store_without_checksums_is_found_out() => MissAsync(shared.NewStore());

    public void Dispose() => _folder.Dispose();

    private static async Task PassAsync(string store)
    {
        long begin = Stopwatch.GetTimestamp();
        Flip[] flips = await FillAsync(store, Counts.Of(1_000, 10_000), new Random());
        await Rot(store).FlipAsync(flips);

        Assert.Empty(await MissedAsync(store, flips));

        await using CqrsApplication application = await Application.OpenAsync(() => Orders.Open(store));
        for (int i = 0; i < SoundStreams; i++)
        {
            StoreException fault = await Assert.ThrowsAsync<StoreException>(() => application.Commands.ExecuteAsync($"t{i}", new Count(1, 1)).AsTask());
            Assert.Equal(StoreFault.Corrupt, fault.Fault);
            Assert.Equal(EventsOfStream + 1, (await application.Commands.ExecuteAsync($"t{flips.Length + i}", new Count(1, 1))).Version);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{flips.Length} flipped bits, all found; {Stopwatch.GetElapsedTime(begin).TotalSeconds:F1} s");
    }

    private static async Task MissAsync(string store)
    {
        Flip[] flips = await FillAsync(store, 200, new Random(1));
        await Rot(store).FlipAsync(flips);
        await Rot(store).ForgetChecksumsAsync();

        IReadOnlyCollection<Flip> missed = await MissedAsync(store, flips);

        TestContext.Current.TestOutputHelper?.WriteLine($"without checksums {missed.Count} of {flips.Length} flipped bits were missed");
        Assert.InRange(missed.Count, flips.Length / 3, flips.Length);
    }

    // Each stream is one command, so the positions are known. The sound streams come last.
    private static async Task<Flip[]> FillAsync(string store, int rotten, Random random)
    {
        await using IEventStorage storage = Orders.Open(store);
        await storage.OpenAsync(CancellationToken.None);
        foreach (int[] numbers in Enumerable.Range(0, rotten + SoundStreams).Chunk(256))
        {
            AppendOutcome[] outcomes = new AppendOutcome[numbers.Length];
            await storage.AppendAsync(numbers.Select(Stream).ToArray(), outcomes, CancellationToken.None);
            Assert.All(outcomes, static o => Assert.Equal(AppendResult.Appended, o.Result));
        }

        return [.. Enumerable.Range(0, rotten).Select(i => new Flip((i * EventsOfStream) + random.Next(EventsOfStream) + 1, (Part)random.Next(3), random.Next()))];
    }

    private static AppendRequest Stream(int number)
    {
        AppendRequest request = Requests.To($"t{number}", 0, 0, 1);
        request.Metadata = Encoding.UTF8.GetBytes($$"""{"userId":"u{{number}}"}""");
        request.Events = Enumerable.Range(1, EventsOfStream).Select(i => Requests.To($"t{number}", i - 1, 0, i).Events.Span[0]).ToArray();
        return request;
    }

    /// <summary>The flips that a reading did not report, or with another place: of the stream, and for some of them of its state (if it takes what was flipped) and of the log at that place.</summary>
    private static async Task<IReadOnlyCollection<Flip>> MissedAsync(string store, Flip[] flips)
    {
        await using IEventStorage storage = Orders.Open(store);
        await storage.OpenAsync(CancellationToken.None);
        IRot rot = Rot(store);
        ConcurrentBag<Flip> missed = [];
        await Parallel.ForEachAsync(flips, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (flip, _) =>
        {
            bool isReadInAllWays = flip.Position % 5 == 0;
            long number = (flip.Position - 1) / EventsOfStream;
            StreamId stream = new("tally", $"t{number}");
            string place = $"Event {((flip.Position - 1) % EventsOfStream) + 1} of {(flip.Part == Part.Type ? "" : "tally/t")}";
            bool isFound = await ReportsAsync(() => storage.ReadStreamAsync(new(stream), new Ignore(), CancellationToken.None), place, flip)
                && (!isReadInAllWays || !rot.IsReplayed(flip.Part) || await ReportsAsync(() => storage.ReadStreamAsync(new(stream, PayloadsOnly: true), new Ignore(), CancellationToken.None), place, flip))
                && (!isReadInAllWays || await ReportsAsync(() => LogAsync(storage, flip.Position), place, flip));
            if (!isFound)
            {
                missed.Add(flip);
            }
        });

        return missed;
    }

    private static async ValueTask LogAsync(IEventStorage storage, long position) => await storage.ReadLogAsync(new(position - 1, 1), new Ignore(), CancellationToken.None);

    private static async Task<bool> ReportsAsync(Func<ValueTask> read, string place, Flip flip)
    {
        try
        {
            await read();
            return false;
        }
        catch (StoreException e) when (e.Fault == StoreFault.Corrupt)
        {
            return e.Message.StartsWith(place, StringComparison.Ordinal) && e.Message.Contains($"(position {flip.Position} of the log)", StringComparison.Ordinal);
        }
    }

    private static IRot Rot(string store)
    {
        string[] parts = store.Split(':', 3);
        return parts[0] == "sqlite" ? new SqliteRot(store["sqlite:".Length..]) : new PostgreSqlRot(parts[2], parts[1]);
    }

    private sealed class Ignore : IStreamSink
    {
        public void OnEvent(in RecordedEvent e)
        {
        }

        public void OnRepeat(in AppendOutcome outcome)
        {
        }

        public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
        {
        }
    }
}
