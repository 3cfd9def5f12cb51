using Bank;
using Probing;

namespace Cqrs.Gen.Runtime.Tests;

public sealed class IdempotencyTests
{
    [Theory]
    [InlineData(StoreKind.Memory, true)]
    [InlineData(StoreKind.Memory, false)]
    [InlineData(StoreKind.Sqlite, true)]
    [InlineData(StoreKind.Sqlite, false)]
    public async Task A_repeated_withdrawal_is_a_repeat_and_not_refused(StoreKind kind, bool restarted)
    {
        await using TestStore store = new(kind);
        CqrsApplication bank = store.Start();
        await bank.Commands.ExecuteAsync("a", new OpenAccount("Ann"));
        await bank.Commands.ExecuteAsync("a", new DepositMoney(10m));
        CommandResult first = await bank.Commands.ExecuteAsync("a", new WithdrawMoney(10m), new("w-1"));
        await bank.Commands.ExecuteAsync("a", new DepositMoney(1m));

        CommandResult second = await (restarted ? store.Start() : bank).Commands.ExecuteAsync("a", new WithdrawMoney(10m), new("w-1"));

        Assert.True(second.IsRepeat);
        Assert.Equal((first.Version, first.Position, "w-1"), (second.Version, second.Position, second.CommandId));
        Assert.Equal(first.Events, second.Events);
        Assert.Equal(4, (await store.ReadLogAsync()).Count);
    }

    [Fact]
    public async Task The_next_command_after_a_repeat_is_executed()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(1), new("c"));
        Assert.True((await application.Commands.ExecuteAsync("a", new Add(1), new("c"))).IsRepeat);

        CommandResult next = await application.Commands.ExecuteAsync("a", new Add(5));

        Assert.False(next.IsRepeat);
        Assert.Equal(2, next.Version);
    }

    [Fact]
    public async Task A_repeat_brings_back_all_the_events_of_the_command_and_no_others()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(7));
        await application.Commands.ExecuteAsync("a", new AddMany(3), new("c"));
        await application.Commands.ExecuteAsync("a", new Add(8));

        CommandResult repeat = await store.Start().Commands.ExecuteAsync("a", new AddMany(3), new("c"));

        Assert.Equal([new Added(1), new Added(1), new Added(1)], repeat.Events);
        Assert.Equal((4, 4), (repeat.Version, repeat.Position));
    }

    [Fact]
    public async Task A_repeat_is_recognised_before_the_handler_does_anything()
    {
        await using TestStore store = new(StoreKind.Memory);
        RecordingPrinter printer = new();
        CqrsApplication bank = store.Start(cqrs => cqrs.AddService<ICheckPrinter>(printer));
        await bank.Commands.ExecuteAsync("a", new OpenAccount("Ann"));
        await bank.Commands.ExecuteAsync("a", new DepositMoney(10m));

        await bank.Commands.ExecuteAsync("a", new WriteCheck("1", 4m), new("c"));
        await bank.Commands.ExecuteAsync("a", new WriteCheck("1", 4m), new("c"));

        Assert.Equal(["1"], printer.Printed);
    }

    [Fact]
    public async Task A_repeat_while_the_first_is_in_flight_waits_for_it()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        HeldPause pause = new();
        CqrsApplication application = store.Start(cqrs => cqrs.AddService<IPause>(pause));

        Task<CommandResult> first = application.Commands.ExecuteAsync("a", new AddSlowly(1), new("c")).AsTask();
        await pause.Entered;
        Task<CommandResult> second = application.Commands.ExecuteAsync("a", new AddSlowly(1), new("c")).AsTask();
        pause.Release();

        Assert.False((await first).IsRepeat);
        Assert.True((await second).IsRepeat);
        Assert.Single(await store.ReadLogAsync());
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_repeat_that_another_process_records_between_deciding_and_appending_is_a_repeat(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start(out ObservedStorage storage);
        storage.BeforeAppend = async () =>
        {
            storage.BeforeAppend = null;
            await other.Commands.ExecuteAsync("a", new Add(1), new("c"));
        };

        CommandResult result = await application.Commands.ExecuteAsync("a", new Add(1), new("c"));
        CommandResult next = await application.Commands.ExecuteAsync("a", new Add(1));

        Assert.True(result.IsRepeat);
        Assert.Equal((1, 1), (result.Version, result.Position));
        Assert.Equal(2, next.Version);
        Assert.Equal(2, (await application.Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
    }

    [Fact]
    public async Task A_repeat_wins_over_an_expected_version_that_the_first_time_made_old()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(1), new("c", ExpectedVersion: 0));

        CommandResult repeat = await application.Commands.ExecuteAsync("a", new Add(1), new("c", ExpectedVersion: 0));

        Assert.True(repeat.IsRepeat);
    }

    [Fact]
    public async Task The_id_of_a_refused_command_may_be_used_again()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start();
        Assert.False((await application.Commands.ExecuteAsync("a", new AddUpTo(2, 1), new("c"))).IsSuccess);

        CommandResult second = await application.Commands.ExecuteAsync("a", new AddUpTo(1, 1), new("c"));

        Assert.True(second.IsSuccess);
        Assert.False(second.IsRepeat);
    }

    [Fact]
    public async Task The_same_id_on_another_aggregate_is_another_command()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(1), new("c"));

        Assert.False((await application.Commands.ExecuteAsync("b", new Add(1), new("c"))).IsRepeat);
    }

    [Fact]
    public async Task Looking_for_a_repeat_takes_no_reading_of_its_own_when_the_aggregate_is_read_anyway()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);

        await application.Commands.ExecuteAsync("a", new Add(1), new("c"));

        Assert.Equal("c", Assert.Single(storage.Requests).CommandId);
    }
}

internal sealed class RecordingPrinter : ICheckPrinter
{
    public List<string> Printed { get; } = [];

    public ValueTask<bool> PrintAsync(string number, decimal amount, CancellationToken cancellationToken)
    {
        Printed.Add(number);
        return new(true);
    }
}

/// <summary>Holds a handler until the test releases it.</summary>
internal sealed class HeldPause : IPause
{
    private readonly TaskCompletionSource _entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Entered => _entered.Task;

    public void Release() => _released.TrySetResult();

    public async Task PauseAsync(int amount, CancellationToken cancellationToken)
    {
        _entered.TrySetResult();
        await _released.Task.WaitAsync(cancellationToken);
    }
}
