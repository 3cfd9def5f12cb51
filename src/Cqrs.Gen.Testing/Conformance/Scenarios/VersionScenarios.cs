using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>An append happens at the version it expects, or not at all.</summary>
internal static class VersionScenarios
{
    public static IEnumerable<StoreScenario> All =>
    [
        StoreScenario.With("an append reports the version and the position it reached", OutcomesAsync),
        StoreScenario.With("an append that expects another version is a conflict and changes nothing", ConflictsAsync),
        StoreScenario.With("an append that expects any version is accepted at every version", AnyAsync),
        StoreScenario.With("a stream that does not exist has the version 0", MissingAsync),
    ];

    private static async Task OutcomesAsync(IEventStorage storage)
    {
        Verify.Equal(new(AppendResult.Appended, 1, 1, 1), await storage.AppendAsync(Appends.To("a", 0)).ConfigureAwait(false), "The first append");
        Verify.Equal(new(AppendResult.Appended, 4, 4, 3), await storage.AppendAsync(Appends.To("a", 1, events: 3)).ConfigureAwait(false), "An append of three events");
        Verify.Equal(new(AppendResult.Appended, 2, 6, 2), await storage.AppendAsync(Appends.To("b", 0, events: 2)).ConfigureAwait(false), "An append to another stream");
        Verify.Equal(new(AppendResult.Appended, 5, 7, 1), await storage.AppendAsync(Appends.To("a", 4)).ConfigureAwait(false), "An append to the first stream");
    }

    private static async Task ConflictsAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 2)).ConfigureAwait(false);
        foreach (long expected in (long[])[0, 1, 3, long.MaxValue])
        {
            AppendOutcome outcome = await storage.AppendAsync(Appends.To("a", expected, command: $"c{expected}")).ConfigureAwait(false);
            Verify.Equal(new(AppendResult.Conflict, 2, 0, 0), outcome, $"An append that expects version {expected} of a stream at 2");
        }

        Verify.Sequence([1, 2], (await storage.ReadAsync("a").ConfigureAwait(false)).Sequences, "The stream after conflicts");
        Verify.Equal(2, (await storage.ReadLogAsync().ConfigureAwait(false)).Examined, "The log's end after conflicts");
        AppendOutcome again = await storage.AppendAsync(Appends.To("a", 2, command: "c0")).ConfigureAwait(false);
        Verify.Equal(new(AppendResult.Appended, 3, 3, 1), again, "A command that met a conflict, executed again");
    }

    private static async Task AnyAsync(IEventStorage storage)
    {
        for (int i = 1; i <= 3; i++)
        {
            AppendOutcome outcome = await storage.AppendAsync(Appends.To("a", AppendRequest.AnyVersion)).ConfigureAwait(false);
            Verify.Equal(new(AppendResult.Appended, i, i, 1), outcome, $"Append number {i} that expects any version");
        }
    }

    private static async Task MissingAsync(IEventStorage storage)
    {
        Verify.Equal(new(AppendResult.Conflict, 0, 0, 0), await storage.AppendAsync(Appends.To("a", 1)).ConfigureAwait(false), "An append that expects version 1 of no stream");
        Verify.Equal(0, (await storage.ReadAsync("a").ConfigureAwait(false)).Events.Count, "How many events a stream has after a conflict");
        Verify.Equal(new(AppendResult.Appended, 1, 1, 1), await storage.AppendAsync(Appends.To("a", 0)).ConfigureAwait(false), "The first append after it");
    }
}
