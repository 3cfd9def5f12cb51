using Cqrs.Gen.Storage;
using CsCheck;

namespace Cqrs.Gen.Runtime.Tests;

/// <summary>
/// Sixty-four callers on one to three aggregates, in a store that conflicts, refuses, breaks and stays silent at random: whatever they are told is true of the log.
/// The second test shows that lies are found.
/// </summary>
public sealed class PipelineModelTests
{
    public static TheoryData<string> Lies => [.. LyingStorage.Kinds.Keys];

    [Theory]
    [InlineData(StoreKind.Memory, 40)]
    [InlineData(StoreKind.Sqlite, 10)]
    public Task Whatever_goes_wrong_every_reply_is_true_of_the_log(StoreKind kind, int runs) =>
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, 1_000_000], CsCheck.Gen.Int[1, 3], CsCheck.Gen.Int[0, 25]).SampleAsync(
            (seed, ledgers, percent) => RunAsync(kind, seed, ledgers, percent, lie: null),
            iter: runs,
            threads: 1);

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_store_that_lies_is_found_out(string lie)
    {
        for (int seed = 0; seed < 50; seed++)
        {
            try
            {
                await RunAsync(StoreKind.Memory, seed, ledgers: 1, percent: 15, lie);
            }
            catch (Exception e) when (e is ContradictionException or ArgumentException)
            {
                return;
            }
        }

        Assert.Fail($"Nobody noticed: {lie}.");
    }

    private static async Task RunAsync(StoreKind kind, int seed, int ledgers, int percent, string? lie)
    {
        string[] names = [.. Enumerable.Range(0, ledgers).Select(i => $"ledger {i}")];
        History history = new();
        await using TestStore store = new(kind);
        CqrsApplication other = store.Start();
        ObservedStorage storage = store.Connect(inner => lie is null ? inner : new LyingStorage(inner, LyingStorage.Kinds[lie]));
        CqrsApplication application = store.Start(cqrs => cqrs.UseStorage(() => storage).UseSnapshots(SnapshotPolicy.EveryEvents(7)).RetryConflicts(50));
        await application.OpenAsync();
        new FaultPlan(seed, percent, other, names, history).Attach(storage);

        await Callers.RunAsync(application, names, commands: 6, seed, history).WaitAsync(TimeSpan.FromMinutes(2));
        await history.DemandAsync(store, store.Start(cqrs => cqrs.UseSnapshots(SnapshotPolicy.EveryEvents(7))), names);
    }
}
