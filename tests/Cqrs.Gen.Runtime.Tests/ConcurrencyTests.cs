using Probing;

namespace Cqrs.Gen.Runtime.Tests;

public sealed class ConcurrencyTests
{
    [Theory]
    [InlineData(StoreKind.Memory, CqrsBuilder.DefaultCacheSize)]
    [InlineData(StoreKind.Memory, 0)]
    [InlineData(StoreKind.Sqlite, CqrsBuilder.DefaultCacheSize)]
    [InlineData(StoreKind.Sqlite, 0)]
    public async Task Sixty_four_tasks_on_one_aggregate_lose_nothing_and_never_conflict(StoreKind kind, int cacheSize)
    {
        await using TestStore store = new(kind);
        CqrsApplication application = store.Start(out ObservedStorage storage, cqrs => cqrs.CacheAggregates(cacheSize));

        CommandResult[] results = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            CommandResult last = default;
            for (int j = 0; j < 5; j++)
            {
                last = await application.Commands.ExecuteAsync("a", new Add(1));
            }

            return last;
        })));

        Assert.Equal(320, results.Max(r => r.Version));
        Assert.Equal(320, (await application.Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
        Assert.Equal(320, (await application.Queries.GetAsync<ProbeTotal>("a"))!.Total);
        Assert.Equal(320, storage.Appends);
    }

    [Fact]
    public async Task Commands_on_one_aggregate_run_in_the_order_in_which_they_arrived()
    {
        await using TestStore store = new(StoreKind.Memory);
        HeldPause pause = new();
        CqrsApplication application = store.Start(cqrs => cqrs.AddService<IPause>(pause));
        Task<CommandResult> first = application.Commands.ExecuteAsync("a", new AddSlowly(0)).AsTask();
        await pause.Entered;

        List<Task<CommandResult>> waiting = [.. Enumerable.Range(1, 100).Select(i => application.Commands.ExecuteAsync("a", new Add(i)).AsTask())];
        Assert.DoesNotContain(waiting, t => t.IsCompleted);
        pause.Release();
        await Task.WhenAll([first, .. waiting]);

        Assert.Equal(Enumerable.Range(2, 100).Select(i => (long)i), waiting.Select(t => t.Result.Version));
    }

    [Fact]
    public async Task A_slow_command_holds_up_no_other_aggregate()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        HeldPause pause = new();
        CqrsApplication application = store.Start(cqrs => cqrs.AddService<IPause>(pause));
        Task<CommandResult> slow = application.Commands.ExecuteAsync("a", new AddSlowly(0)).AsTask();
        await pause.Entered;

        Assert.True((await application.Commands.ExecuteAsync("b", new Add(1))).IsSuccess);
        Assert.NotNull(await application.Aggregates.GetAsync<Probe>("b"));
        Assert.False(slow.IsCompleted);
        pause.Release();
        await slow;
    }

    [Fact]
    public async Task Whoever_stops_waiting_for_a_turn_leaves_the_queue_and_records_nothing()
    {
        await using TestStore store = new(StoreKind.Memory);
        HeldPause pause = new();
        CqrsApplication application = store.Start(cqrs => cqrs.AddService<IPause>(pause));
        Task<CommandResult> first = application.Commands.ExecuteAsync("a", new AddSlowly(1)).AsTask();
        await pause.Entered;
        using CancellationTokenSource impatience = new();

        Task<CommandResult> second = application.Commands.ExecuteAsync("a", new Add(10), cancellationToken: impatience.Token).AsTask();
        Task<CommandResult> third = application.Commands.ExecuteAsync("a", new Add(100)).AsTask();
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        pause.Release();
        await Task.WhenAll(first, third);

        Assert.Equal(101, (await application.Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
    }

    [Fact]
    public async Task A_handler_that_executes_a_command_on_its_own_aggregate_is_told_so()
    {
        await using TestStore store = new(StoreKind.Memory);
        ReentrantPause pause = new();
        CqrsApplication application = store.Start(cqrs => cqrs.AddService<IPause>(pause));
        pause.Commands = application.Commands;

        InvalidOperationException fault = await Assert.ThrowsAsync<InvalidOperationException>(async () => await application.Commands.ExecuteAsync("a", new AddSlowly(1)));

        Assert.Contains("probe \"a\"", fault.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await application.Commands.ExecuteAsync("a", new Add(1))).Version);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Two_processes_on_one_aggregate_decide_again_until_nothing_is_lost(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication[] processes = [store.Start(c => c.RetryConflicts(1000)), store.Start(c => c.RetryConflicts(1000))];

        await Task.WhenAll(processes.Select(process => Task.Run(async () =>
        {
            for (int i = 0; i < 100; i++)
            {
                Assert.True((await process.Commands.ExecuteAsync("a", new AddUpTo(1, 1000))).IsSuccess);
            }
        })));

        List<StoredEventRow> log = await store.ReadLogAsync();
        Assert.Equal(Enumerable.Range(1, 200).Select(i => (long)i), log.Select(e => e.Sequence));
        foreach (CqrsApplication process in processes)
        {
            Assert.Equal(200, (await process.Queries.GetAsync<ProbeTotal>("a"))!.Total);
        }
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task After_a_conflict_the_command_is_decided_on_what_the_other_process_left(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new Add(1));
        storage.BeforeAppend = async () =>
        {
            storage.BeforeAppend = null;
            await other.Commands.ExecuteAsync("a", new Add(5));
        };

        CommandResult result = await application.Commands.ExecuteAsync("a", new AddUpTo(1, 6));

        Assert.Equal("limit", result.Error?.Code);
        Assert.Equal(2, result.Version);
    }

    [Fact]
    public async Task A_command_whose_aggregate_keeps_changing_gives_up_and_says_so()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start(out ObservedStorage storage, cqrs => cqrs.RetryConflicts(3));
        storage.BeforeAppend = async () => await other.Commands.ExecuteAsync("a", new Add(1));

        ConcurrencyException fault = await Assert.ThrowsAsync<ConcurrencyException>(async () => await application.Commands.ExecuteAsync("a", new Add(1)));

        Assert.Equal((3, 2, 3), (fault.Attempts, fault.ExpectedVersion, fault.ActualVersion));
        storage.BeforeAppend = null;
        Assert.Equal(4, (await application.Commands.ExecuteAsync("a", new Add(1))).Version);
    }

    [Fact]
    public async Task A_command_with_an_expected_version_is_not_decided_again()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new Add(1));
        storage.BeforeAppend = async () => await other.Commands.ExecuteAsync("a", new Add(1));

        ConcurrencyException fault = await Assert.ThrowsAsync<ConcurrencyException>(async () =>
            await application.Commands.ExecuteAsync("a", new Add(1), new(ExpectedVersion: 1)));

        Assert.Equal((1, 1, 2), (fault.Attempts, fault.ExpectedVersion, fault.ActualVersion));
        Assert.Equal(2, storage.Appends);
    }

    [Fact]
    public async Task A_wrong_expected_version_is_told_before_anything_is_decided()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new AddMany(2));

        foreach (long wrong in (long[])[0, 1, 3])
        {
            ConcurrencyException fault = await Assert.ThrowsAsync<ConcurrencyException>(async () =>
                await application.Commands.ExecuteAsync("a", new Fail("decided"), new(ExpectedVersion: wrong)));
            Assert.Equal((wrong, 2), (fault.ExpectedVersion, fault.ActualVersion));
        }

        Assert.Equal(3, (await application.Commands.ExecuteAsync("a", new Add(1), new(ExpectedVersion: 2))).Version);
    }

    [Fact]
    public async Task Sixty_four_tasks_with_the_same_expected_version_have_one_winner()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication[] processes = [store.Start(), store.Start()];

        bool[] won = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(async () =>
        {
            try
            {
                await processes[i % 2].Commands.ExecuteAsync("a", new Add(1), new(ExpectedVersion: 0));
                return true;
            }
            catch (ConcurrencyException)
            {
                return false;
            }
        })));

        Assert.Single(won, w => w);
        Assert.Single(await store.ReadLogAsync());
    }
}

/// <summary>Makes the handler execute a command on its own aggregate.</summary>
internal sealed class ReentrantPause : IPause
{
    public ICommandBus? Commands { get; set; }

    public async Task PauseAsync(int amount, CancellationToken cancellationToken) => await Commands!.ExecuteAsync("a", new Add(amount), cancellationToken: cancellationToken);
}
