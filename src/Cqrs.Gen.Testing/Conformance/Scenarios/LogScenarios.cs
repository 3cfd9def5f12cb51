using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>Reading the log.</summary>
internal static class LogScenarios
{
    public static IEnumerable<StoreScenario> All =>
    [
        StoreScenario.With("an empty log is read as nothing", EmptyAsync),
        StoreScenario.With("the log is read in pages that join without a gap", PagesAsync),
        StoreScenario.With("the log is read for the names that are asked for", FilterAsync),
        StoreScenario.With("a filtered log is read in pages, and tells how far it looked", FilteredPagesAsync),
        StoreScenario.With("the log names each command on the last of its events", CommandsAsync),
        StoreScenario.With("the log is read for very many names", ManyNamesAsync),
    ];

    private static async Task EmptyAsync(IEventStorage storage)
    {
        (Collected events, long examined) = await storage.ReadLogAsync().ConfigureAwait(false);
        Verify.Equal((0, 0L), (events.Events.Count, examined), "The events and the end of an empty log");
        (events, examined) = await storage.ReadLogAsync(events: [new(Appends.Aggregate, "money-deposited")]).ConfigureAwait(false);
        Verify.Equal((0, 0L), (events.Events.Count, examined), "The events and the end of an empty log, filtered");
    }

    private static async Task PagesAsync(IEventStorage storage)
    {
        await storage.AppendAsync([.. Enumerable.Range(0, 25).Select(i => Appends.To($"a{i % 3}", AppendRequest.AnyVersion, events: 1 + (i % 2)))]).ConfigureAwait(false);
        (Collected all, long end) = await storage.ReadLogAsync().ConfigureAwait(false);
        Verify.Sequence([.. Enumerable.Range(1, 37).Select(i => (long)i)], all.Positions, "The positions");
        Verify.Equal(37, end, "The end");

        foreach (int count in (int[])[1, 7, 37, 38])
        {
            List<long> positions = [];
            long after = 0;
            while (true)
            {
                (Collected page, long examined) = await storage.ReadLogAsync(after, count).ConfigureAwait(false);
                Verify.Sequence([.. Enumerable.Range((int)after + 1, Math.Min(count, 37 - (int)after)).Select(i => (long)i)], page.Positions, $"A page of {count} after {after}");
                Verify.Equal(Math.Min(37, after + count), examined, $"How far a page of {count} after {after} looked");
                positions.AddRange(page.Positions);
                if (page.Events.Count < count)
                {
                    break;
                }

                after = examined;
            }

            Verify.Sequence(all.Positions, positions, $"All positions in pages of {count}");
        }

        (Collected beyond, long stays) = await storage.ReadLogAsync(after: 99).ConfigureAwait(false);
        Verify.Equal((0, 99L), (beyond.Events.Count, stays), "The events and the end, read from beyond the end");
    }

    private static async Task FilterAsync(IEventStorage storage)
    {
        await AppendKindsAsync(storage).ConfigureAwait(false);
        (EventSource[] Sources, long[] Positions)[] filters =
        [
            ([new("account", "opened")], [1, 4, 7, 10]),
            ([new("account", "opened"), new("account", "closed")], [1, 3, 4, 6, 7, 9, 10, 12]),
            ([new("account", "closed"), new("account", "opened"), new("account", "closed")], [1, 3, 4, 6, 7, 9, 10, 12]),
            ([new("order", "opened")], [2, 5, 8, 11]),
            ([new("order", "opened"), new("account", "unknown"), new("unknown", "opened")], [2, 5, 8, 11]),
            ([new("order", "closed")], []),
            ([new("account", "Opened")], []),
        ];
        foreach ((EventSource[] sources, long[] positions) in filters)
        {
            (Collected read, long examined) = await storage.ReadLogAsync(events: sources).ConfigureAwait(false);
            Verify.Sequence(positions, read.Positions, $"The positions of {string.Join(", ", sources)}");
            Verify.Equal(12, examined, $"How far the reading of {string.Join(", ", sources)} looked");
        }
    }

    private static async Task FilteredPagesAsync(IEventStorage storage)
    {
        await AppendKindsAsync(storage).ConfigureAwait(false);
        EventSource[] sources = [new("account", "closed"), new("order", "opened")];
        foreach (int count in (int[])[1, 2, 3, 100])
        {
            List<long> positions = [];
            long after = 0;
            for (int pages = 0; after < 12; pages++)
            {
                (Collected page, long examined) = await storage.ReadLogAsync(after, count, sources).ConfigureAwait(false);
                Verify.Equal(true, page.Events.Count <= count, $"Whether a page of {count} holds no more");
                Verify.Equal(true, examined > after && pages < 13, $"Whether the reading after {after} got on");
                positions.AddRange(page.Positions);
                after = examined;
            }

            Verify.Sequence([2, 3, 5, 6, 8, 9, 11, 12], positions, $"All positions in pages of {count}");
        }
    }

    private static async Task ManyNamesAsync(IEventStorage storage)
    {
        await storage.AppendAsync([.. Enumerable.Range(0, 1200).Select(i => Appends.To($"a{i % 5}", AppendRequest.AnyVersion, name: $"event-{i % 600}"))]).ConfigureAwait(false);
        foreach (int names in (int[])[31, 32, 33, 64, 599])
        {
            EventSource[] sources = [.. Enumerable.Range(0, names).Select(i => new EventSource(Appends.Aggregate, $"event-{i}"))];
            (Collected read, long examined) = await storage.ReadLogAsync(after: 10, events: sources).ConfigureAwait(false);
            Verify.Sequence([.. Enumerable.Range(0, 1200).Where(i => i >= 10 && i % 600 < names).Select(i => i + 1L)], read.Positions, $"The positions for {names} names");
            Verify.Equal(1200, examined, $"How far the reading for {names} names looked");
            (read, examined) = await storage.ReadLogAsync(count: 20, events: sources).ConfigureAwait(false);
            Verify.Equal((20, 20L), (read.Events.Count, examined), $"The first page for {names} names");
        }
    }

    private static async Task CommandsAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 2, command: "c1"), Appends.To("b", 0, command: "c1"), Appends.To("a", 2, events: 3, command: "c2")).ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("a", 0, command: "c2"), Appends.To("b", 5, command: "c3"), Appends.To("b", 1, command: "c4", name: "closed")).ConfigureAwait(false);
        string[] expected = ["", "c1", "c1", "", "", "c2", "c4"];
        foreach (int after in Enumerable.Range(0, expected.Length))
        {
            Collected read = (await storage.ReadLogAsync(after).ConfigureAwait(false)).Events;
            Verify.Sequence(expected[after..], [.. read.Events.Select(e => e.CommandId)], $"The command ids after {after}");
        }

        Collected filtered = (await storage.ReadLogAsync(events: new EventSource(Appends.Aggregate, "closed")).ConfigureAwait(false)).Events;
        Verify.Sequence(["c4"], [.. filtered.Events.Select(e => e.CommandId)], "The command ids of a filtered log");
    }

    // Positions 1 to 12: account opened, order opened, account closed, and so on.
    private static Task<AppendOutcome[]> AppendKindsAsync(IEventStorage storage) => storage.AppendAsync([.. Enumerable.Range(0, 4).SelectMany(i => (AppendRequest[])
    [
        Appends.To($"a{i}", 0, name: "opened", aggregate: "account"),
        Appends.To($"o{i}", 0, name: "opened", aggregate: "order"),
        Appends.To($"a{i}", 1, name: "closed", aggregate: "account"),
    ])]);
}
