using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>Reading one stream.</summary>
internal static class StreamScenarios
{
    public static IEnumerable<StoreScenario> All =>
    [
        StoreScenario.With("a stream is read from after a sequence and up to a sequence", RangesAsync),
        StoreScenario.With("a stream that does not exist is read as nothing", MissingAsync),
        StoreScenario.With("a long stream is read whole and in order", LongAsync),
        StoreScenario.With("payloads read alone are those of the whole events", PayloadsAsync),
        StoreScenario.With("the command's outcome, the snapshot and the events come in this order in one reading", TogetherAsync),
    ];

    private static async Task RangesAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("other", 0, events: 3)).ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("a", 0, events: 5)).ConfigureAwait(false);
        (long After, long UpTo, long[] Sequences)[] ranges =
        [
            (0, long.MaxValue, [1, 2, 3, 4, 5]), (0, 5, [1, 2, 3, 4, 5]), (2, long.MaxValue, [3, 4, 5]), (4, 5, [5]), (5, long.MaxValue, []),
            (99, long.MaxValue, []), (long.MaxValue, long.MaxValue, []), (0, 0, []), (0, 2, [1, 2]), (1, 3, [2, 3]), (3, 3, []), (3, 1, []),
        ];
        foreach ((long after, long upTo, long[] sequences) in ranges)
        {
            Collected read = await storage.ReadAsync(new StreamReadRequest(Appends.Stream("a"), after, upTo)).ConfigureAwait(false);
            Verify.Sequence(sequences, read.Sequences, $"The sequences after {after} up to {upTo}");
            Verify.Sequence([.. sequences.Select(s => s + 3)], read.Positions, $"The positions after {after} up to {upTo}");
        }
    }

    private static async Task MissingAsync(IEventStorage storage)
    {
        Collected read = await storage.ReadAsync(new StreamReadRequest(Appends.Stream("a"), SnapshotFingerprint: "f", CommandId: "c")).ConfigureAwait(false);
        Verify.Equal((0, false, false), (read.Events.Count, read.Snapshot.HasValue, read.Repeat.HasValue), "What was read of it (events, snapshot, outcome)");
    }

    private static async Task LongAsync(IEventStorage storage)
    {
        for (int i = 0; i < 10; i++)
        {
            await storage.AppendAsync(Appends.To("a", i * 500, events: 500), Appends.To("b", i * 2, events: 2)).ConfigureAwait(false);
        }

        Collected read = await storage.ReadAsync("a").ConfigureAwait(false);
        Verify.Sequence([.. Enumerable.Range(1, 5000).Select(i => (long)i)], read.Sequences, "The sequences");
        Verify.Sequence([.. read.Positions.Order()], read.Positions, "The positions");
    }

    private static async Task PayloadsAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 5)).ConfigureAwait(false);
        StreamReadRequest request = new(Appends.Stream("a"), AfterSequence: 1, UpToSequence: 4);
        Collected whole = await storage.ReadAsync(request).ConfigureAwait(false);
        Collected payloads = await storage.ReadAsync(request with { PayloadsOnly = true }).ConfigureAwait(false);
        Verify.Sequence([2, 3, 4], payloads.Sequences, "The sequences");
        Verify.Sequence([.. whole.Events.Select(Text)], [.. payloads.Events.Select(Text)], "Name, version and payload of the events");
        foreach ((long position, long given) in whole.Positions.Zip(payloads.Positions).Where(static p => p.Second != 0))
        {
            Verify.Equal(position, given, "The position of an event that has one");
        }

        static string Text(CollectedEvent e) => $"{e.Name} v{e.Version} {Convert.ToHexString(e.Payload)}";
    }

    private static async Task TogetherAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 2, command: "c").With(new("f", 2, "{}"u8.ToArray()))).ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("a", 2)).ConfigureAwait(false);
        Collected read = await storage.ReadAsync(new StreamReadRequest(Appends.Stream("a"), SnapshotFingerprint: "f", CommandId: "c")).ConfigureAwait(false);
        Verify.Equal(new AppendOutcome(AppendResult.Repeat, 2, 2, 2), read.Repeat, "The command's outcome");
        Verify.Equal(2, read.Snapshot?.Version, "The snapshot's version");
        Verify.Sequence([3], read.Sequences, "The sequences");
    }
}
