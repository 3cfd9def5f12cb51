using Bank;
using Probing;

namespace Cqrs.Gen.Runtime.Tests;

public sealed class CommandTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_command_records_its_events_and_says_where(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication bank = store.Start();

        CommandResult opened = await bank.Commands.ExecuteAsync("a", new OpenAccount("Ann"));
        CommandResult other = await bank.Commands.ExecuteAsync("b", new OpenAccount("Bob"));
        CommandResult deposited = await bank.Commands.ExecuteAsync("a", new DepositMoney(10m));

        Assert.Equal((1, 1), (opened.Version, opened.Position));
        Assert.Equal((1, 2), (other.Version, other.Position));
        Assert.Equal((2, 3), (deposited.Version, deposited.Position));
        Assert.True(deposited.IsSuccess);
        Assert.False(deposited.IsRepeat);
        Assert.Equal(new MoneyDeposited(10, 10), Assert.Single(deposited.Events));
        Assert.Equal(["account-opened", "account-opened", "money-deposited"], (await store.ReadLogAsync()).Select(e => e.Name));
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task What_was_recorded_is_there_after_a_restart(StoreKind kind)
    {
        await using TestStore store = new(kind);
        await using (CqrsApplication before = store.Start())
        {
            await before.Commands.ExecuteAsync("a", new OpenAccount("Ann"));
            await before.Commands.ExecuteAsync("a", new DepositMoney(10m));
        }

        CqrsApplication after = store.Start();
        AggregateContext<BankAccount>? account = await after.Aggregates.GetAsync<BankAccount>("a");
        CommandResult refused = await after.Commands.ExecuteAsync("a", new WithdrawMoney(11m));

        Assert.Equal(("a", 2L, "Ann", 10m), (account!.AggregateId, account.Version, account.Payload.Owner, account.Payload.Balance));
        Assert.Equal("insufficient-funds", refused.Error?.Code);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_refused_command_records_nothing_and_says_why(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication bank = store.Start(out ObservedStorage storage);
        await bank.Commands.ExecuteAsync("a", new OpenAccount("Ann"));

        CommandResult result = await bank.Commands.ExecuteAsync("a", new WithdrawMoney(1m));

        Assert.False(result.IsSuccess);
        Assert.Equal("insufficient-funds", result.Error.Code);
        Assert.Equal((1, 0), (result.Version, result.Position));
        Assert.Empty(result.Events);
        Assert.Equal(1, storage.Appends);
        Assert.Equal(UserError.AggregateAlreadyExistsCode, (await bank.Commands.ExecuteAsync("a", new OpenAccount("Eve"))).Error?.Code);
        Assert.Equal(UserError.AggregateNotFoundCode, (await bank.Commands.ExecuteAsync("b", new DepositMoney(1m))).Error?.Code);
    }

    [Fact]
    public async Task A_command_that_decides_no_events_is_accepted_and_records_nothing()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);

        CommandResult result = await application.Commands.ExecuteAsync("a", new DoNothing());

        Assert.True(result.IsSuccess);
        Assert.Equal((0, 0, 0), (result.Version, result.Position, result.Events.Count));
        Assert.Equal(0, storage.Appends);
    }

    [Fact]
    public async Task Many_events_are_recorded_in_order_with_consecutive_sequences()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CommandResult result = await store.Start().Commands.ExecuteAsync("a", new AddMany(300));

        Assert.Equal((300, 300, 300), (result.Version, result.Position, result.Events.Count));
        Assert.Equal(Enumerable.Range(1, 300).Select(i => (long)i), (await store.ReadLogAsync()).Select(e => e.Sequence));
    }

    [Fact]
    public async Task A_command_of_which_only_the_aggregate_is_known_is_executed_too()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start();
        ICommand command = new Add(2);

        CommandResult result = await application.Commands.ExecuteAsync<Probe>("a", command);

        Assert.Equal(new Added(2), Assert.Single(result.Events));
        await Assert.ThrowsAsync<CommandNotHandledException>(async () => await application.Commands.ExecuteAsync<Probe>("a", (ICommand)new OpenAccount("Ann")));
    }

    [Fact]
    public async Task The_same_stream_and_command_id_lead_to_the_same_event_ids_in_every_store()
    {
        await using TestStore one = new(StoreKind.Memory);
        await using TestStore two = new(StoreKind.Sqlite);
        await one.Start().Commands.ExecuteAsync("a", new AddMany(2), new(CommandId: "c"));
        await two.Start().Commands.ExecuteAsync("a", new AddMany(2), new(CommandId: "c"));
        await two.Start().Commands.ExecuteAsync("a", new AddMany(2), new(CommandId: "d"));
        await two.Start().Commands.ExecuteAsync("b", new AddMany(2), new(CommandId: "c"));

        Guid[] ids = [.. (await one.ReadLogAsync()).Select(e => e.EventId)];
        Guid[] others = [.. (await two.ReadLogAsync()).Select(e => e.EventId)];

        Assert.Equal(ids, others[..2]);
        Assert.Equal(6, others.Distinct().Count());
        Assert.All(others, id => Assert.Equal(8, id.Version));
    }

    [Fact]
    public async Task Metadata_is_recorded_with_each_event_and_nothing_is_recorded_for_none()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication application = store.Start();
        Metadata metadata = Metadata.Create("flow-1", userId: "Zoë").With("ip", "::1");

        await application.Commands.ExecuteAsync("a", new AddMany(2), new(Metadata: metadata));
        await application.Commands.ExecuteAsync("a", new Add(1));

        List<StoredEventRow> log = await store.ReadLogAsync();
        Assert.All(log[..2], e => Assert.Equal(metadata, MetadataSerializer.Read(System.Text.Encoding.UTF8.GetBytes(e.Metadata))));
        Assert.Equal("", log[2].Metadata);
    }

    [Fact]
    public async Task Metadata_that_cannot_be_stored_exactly_is_refused_and_the_aggregate_goes_on()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(1));

        PayloadException fault = await Assert.ThrowsAsync<PayloadException>(async () =>
            await application.Commands.ExecuteAsync("a", new Add(1), new(Metadata: Metadata.Empty.With("name", "half \uD800"))));

        Assert.Contains("name", fault.Path, StringComparison.Ordinal);
        Assert.Equal(2, (await application.Commands.ExecuteAsync("a", new Add(1))).Version);
    }

    [Fact]
    public async Task Timestamps_come_from_the_clock_in_whole_microseconds()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        DateTimeOffset now = new(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1));
        CqrsApplication application = store.Start(cqrs => cqrs.UseTimeProvider(new FixedClock(now.AddTicks(12345679))));

        await application.Commands.ExecuteAsync("a", new Add(1));

        Assert.Equal(now.AddTicks(12345670), Assert.Single(await store.ReadLogAsync()).Timestamp);
    }

    [Fact]
    public async Task An_id_that_cannot_be_stored_exactly_is_refused()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        foreach (string bad in (string[])["", "nul\0", "half \uDC00", "\uD800", "\uD83D\uDC18\uD83D", new('x', 513)])
        {
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await application.Commands.ExecuteAsync(bad, new Add(1)));
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await application.Commands.ExecuteAsync("a", new Add(1), new(CommandId: bad)));
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await application.Queries.GetAsync<ProbeTotal>(bad));
            await Assert.ThrowsAnyAsync<ArgumentException>(async () => await application.Aggregates.GetAsync<Probe>(bad));
        }

        Assert.Equal(0, storage.Appends + storage.StreamReads);
    }

    [Fact]
    public async Task Ids_of_any_script_and_case_are_kept_apart()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication application = store.Start();
        string[] ids = ["a", "A", "ä", "🐘", " a", "a ", "'; drop table events; --", new string('x', 512)];
        foreach (string id in ids)
        {
            Assert.Equal(1, (await application.Commands.ExecuteAsync(id, new Add(1))).Version);
        }

        Assert.Equal(ids, (await store.ReadLogAsync()).Select(e => e.Id));
    }

    [Fact]
    public async Task A_negative_expected_version_is_refused()
    {
        await using TestStore store = new(StoreKind.Memory);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await store.Start().Commands.ExecuteAsync("a", new Add(1), new(ExpectedVersion: -1)));
    }

    [Fact]
    public async Task An_aggregate_that_does_not_exist_reads_as_null()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication application = store.Start();

        Assert.Null(await application.Aggregates.GetAsync<Probe>("a"));
        Assert.Null(await application.Queries.GetAsync<ProbeTotal>("a"));
        Assert.Null(await application.Queries.GetContextAsync<ProbeTotal>("a"));
    }

    [Fact]
    public async Task Whoever_reads_an_aggregate_gets_a_state_of_their_own()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(1));
        AggregateContext<Probe>? first = await application.Aggregates.GetAsync<Probe>("a");
        AggregateContext<Probe>? second = await application.Aggregates.GetAsync<Probe>("a");
        await application.Commands.ExecuteAsync("a", new Add(1));

        Assert.NotSame(first!.Payload, second!.Payload);
        Assert.Equal(1, first.Payload.Total);
    }
}

internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
