using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite.Tests;

/// <summary>The hot paths leave nothing to collect.</summary>
public sealed class AllocationTests : IDisposable
{
    private const int Count = 2000;
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Replaying_allocates_nothing_per_event()
    {
        await using SqliteEventStorage storage = await _folder.OpenAsync();
        await storage.AppendAsync(Requests(Count), new AppendOutcome[Count], CancellationToken.None);
        CountingSink sink = new();

        long Read() => Allocated(() =>
        {
            ValueTask<long> log = storage.ReadLogAsync(new(0, int.MaxValue), sink, CancellationToken.None);
            ValueTask stream = storage.ReadStreamAsync(new(new("account", "a"), CommandId: "none", SnapshotFingerprint: "none"), sink, CancellationToken.None);
            Assert.True(log.IsCompletedSuccessfully && stream.IsCompletedSuccessfully);
        });
        Read();
        long allocated = Read();

        Assert.Equal(4 * Count, sink.Count);
        Assert.InRange(allocated, 0, 100);
    }

    [Fact]
    public async Task Appending_alone_allocates_nothing()
    {
        await using EventStore store = new(new SqliteEventStorage(new SqliteStorageOptions(_folder.File())));
        await store.OpenAsync(CancellationToken.None);
        AppendRequest[] requests = Requests(300);
        foreach (AppendRequest request in requests[..100])
        {
            await store.AppendAsync(request);
        }

        long allocated = Allocated(() =>
        {
            for (int i = 100; i < 300; i++)
            {
                ValueTask<AppendOutcome> append = store.AppendAsync(requests[i]);
                Assert.True(append.IsCompletedSuccessfully);
            }
        });

        Assert.InRange(allocated, 0, 200);
    }

    public void Dispose() => _folder.Dispose();

    private static AppendRequest[] Requests(int count) => [.. Enumerable.Range(0, count).Select(i => Tests.Requests.To("a", i))];

    private static long Allocated(Action action)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
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
