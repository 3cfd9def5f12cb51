using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>The appends of a batch share a transaction and nothing else.</summary>
internal static class BatchScenarios
{
    public static IEnumerable<StoreScenario> All =>
    [
        StoreScenario.With("an append that conflicts in a batch fails alone", ConflictAloneAsync),
        StoreScenario.With("a batch keeps its order, and a later append sees what an earlier one did", OrderAsync),
        StoreScenario.With("what was decided upon an append that is not recorded is not recorded either, though its version fits", ChainAsync),
        StoreScenario.With("a batch of conflicts and repeats alone is accepted", NothingToDoAsync),
        StoreScenario.With("a large batch is recorded in order", LargeAsync),
    ];

    private static async Task ConflictAloneAsync(IEventStorage storage)
    {
        AppendRequest[] batch = [.. Enumerable.Range(0, 16).Select(i => Appends.To($"a{i}", i == 7 ? 5 : 0))];
        AppendOutcome[] outcomes = await storage.AppendAsync(batch).ConfigureAwait(false);

        for (int i = 0; i < 16; i++)
        {
            long position = i < 7 ? i + 1 : i;
            Verify.Equal(i == 7 ? new(AppendResult.Conflict, 0, 0, 0) : new(AppendResult.Appended, 1, position, 1), outcomes[i], $"Outcome {i} of 16");
        }

        Collected log = (await storage.ReadLogAsync().ConfigureAwait(false)).Events;
        Verify.Sequence([.. Enumerable.Range(1, 15).Select(i => (long)i)], log.Positions, "The positions");
    }

    private static async Task OrderAsync(IEventStorage storage)
    {
        AppendOutcome[] outcomes = await storage.AppendAsync(
            Appends.To("a", 0),
            Appends.To("b", 0, events: 2),
            Appends.To("a", 1),
            Appends.To("a", 1),
            Appends.To("a", 2, events: 2),
            Appends.To("b", AppendRequest.AnyVersion)).ConfigureAwait(false);

        AppendOutcome[] expected =
        [
            new(AppendResult.Appended, 1, 1, 1), new(AppendResult.Appended, 2, 3, 2), new(AppendResult.Appended, 2, 4, 1), new(AppendResult.Conflict, 2, 0, 0),
            new(AppendResult.Appended, 4, 6, 2), new(AppendResult.Appended, 3, 7, 1),
        ];
        Verify.Sequence(expected, outcomes, "The outcomes");
        Verify.Sequence([1, 4, 5, 6], (await storage.ReadAsync("a").ConfigureAwait(false)).Positions, "The positions of the first stream");
        Verify.Sequence([2, 3, 7], (await storage.ReadAsync("b").ConfigureAwait(false)).Positions, "The positions of the second stream");
    }

    private static async Task ChainAsync(IEventStorage storage)
    {
        // What the chain was decided upon is no longer the latest, but by as many events as its first append would have recorded.
        AppendChain chain = new();
        await storage.AppendAsync(Appends.To("a", 0, command: "c")).ConfigureAwait(false);
        AppendOutcome[] outcomes = await storage.AppendAsync(
            Appends.To("a", 0).At(chain.Link(1)),
            Appends.To("b", 0),
            Appends.To("a", 1).At(chain.Link(2)),
            Appends.To("a", 1),
            Appends.To("a", 2).At(chain.Link(3))).ConfigureAwait(false);
        AppendResult[] expected = [AppendResult.Conflict, AppendResult.Appended, AppendResult.Conflict, AppendResult.Appended, AppendResult.Conflict];
        Verify.Sequence(expected, [.. outcomes.Select(o => o.Result)], "The outcomes after a conflict");
        Verify.Equal(AppendResult.Conflict, (await storage.AppendAsync(Appends.To("a", 2).At(chain.Link(4))).ConfigureAwait(false)).Result, "The outcome in the next batch");

        chain = new();
        outcomes = await storage.AppendAsync(
            Appends.To("a", 2).At(chain.Link(1)),
            Appends.To("a", 3, command: "c").At(chain.Link(2)),
            Appends.To("a", 3).At(chain.Link(3))).ConfigureAwait(false);
        expected = [AppendResult.Appended, AppendResult.Repeat, AppendResult.Conflict];
        Verify.Sequence(expected, [.. outcomes.Select(o => o.Result)], "The outcomes after a repeat");
        Verify.Sequence([1, 3, 4], (await storage.ReadAsync("a").ConfigureAwait(false)).Positions, "The positions of the stream");
    }

    private static async Task NothingToDoAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, command: "c")).ConfigureAwait(false);
        AppendOutcome[] outcomes = await storage.AppendAsync(Appends.To("a", 0), Appends.To("a", 0, command: "c")).ConfigureAwait(false);
        Verify.Sequence([new(AppendResult.Conflict, 1, 0, 0), new(AppendResult.Repeat, 1, 1, 1)], outcomes, "The outcomes");
        Verify.Equal(new(AppendResult.Appended, 2, 2, 1), await storage.AppendAsync(Appends.To("a", 1)).ConfigureAwait(false), "The next append");
    }

    private static async Task LargeAsync(IEventStorage storage)
    {
        AppendRequest[] batch = [.. Enumerable.Range(0, 1000).Select(i => Appends.To($"a{i % 7}", AppendRequest.AnyVersion, events: 1 + (i % 3), name: $"event-{i % 11}"))];
        AppendOutcome[] outcomes = await storage.AppendAsync(batch).ConfigureAwait(false);
        long position = 0;
        Verify.Sequence([.. batch.Select(r => position += r.Events.Length)], [.. outcomes.Select(o => o.Position)], "The positions of the outcomes");

        Collected log = (await storage.ReadLogAsync().ConfigureAwait(false)).Events;
        Verify.Sequence([.. batch.SelectMany(r => r.Events.ToArray()).Select(e => e.EventId)], [.. log.Events.Select(e => e.EventId)], "The event ids in the log");
    }
}
