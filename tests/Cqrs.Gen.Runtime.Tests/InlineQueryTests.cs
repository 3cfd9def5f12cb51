using Bank;
using Cqrs.Gen.Storage;
using Probing;

namespace Cqrs.Gen.Runtime.Tests;

public sealed class InlineQueryTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_stored_document_equals_a_fresh_fold_of_the_stream(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication bank = store.Start();
        await bank.Commands.ExecuteAsync("a", new OpenAccount("Ann"));
        for (int i = 1; i <= 20; i++)
        {
            await bank.Commands.ExecuteAsync("a", new DepositMoney(i), new(Metadata: Metadata.Create(userId: $"user {i}")));
            await bank.Commands.ExecuteAsync("a", new WithdrawMoney(i - 0.5m));
        }

        AccountSummary stored = (await bank.Queries.GetAsync<AccountSummary>("a"))!;
        StoredDocument? document = await store.ReadDocumentAsync("account-summary", "a");
        await SpoilAsync(store, "account-summary", "a", document! with { Fingerprint = "other logic", Payload = "?"u8.ToArray() });
        AccountSummary folded = (await store.Start().Queries.GetAsync<AccountSummary>("a"))!;

        Assert.Equal(41, document.Version);
        Assert.Equal((10m, 40, "Ann"), (stored.Balance, stored.Transactions, stored.Owner));
        Assert.Equivalent(stored, folded, strict: true);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_document_is_written_in_the_append_of_its_events_and_is_not_read_again(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication application = store.Start(out ObservedStorage storage);

        await application.Commands.ExecuteAsync("a", new Add(1));
        await application.Commands.ExecuteAsync("a", new Add(2));

        // A new aggregate has no documents, and after that they are known.
        Assert.Equal(0, storage.DocumentReads);
        Assert.Equal(2, (await store.ReadDocumentAsync("probe-total", "a"))!.Version);
    }

    [Fact]
    public async Task A_document_whose_query_consumes_nothing_of_a_command_is_neither_read_nor_written()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        await using (CqrsApplication before = store.Start())
        {
            await before.Commands.ExecuteAsync("a", new Add(1));
        }

        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new LoseRatio());

        Assert.Equal(0, storage.DocumentReads);
        Assert.Equal(1, (await store.ReadDocumentAsync("probe-total", "a"))!.Version);
        QueryContext<ProbeTotal>? context = await application.Queries.GetContextAsync<ProbeTotal>("a");
        Assert.Equal(("a", 2L, 1), (context!.Key, context.Version, context.Payload.Total));

        await application.Commands.ExecuteAsync("a", new Add(1));
        StoredDocument stored = (await store.ReadDocumentAsync("probe-total", "a"))!;
        Assert.Equal(3, stored.Version);
    }

    [Theory]
    [InlineData("other logic", "{\"total\":1000}", 3)]
    [InlineData(null, "{\"total\":\"many\"}", 3)]
    [InlineData(null, "{", 3)]
    public async Task A_document_of_other_logic_or_that_cannot_be_read_is_made_again(string? fingerprint, string? payload, long version)
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication before = store.Start();
        await before.Commands.ExecuteAsync("a", new AddMany(3));
        StoredDocument good = (await store.ReadDocumentAsync("probe-total", "a"))!;
        StoredDocument bad = new(fingerprint ?? good.Fingerprint, version, payload is null ? good.Payload : System.Text.Encoding.UTF8.GetBytes(payload));
        await SpoilAsync(store, "probe-total", "a", bad);
        long spoiledAt = (await before.Aggregates.GetAsync<Probe>("a"))!.Version;
        CqrsApplication after = store.Start();

        Assert.Equal(3, (await after.Queries.GetAsync<ProbeTotal>("a"))!.Total);
        await after.Commands.ExecuteAsync("a", new Add(1));

        StoredDocument mended = (await store.ReadDocumentAsync("probe-total", "a"))!;
        Assert.Equal((good.Fingerprint, spoiledAt + 1), (mended.Fingerprint, mended.Version));
        Assert.Equal(4, (await after.Queries.GetAsync<ProbeTotal>("a"))!.Total);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_document_catches_up_with_what_a_program_without_the_query_recorded(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication whole = store.Start();
        await using CqrsApplication without = CqrsApplication.Create(cqrs => cqrs.AddModule<ProbeAloneModule>().UseStorage(() => store.Connect()));
        await whole.Commands.ExecuteAsync("a", new Add(1));
        await without.Commands.ExecuteAsync("a", new Add(10));
        Assert.Equal(1, (await store.ReadDocumentAsync("probe-total", "a"))!.Version);

        Assert.Equal(11, (await whole.Queries.GetAsync<ProbeTotal>("a"))!.Total);
        await whole.Commands.ExecuteAsync("a", new Add(100));
        Assert.Equal(3, (await store.ReadDocumentAsync("probe-total", "a"))!.Version);
        Assert.Equal(111, (await whole.Queries.GetAsync<ProbeTotal>("a"))!.Total);

        // The same for aggregates that existed before the query did.
        await without.Commands.ExecuteAsync("b", new AddMany(5));
        Assert.Equal(5, (await whole.Queries.GetAsync<ProbeTotal>("b"))!.Total);
        await whole.Commands.ExecuteAsync("b", new Add(1));
        Assert.Equal(6, (await store.Start().Queries.GetAsync<ProbeTotal>("b"))!.Total);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_document_that_its_query_deletes_is_gone_and_can_come_back(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(1));
        await application.Commands.ExecuteAsync("a", new Clear());

        Assert.Null(await store.ReadDocumentAsync("probe-total", "a"));
        Assert.Null(await application.Queries.GetAsync<ProbeTotal>("a"));

        await store.Start().Commands.ExecuteAsync("a", new Add(3));
        Assert.Equal(3, (await application.Queries.GetAsync<ProbeTotal>("a"))!.Total);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_document_that_is_ahead_of_the_cached_state_makes_the_command_decide_again(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new LoseRatio());
        await other.Commands.ExecuteAsync("a", new Add(1));

        CommandResult result = await application.Commands.ExecuteAsync("a", new Add(2));

        Assert.Equal(3, result.Version);
        Assert.Equal(3, (await application.Queries.GetAsync<ProbeTotal>("a"))!.Total);
    }

    [Fact]
    public async Task Whoever_reads_a_document_gets_one_of_their_own()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication bank = store.Start();
        await bank.Commands.ExecuteAsync("a", new OpenAccount("Ann"));
        AccountSummary mine = (await bank.Queries.GetAsync<AccountSummary>("a"))!;
        mine.Owner = "Eve";

        await bank.Commands.ExecuteAsync("a", new DepositMoney(1m));

        Assert.Equal("Ann", (await bank.Queries.GetAsync<AccountSummary>("a"))!.Owner);
    }

    [Fact]
    public async Task An_asynchronous_query_says_that_nothing_runs_it_and_disturbs_no_command()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication bank = store.Start();
        await bank.Commands.ExecuteAsync("a", new OpenAccount("Ann"));

        CompositionException fault = await Assert.ThrowsAsync<CompositionException>(async () => await bank.Queries.GetAsync<OwnersAccounts>("Ann"));

        Assert.StartsWith("The query owners-accounts (Bank.OwnersAccounts) is asynchronous", fault.Message, StringComparison.Ordinal);
    }

    // Replaces the stored document, as a program of other logic would: beside an event that the query does not consume.
    private static async Task SpoilAsync(TestStore store, string query, string key, StoredDocument document)
    {
        await using EventStore events = new(store.Connect());
        await events.OpenAsync();
        string aggregate = query == "probe-total" ? "probe" : "bank-account";
        long version = (await store.ReadLogAsync()).Count(e => e.Aggregate == aggregate && e.Id == key);
        if (aggregate == "probe")
        {
            AppendOutcome outcome = await events.AppendAsync(Request("ratio-lost", "{}"));
            Assert.Equal(AppendResult.Appended, outcome.Result);
        }
        else
        {
            AppendOutcome outcome = await events.AppendAsync(Request("account-opened", "{\"owner\":\"Ann\"}"));
            Assert.Equal(AppendResult.Appended, outcome.Result);
        }

        AppendRequest Request(string name, string payload) => new()
        {
            Stream = new(aggregate, key),
            ExpectedVersion = version,
            CommandId = Guid.NewGuid().ToString(),
            Timestamp = DateTimeOffset.UtcNow,
            Events = new EventData[] { new(Guid.NewGuid(), name, 1, System.Text.Encoding.UTF8.GetBytes(payload)) },
            Documents = new DocumentData[] { new(query, key, document.Fingerprint, version + 1, document.Payload) },
        };
    }
}

/// <summary>The probe without its query: what an older program, or one with another purpose, consists of.</summary>
internal sealed class ProbeAloneModule : IModule
{
    static string IModule.ModuleName => "ProbeAlone";

    static void IModule.Accept(IModuleVisitor visitor) => visitor.VisitAggregate<Probe>();
}
