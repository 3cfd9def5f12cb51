using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>What goes wrong around a store leaves it in order.</summary>
internal static class LifetimeScenarios
{
    public static IEnumerable<StoreScenario> All =>
    [
        StoreScenario.With("a cancelled append records nothing", CancelledAppendAsync),
        StoreScenario.With("a cancelled reading ends", CancelledReadAsync),
        StoreScenario.With("an exception of the sink reaches the caller and leaves the store usable", SinkThrowsAsync),
        StoreScenario.With("a sink may use the store while it is being read to", SinkReadsAsync),
        StoreScenario.With("a closed store refuses everything, and closing it again is harmless", ClosedAsync),
    ];

    private static async Task CancelledAppendAsync(IEventStorage storage)
    {
        CancellationToken cancelled = new(canceled: true);
        AppendRequest request = Appends.To("a", 0, command: "c");
        await Verify.IsCancelledAsync(() => storage.AppendAsync(new[] { request }, new AppendOutcome[1], cancelled), "A cancelled append").ConfigureAwait(false);
        Verify.Equal(0, (await storage.ReadLogAsync().ConfigureAwait(false)).Examined, "The log's end");
        Verify.Equal(new(AppendResult.Appended, 1, 1, 1), await storage.AppendAsync(request).ConfigureAwait(false), "The same append again");
    }

    private static async Task CancelledReadAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 3)).ConfigureAwait(false);
        CancellationToken cancelled = new(canceled: true);
        Collected read = new();
        await Verify.IsCancelledAsync(() => storage.ReadStreamAsync(new(Appends.Stream("a")), read, cancelled), "A cancelled reading of a stream").ConfigureAwait(false);
        await Verify.IsCancelledAsync(async () => await storage.ReadLogAsync(new(0, 9), read, cancelled).ConfigureAwait(false), "A cancelled reading of the log").ConfigureAwait(false);
        await Verify.IsCancelledAsync(async () => await storage.ReadDocumentAsync("q", "k", cancelled).ConfigureAwait(false), "A cancelled reading of a document").ConfigureAwait(false);
        Verify.Equal(0, read.Events.Count, "How many events were read");

        using CancellationTokenSource source = new();
        EachEvent second = new(e => Cancel(e, source));
        await Verify.IsCancelledAsync(() => storage.ReadStreamAsync(new(Appends.Stream("a")), second, source.Token), "A reading cancelled at its first event").ConfigureAwait(false);
        Verify.Sequence([1, 2, 3], (await storage.ReadAsync("a").ConfigureAwait(false)).Sequences, "The sequences, read afterwards");
    }

    private static async Task SinkThrowsAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 3)).ConfigureAwait(false);
        EachEvent refusing = new(sequence => throw new InvalidDataException($"at {sequence}"));
        for (int i = 0; i < 20; i++)
        {
            await Verify.ThrowsAsync<InvalidDataException>(() => storage.ReadStreamAsync(new(Appends.Stream("a")), refusing, default), "A stream's sink that throws").ConfigureAwait(false);
            await Verify.ThrowsAsync<InvalidDataException>(
                async () => await storage.ReadLogAsync(new(0, 9), refusing, default).ConfigureAwait(false),
                "The log's sink that throws").ConfigureAwait(false);
        }

        Verify.Sequence([1, 2, 3], (await storage.ReadAsync("a").ConfigureAwait(false)).Sequences, "The sequences, read afterwards");
        Verify.Equal(new(AppendResult.Appended, 4, 4, 1), await storage.AppendAsync(Appends.To("a", 3)).ConfigureAwait(false), "An append afterwards");
    }

    private static async Task SinkReadsAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 2), Appends.To("b", 0, events: 3)).ConfigureAwait(false);
        EventStore store = new(storage);
        List<Task> inner = [];
        EachEvent sink = new(sequence =>
        {
            inner.Add(storage.ReadAsync("b"));
            inner.Add(store.AppendAsync(Appends.To("c", sequence - 1)).AsTask());
        });
        await storage.ReadStreamAsync(new(Appends.Stream("a")), sink, CancellationToken.None).ConfigureAwait(false);
        await Task.WhenAll(inner).ConfigureAwait(false);
        Verify.Sequence([1, 2], (await storage.ReadAsync("c").ConfigureAwait(false)).Sequences, "What the sink appended");
    }

    private static async Task ClosedAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0)).ConfigureAwait(false);
        await storage.DisposeAsync().ConfigureAwait(false);
        await storage.DisposeAsync().ConfigureAwait(false);
        Collected read = new();
        await Verify.IsClosedAsync(() => storage.AppendAsync(new[] { Appends.To("a", 1) }, new AppendOutcome[1], default), "An append").ConfigureAwait(false);
        await Verify.IsClosedAsync(() => storage.ReadStreamAsync(new(Appends.Stream("a")), read, default), "A reading of a stream").ConfigureAwait(false);
        await Verify.IsClosedAsync(async () => await storage.ReadLogAsync(new(0, 9), read, default).ConfigureAwait(false), "A reading of the log").ConfigureAwait(false);
        await Verify.IsClosedAsync(async () => await storage.ReadDocumentAsync("q", "k", default).ConfigureAwait(false), "A reading of a document").ConfigureAwait(false);
        await Verify.IsClosedAsync(() => storage.OpenAsync(default), "Opening it again").ConfigureAwait(false);
    }

    private static void Cancel(long sequence, CancellationTokenSource source)
    {
        Verify.Equal(1, sequence, "The sequence of an event after the reading was cancelled");
        source.Cancel();
    }

    private sealed class EachEvent(Action<long> action) : IStreamSink
    {
        public void OnEvent(in RecordedEvent e) => action(e.Sequence);

        public void OnRepeat(in AppendOutcome outcome)
        {
        }

        public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
        {
        }
    }
}
