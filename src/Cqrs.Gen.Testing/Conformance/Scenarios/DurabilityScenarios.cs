using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>What was acknowledged is there for whoever opens the same data.</summary>
internal static class DurabilityScenarios
{
    public static IEnumerable<StoreScenario> All =>
    [
        new("everything is there after the store was closed and opened again", ReopenedAsync, opensTwice: true),
        new("two stores opened on the same data see each other's appends at once", SharedAsync, opensTwice: true),
        new("two stores on the same data append at once without a gap, a loss or an error", ContendedAsync, opensTwice: true),
        new("of two stores that append at one version exactly one succeeds", OneWinnerAsync, opensTwice: true),
    ];

    private static async Task ReopenedAsync(Func<ValueTask<IEventStorage>> open)
    {
        IEventStorage storage = await open().ConfigureAwait(false);
        await using (storage.ConfigureAwait(false))
        {
            await storage.AppendAsync(Appends.To("a", 0, events: 2, command: "c").With(new("f", 2, "two"u8.ToArray()), new DocumentData("q", "a", "f", 2, "doc"u8.ToArray()))).ConfigureAwait(false);
            await storage.AppendAsync(Appends.To("b", 0, name: "other")).ConfigureAwait(false);
        }

        storage = await open().ConfigureAwait(false);
        await using (storage.ConfigureAwait(false))
        {
            (Collected log, long examined) = await storage.ReadLogAsync().ConfigureAwait(false);
            Verify.Equal(3, examined, "The log's end");
            Verify.Sequence(["a", "a", "b"], [.. log.Events.Select(e => e.AggregateId)], "The ids in the log");
            Verify.Sequence(["money-deposited", "money-deposited", "other"], [.. log.Events.Select(e => e.Name)], "The names in the log");
            Collected read = await storage.ReadAsync(new StreamReadRequest(Appends.Stream("a"), SnapshotFingerprint: "f", CommandId: "c")).ConfigureAwait(false);
            Verify.Equal(new AppendOutcome(AppendResult.Repeat, 2, 2, 2), read.Repeat, "The command's outcome");
            Verify.Equal(2, read.Snapshot?.Version, "The snapshot's version");
            StoredDocument? document = await storage.ReadDocumentAsync("q", "a").ConfigureAwait(false);
            Verify.Bytes("doc"u8, document is null ? [] : document.Payload.Span, "The document");
            Verify.Equal(new(AppendResult.Repeat, 2, 2, 2), await storage.AppendAsync(Appends.To("a", 0, command: "c")).ConfigureAwait(false), "The command again");
            Verify.Equal(new(AppendResult.Appended, 3, 4, 1), await storage.AppendAsync(Appends.To("a", 2)).ConfigureAwait(false), "The next append");
        }
    }

    private static Task SharedAsync(Func<ValueTask<IEventStorage>> open) => WithTwoAsync(open, async (first, second) =>
    {
        for (int i = 0; i < 10; i++)
        {
            (IEventStorage writer, IEventStorage reader) = i % 2 == 0 ? (first, second) : (second, first);
            AppendRequest request = Appends.To("a", i, command: $"c{i}", name: $"event-{i}").With(snapshot: null, new DocumentData("q", "a", "f", i + 1, BitConverter.GetBytes(i)));
            Verify.Equal(new(AppendResult.Appended, i + 1, i + 1, 1), await writer.AppendAsync(request).ConfigureAwait(false), $"Append {i}");
            Verify.Equal(new(AppendResult.Repeat, i + 1, i + 1, 1), await reader.AppendAsync(request).ConfigureAwait(false), $"Append {i} by the other store");
            (Collected log, _) = await reader.ReadLogAsync(after: i).ConfigureAwait(false);
            Verify.Sequence([$"event-{i}"], [.. log.Events.Select(e => e.Name)], "What the other store reads of the log");
            Verify.Equal(i + 1, (await reader.ReadDocumentAsync("q", "a").ConfigureAwait(false))?.Version, "The document that the other store reads");
        }
    });

    private static Task ContendedAsync(Func<ValueTask<IEventStorage>> open) => WithTwoAsync(open, async (first, second) =>
    {
        const int Appended = 60;
        EventStore[] stores = [new(first), new(second)];
        AppendOutcome[][] outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            AppendOutcome[] own = new AppendOutcome[Appended];
            for (int i = 0; i < Appended; i++)
            {
                own[i] = await stores[caller % 2].AppendAsync(Appends.To($"a{caller / 2}", AppendRequest.AnyVersion, name: $"event-{i}-{caller % 3}")).ConfigureAwait(false);
            }

            return own;
        }))).ConfigureAwait(false);

        long[] all = [.. Enumerable.Range(1, 8 * Appended).Select(i => (long)i)];
        Verify.Sequence(all, [.. outcomes.SelectMany(o => o).Select(o => o.Position).Order()], "The positions of the outcomes, in order");
        foreach (IEventStorage storage in (IEventStorage[])[first, second])
        {
            Collected log = (await storage.ReadLogAsync().ConfigureAwait(false)).Events;
            Verify.Sequence(all, log.Positions, "The positions");
            foreach (IGrouping<string, CollectedEvent> stream in log.Events.GroupBy(e => e.AggregateId))
            {
                Verify.Sequence([.. Enumerable.Range(1, 2 * Appended).Select(i => (long)i)], [.. stream.Select(e => e.Sequence)], $"The sequences of {stream.Key}");
            }
        }
    });

    private static Task OneWinnerAsync(Func<ValueTask<IEventStorage>> open) => WithTwoAsync(open, async (first, second) =>
    {
        for (int i = 0; i < 40; i++)
        {
            long version = i;
            AppendOutcome[] outcomes = await Task.WhenAll(
                Task.Run(() => first.AppendAsync(Appends.To("a", version))),
                Task.Run(() => second.AppendAsync(Appends.To("a", version)))).ConfigureAwait(false);
            Verify.Equal(1, outcomes.Count(o => o == new AppendOutcome(AppendResult.Appended, i + 1, i + 1, 1)), $"How many were appended in round {i}");
            Verify.Equal(1, outcomes.Count(o => o == new AppendOutcome(AppendResult.Conflict, i + 1, 0, 0)), $"How many conflicted in round {i}");
        }
    });

    private static async Task WithTwoAsync(Func<ValueTask<IEventStorage>> open, Func<IEventStorage, IEventStorage, Task> run)
    {
        IEventStorage first = await open().ConfigureAwait(false);
        await using (first.ConfigureAwait(false))
        {
            IEventStorage second = await open().ConfigureAwait(false);
            await using (second.ConfigureAwait(false))
            {
                await run(first, second).ConfigureAwait(false);
            }
        }
    }
}
