using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>20 and 64 callers of two stores on one database append to one stream at the same moment.</summary>
public sealed class ParallelAppendTests(SharedServer shared) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public Task With_SQLite_all_or_one_of_them_succeed() => PassAsync(_folder.NewStore());

    [Fact]
    public Task With_PostgreSQL_all_or_one_of_them_succeed() => PassAsync(shared.NewStore());

    [Fact]
    public async Task A_store_that_takes_a_conflict_for_a_success_is_found_out()
    {
        string store = _folder.NewStore();

        Assert.NotEmpty(await RoundsAsync(() => new LyingStorage(Orders.Open(store), LyingStorage.TakesAConflictForASuccess), 10));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task PassAsync(string store) => Assert.Empty(await RoundsAsync(() => Orders.Open(store), Counts.Of(1_000, 100_000)));

    private static async Task<IReadOnlyList<string>> RoundsAsync(Func<IEventStorage> open, int rounds)
    {
        await using EventStore first = new(open());
        await using EventStore second = new(open());
        await first.OpenAsync();
        await second.OpenAsync();
        List<string> problems = [];
        Dictionary<Guid, (long Version, long Position)> successes = [];
        for (int round = 0; round < rounds; round++)
        {
            int callers = round % 2 == 0 ? 20 : 64;
            bool any = round % 4 < 2;
            string stream = $"t{round / 8}";
            EventCount count = new();
            await first.ReadStreamAsync(new(new("tally", stream)), count);
            AppendRequest[] requests = [.. Enumerable.Range(0, callers).Select(i => Requests.To(stream, any ? AppendRequest.AnyVersion : count.Value, i, round + 1))];
            AppendOutcome[] outcomes = await Task.WhenAll(requests.Select((request, i) => Task.Run(() => (i % 2 == 0 ? first : second).AppendAsync(request).AsTask())));
            int succeeded = outcomes.Count(static o => o.Result == AppendResult.Appended);
            if (succeeded != (any ? callers : 1))
            {
                problems.Add($"round {round}: {succeeded} of {callers} succeeded, expecting {(any ? "any version" : count.Value)}");
            }

            for (int i = 0; i < callers; i++)
            {
                if (outcomes[i].Result == AppendResult.Appended)
                {
                    successes.Add(requests[i].Events.Span[0].EventId, (outcomes[i].Version, outcomes[i].Position));
                }
            }
        }

        await using IEventStorage storage = open();
        await storage.OpenAsync(CancellationToken.None);
        IReadOnlyList<LogEntry> log = await LogEntry.ReadAsync(storage);
        Dictionary<Guid, (long, long)> recorded = log.ToDictionary(static e => e.EventId, static e => (e.Sequence, e.Position));
        problems.AddRange(successes.Where(s => recorded.GetValueOrDefault(s.Key) != s.Value).Select(static s => $"{s} is not there"));
        problems.AddRange(recorded.Where(r => !successes.ContainsKey(r.Key)).Select(static r => $"{r} is there, and was not acknowledged"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} rounds, {successes.Count} successes, {problems.Count} problems");
        return problems;
    }

    private sealed class EventCount : IStreamSink
    {
        public long Value { get; private set; }

        public void OnEvent(in RecordedEvent e) => Value++;

        public void OnRepeat(in AppendOutcome outcome)
        {
        }

        public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
        {
        }
    }
}
