using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>A command is recorded once, however often it comes.</summary>
internal static class RepeatScenarios
{
    public static IEnumerable<StoreScenario> All =>
    [
        StoreScenario.With("a repeated command is recognised whatever version it expects, and told what it recorded", RepeatsAsync),
        StoreScenario.With("a repeat within one batch is recognised", WithinBatchAsync),
        StoreScenario.With("the same command id on another stream is another command", OtherStreamAsync),
        StoreScenario.With("reading a stream tells what a command recorded, and nothing of one that was not recorded", AskingAsync),
    ];

    private static async Task RepeatsAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 2, command: "c1")).ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("b", 0)).ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("a", 2, events: 3, command: "c2")).ConfigureAwait(false);

        foreach (long expected in (long[])[0, 2, 5, 99, AppendRequest.AnyVersion])
        {
            AppendOutcome first = await storage.AppendAsync(Appends.To("a", expected, command: "c1")).ConfigureAwait(false);
            AppendOutcome second = await storage.AppendAsync(Appends.To("a", expected, command: "c2")).ConfigureAwait(false);
            Verify.Equal(new(AppendResult.Repeat, 2, 2, 2), first, $"The first command again, expecting version {expected}");
            Verify.Equal(new(AppendResult.Repeat, 5, 6, 3), second, $"The second command again, expecting version {expected}");
        }

        Verify.Equal(6, (await storage.ReadLogAsync().ConfigureAwait(false)).Examined, "The log's end after repeats");
    }

    private static async Task WithinBatchAsync(IEventStorage storage)
    {
        AppendOutcome[] outcomes = await storage.AppendAsync(
            Appends.To("a", 0, events: 2, command: "c"),
            Appends.To("a", 0, command: "c"),
            Appends.To("a", 2, command: "d"),
            Appends.To("a", AppendRequest.AnyVersion, command: "c")).ConfigureAwait(false);
        AppendOutcome repeat = new(AppendResult.Repeat, 2, 2, 2);
        Verify.Sequence([new(AppendResult.Appended, 2, 2, 2), repeat, new(AppendResult.Appended, 3, 3, 1), repeat], outcomes, "A batch with repeats");
    }

    private static async Task OtherStreamAsync(IEventStorage storage)
    {
        AppendOutcome[] outcomes = await storage.AppendAsync(Appends.To("a", 0, command: "c"), Appends.To("b", 0, command: "c")).ConfigureAwait(false);
        Verify.Sequence([new(AppendResult.Appended, 1, 1, 1), new(AppendResult.Appended, 1, 2, 1)], outcomes, "One command id on two streams");
    }

    private static async Task AskingAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 2, command: "c1")).ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("a", 2, command: "c2")).ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("a", 0, command: "conflicting")).ConfigureAwait(false);

        async Task<AppendOutcome?> AskAsync(string id, string command, long after) =>
            (await storage.ReadAsync(new StreamReadRequest(Appends.Stream(id), AfterSequence: after, CommandId: command)).ConfigureAwait(false)).Repeat;

        foreach (long after in (long[])[0, 2, long.MaxValue])
        {
            Verify.Equal(new AppendOutcome(AppendResult.Repeat, 2, 2, 2), await AskAsync("a", "c1", after).ConfigureAwait(false), $"What the first command recorded, read after {after}");
            Verify.Equal(null, await AskAsync("a", "conflicting", after).ConfigureAwait(false), "What a command that met a conflict recorded");
            Verify.Equal(null, await AskAsync("a", "unknown", after).ConfigureAwait(false), "What an unknown command recorded");
            Verify.Equal(null, await AskAsync("b", "c1", after).ConfigureAwait(false), "What the command recorded on a stream that does not exist");
        }
    }
}
