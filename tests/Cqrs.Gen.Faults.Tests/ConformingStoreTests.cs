using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>
/// Sequences of appends come out as in the model, callers at the same time see one order of all appends, and a native process passes the scenarios that every store must pass.
/// </summary>
public sealed class ConformingStoreTests(SharedServer shared) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Lies => [.. LyingStorage.All.Keys];

    [Theory]
    [InlineData("memory", 1_000, 100_000)]
    [InlineData("SQLite", 200, 10_000)]
    [InlineData("PostgreSQL", 100, 2_000)]
    public async Task Whatever_is_appended_comes_out_as_in_the_model(string kind, int quick, int full)
    {
        string store = NewStore(kind);

        await Sequences.RunAsync(n => Orders.Open(Orders.Beside(store, n)), Counts.Of(quick, full));
    }

    [Theory]
    [InlineData("memory", 1_000, 100_000)]
    [InlineData("SQLite", 100, 10_000)]
    [InlineData("PostgreSQL", 100, 2_000)]
    public async Task Callers_at_the_same_time_see_one_order_of_all_appends(string kind, int quick, int full)
    {
        string store = NewStore(kind);

        await Histories.RunAsync(n => Conformance.Shared(Orders.Beside(store, n)), Counts.Of(quick, full), new(1));
    }

    [Theory]
    [InlineData("memory", 1_000, 100_000)]
    [InlineData("SQLite", 100, 10_000)]
    [InlineData("PostgreSQL", 50, 2_000)]
    public async Task A_native_process_does_all_of_this(string kind, int quick, int full)
    {
        int count = Counts.Of(quick, full);
        Ledger ledger = new();

        await using WorkerProcess worker = WorkerProcess.Start(await Worker.OfAsync(Build.Native), ledger, NewStore(kind), orders: ["conforms=1", $"sequences={count}", $"histories={count}"]);
        await worker.CompleteAsync();

        Assert.Equal(3, ledger.Passed.Count);
        Assert.InRange(ledger.Passed[0], 40, 1000);
        Assert.Equal([count, count], ledger.Passed.Skip(1));
    }

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_store_that_breaks_a_promise_is_found_out(string lie) =>
        await Assert.ThrowsAsync<CsCheck.CsCheckException>(() => Sequences.RunAsync(_ => new LyingStorage(new MemoryEventStorage(), lie), 10_000));

    [Theory]
    [InlineData(LyingStorage.TakesAConflictForASuccess)]
    [InlineData(LyingStorage.GivesUpAfterAConflict)]
    public async Task A_store_that_lies_to_callers_at_the_same_time_is_found_out(string lie) =>
        await Assert.ThrowsAsync<ContradictionException>(() => Histories.RunAsync(_ => [new LyingStorage(new MemoryEventStorage(), lie)], 10_000, new(1)));

    public void Dispose() => _folder.Dispose();

    private string NewStore(string kind) => kind switch { "memory" => kind, "SQLite" => _folder.NewStore(), _ => shared.NewStore() };
}
