using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>A replay leaves next to nothing to collect, and no more of it the longer it is.</summary>
public sealed class AllocationTests(SharedServer shared)
{
    private const int Count = 20_000;
    private const int MostBytesAnEvent = 8;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Replaying_allocates_next_to_nothing_per_event(bool payloadsOnly)
    {
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(shared.NewStore());
        await storage.AppendAsync(Enumerable.Range(0, Count).Select(i => Stores.To("a", i)).ToArray(), new AppendOutcome[Count], CancellationToken.None);

        long least = long.MaxValue;
        for (int round = 0; round < 20 && least > MostBytesAnEvent * Count; round++)
        {
            CountingSink sink = new();
            long before = GC.GetTotalAllocatedBytes();
            await storage.ReadStreamAsync(new(new("account", "a"), PayloadsOnly: payloadsOnly), sink, CancellationToken.None);
            least = Math.Min(least, GC.GetTotalAllocatedBytes() - before); // of the whole program, so other tests may disturb a round
            Assert.Equal(Count, sink.Count);
        }

        Assert.InRange(least, 0, MostBytesAnEvent * Count);
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
