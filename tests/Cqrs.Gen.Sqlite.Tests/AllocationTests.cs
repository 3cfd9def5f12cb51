using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite.Tests;

/// <summary>The hot paths leave nothing to collect, once the runtime has compiled them for good.</summary>
public sealed class AllocationTests : IDisposable
{
    private const int Count = 2000;
    private const int Rounds = 200;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Replaying_allocates_nothing_per_event()
    {
        await using SqliteEventStorage storage = await _folder.OpenAsync();
        await storage.AppendAsync(Requests(Count), new AppendOutcome[Count], CancellationToken.None);
        CountingSink sink = new();

        long allocated = Settled(() =>
        {
            ValueTask<long> log = storage.ReadLogAsync(new(0, int.MaxValue), sink, CancellationToken.None);
            ValueTask stream = storage.ReadStreamAsync(new(new("account", "a"), CommandId: "none", SnapshotFingerprint: "none"), sink, CancellationToken.None);
            Assert.True(log.IsCompletedSuccessfully && stream.IsCompletedSuccessfully);
        });

        Assert.True(sink.Count >= 2 * Count);
        Assert.InRange(allocated, 0, 100);
    }

    [Fact]
    public async Task Appending_alone_allocates_nothing()
    {
        await using EventStore store = new(new SqliteEventStorage(new SqliteStorageOptions(_folder.File())));
        await store.OpenAsync(CancellationToken.None);
        AppendRequest[] requests = Requests(100 * Rounds);
        int next = 0;

        long allocated = Settled(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                ValueTask<AppendOutcome> append = store.AppendAsync(requests[next++]);
                Assert.True(append.IsCompletedSuccessfully);
            }
        });

        Assert.InRange(allocated, 0, 100);
    }

    public void Dispose() => _folder.Dispose();

    private static AppendRequest[] Requests(int count) => [.. Enumerable.Range(0, count).Select(i => Tests.Requests.To("a", i))];

    // How much an action allocates when it has been used often enough.
    private static long Settled(Action action)
    {
        long allocated = long.MaxValue;
        for (int i = 0; i < Rounds && allocated > 100; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            action();
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        return allocated;
    }

    private sealed class CountingSink : IStreamSink
    {
        public int Count { get; private set; }

        public void OnEvent(in RecordedEvent e) => Count++;

        public void OnRepeat(in AppendOutcome outcome)
        {
        }

        public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
        {
        }
    }
}
