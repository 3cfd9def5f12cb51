using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>Batches of sixteen appends to a few streams, one of which expects a version that is not there: it fails alone, and the others are recorded in their order.</summary>
public sealed class BatchTests(SharedServer shared) : IDisposable
{
    private const int Size = 16;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public Task In_memory_one_conflict_fails_alone() => PassAsync(Orders.Open("memory"));

    [Fact]
    public Task With_SQLite_one_conflict_fails_alone() => PassAsync(Orders.Open(_folder.NewStore()));

    [Fact]
    public Task With_PostgreSQL_one_conflict_fails_alone() => PassAsync(Orders.Open(shared.NewStore()));

    [Theory]
    [InlineData(LyingStorage.TakesAConflictForASuccess)]
    [InlineData(LyingStorage.GivesUpAfterAConflict)]
    [InlineData(LyingStorage.TurnsRound)]
    public async Task A_store_that_does_otherwise_is_found_out(string lie) => Assert.NotEmpty(await RunAsync(new LyingStorage(Orders.Open("memory"), lie), 100));

    public void Dispose() => _folder.Dispose();

    private static async Task PassAsync(IEventStorage storage) => Assert.Empty(await RunAsync(storage, Counts.Of(1_000, 10_000)));

    private static async Task<IReadOnlyList<string>> RunAsync(IEventStorage storage, int batches)
    {
        await using IEventStorage _ = storage;
        await storage.OpenAsync(CancellationToken.None);
        Random random = new(1);
        List<string> problems = [];
        List<Guid> recorded = [];
        for (int batch = 0; batch < batches && problems.Count == 0; batch++)
        {
            int conflicting = random.Next(Size);
            Dictionary<string, long> versions = [];
            AppendRequest[] requests = new AppendRequest[Size];
            AppendOutcome[] expected = new AppendOutcome[Size];
            for (int i = 0; i < Size; i++)
            {
                string stream = $"t{batch}-{random.Next(5)}";
                long version = versions.GetValueOrDefault(stream);
                requests[i] = Requests.To(stream, i == conflicting ? version + random.Next(1, 4) : random.Next(4) == 0 ? AppendRequest.AnyVersion : version, i, batch + 1);
                if (i == conflicting)
                {
                    expected[i] = new(AppendResult.Conflict, version, 0, 0);
                    continue;
                }

                recorded.Add(requests[i].Events.Span[0].EventId);
                versions[stream] = version + 1;
                expected[i] = new(AppendResult.Appended, version + 1, recorded.Count, 1);
            }

            AppendOutcome[] outcomes = new AppendOutcome[Size];
            await storage.AppendAsync(requests, outcomes, CancellationToken.None);
            problems.AddRange(expected.Zip(outcomes).Where(static pair => pair.First != pair.Second).Select(pair => $"batch {batch}: {pair.Second}, not {pair.First}"));
        }

        Guid[] log = [.. (await LogEntry.ReadAsync(storage)).Select(static e => e.EventId)];
        problems.AddRange(log.SequenceEqual(recorded) ? [] : ["The log has other events, or in another order."]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{batches} batches, {problems.Count} problems");
        return problems;
    }
}
