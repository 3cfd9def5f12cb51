using Cqrs.Gen.Storage;
using Probing;

namespace Cqrs.Gen.Runtime.Tests;

/// <summary>Commands on one aggregate while an earlier append of it is in flight.</summary>
public sealed class PipelineTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Commands_that_arrive_during_an_append_are_decided_on_what_it_leads_to_and_go_out_together(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        HeldAppend held = new(storage);
        Task<CommandResult> first = Execute(application, new Add(1));
        await held.Reached;

        List<Task<CommandResult>> others = [.. Enumerable.Range(0, 50).Select(_ => Execute(application, new AddUpTo(1, 51)))];
        await Task.Delay(50);
        Assert.DoesNotContain(others.Append(first), t => t.IsCompleted);
        held.Release();
        await Task.WhenAll(others).WaitAsync(Patience);

        Assert.Equal(1, (await first).Version);
        Assert.Equal(Enumerable.Range(2, 50).Select(i => (long)i), others.Select(t => t.Result.Version));
        Assert.Equal([1, 50], storage.BatchSizes);
        Assert.Equal(51, (await application.Queries.GetContextAsync<ProbeTotal>("a"))!.Version);
        Assert.Equal(51, (await application.Queries.GetAsync<ProbeTotal>("a"))!.Total);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task What_was_decided_upon_an_append_that_conflicts_is_decided_again_though_its_version_fits(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new Add(0));
        HeldAppend held = new(storage);
        Task<CommandResult> leader = application.Commands.ExecuteAsync("other", new Add(1)).AsTask();
        await held.Reached;

        // Both wait for the next batch. Another process records one event: the first conflicts, and the second meets the version that it expects.
        Task<CommandResult> first = Execute(application, new Add(5));
        Task<CommandResult> second = Execute(application, new AddUpTo(1, 6));
        await Task.Delay(50);
        await other.Commands.ExecuteAsync("a", new Add(100));
        held.Release();

        Assert.Equal(3, (await first.WaitAsync(Patience)).Version);
        Assert.Equal("limit", (await second.WaitAsync(Patience)).Error?.Code);
        Assert.Equal(105, (await application.Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
        Assert.Equal(105, (await application.Queries.GetAsync<ProbeTotal>("a"))!.Total);
        await leader;
    }

    [Fact]
    public async Task Commands_that_are_decided_again_keep_the_order_in_which_they_arrived()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new Add(0));
        HeldAppend held = new(storage);
        Task<CommandResult> first = Execute(application, new Add(1));
        await held.Reached;
        List<Task<CommandResult>> others = [.. Enumerable.Range(0, 20).Select(_ => Execute(application, new Add(1)))];
        await other.Commands.ExecuteAsync("a", new Add(100));
        held.Release();

        CommandResult[] results = await Task.WhenAll(others.Prepend(first)).WaitAsync(Patience);

        Assert.Equal(Enumerable.Range(3, 21).Select(i => (long)i), results.Select(r => r.Version));
    }

    [Fact]
    public async Task A_refusal_is_told_when_what_it_stands_on_is_recorded()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        HeldAppend held = new(storage);
        Task<CommandResult> first = Execute(application, new Add(10));
        await held.Reached;

        Task<CommandResult> refused = Execute(application, new AddUpTo(1, 10));
        Task<CommandResult> unmet = Execute(application, new Add(1), new(ExpectedVersion: 0));
        Task<CommandResult> failed = Execute(application, new Fail("on purpose"));
        await Task.Delay(50);
        Assert.False(refused.IsCompleted || unmet.IsCompleted || failed.IsCompleted);
        held.Release();

        Assert.Equal(1, (await first.WaitAsync(Patience)).Version);
        CommandResult refusal = await refused.WaitAsync(Patience);
        Assert.Equal(("limit", 1L), (refusal.Error?.Code, refusal.Version));
        Assert.Equal(1, (await Assert.ThrowsAsync<ConcurrencyException>(() => unmet.WaitAsync(Patience))).ActualVersion);
        Assert.Equal("on purpose", (await Assert.ThrowsAsync<InvalidOperationException>(() => failed.WaitAsync(Patience))).Message);
    }

    [Fact]
    public async Task A_refusal_that_stands_on_what_is_not_recorded_is_decided_again()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        HeldAppend held = new(storage);
        Task<CommandResult> first = Execute(application, new Add(10));
        await held.Reached;
        Task<CommandResult> second = Execute(application, new AddUpTo(1, 10));
        Task<CommandResult> third = Execute(application, new Add(1), new(ExpectedVersion: 1));
        Task<CommandResult> fourth = Execute(application, new ThrowAt(10));
        await Task.Delay(50);

        held.Fail(new StoreException(StoreFault.Full, "No room."));

        Assert.Equal(StoreFault.Full, (await Assert.ThrowsAsync<StoreException>(() => first.WaitAsync(Patience))).Fault);
        Assert.Equal(1, (await second.WaitAsync(Patience)).Version);
        Assert.Equal(2, (await third.WaitAsync(Patience)).Version);
        Assert.True((await fourth.WaitAsync(Patience)).IsSuccess);
        Assert.Equal(2, (await application.Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
    }

    [Fact]
    public async Task A_failed_batch_takes_only_its_own_appends_down_and_those_after_it_are_decided_again()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new Add(1));
        HeldAppend held = new(storage);
        Task<CommandResult> first = Execute(application, new Add(10));
        await held.Reached;
        List<Task<CommandResult>> others = [.. Enumerable.Range(0, 5).Select(_ => Execute(application, new Add(1)))];
        await Task.Delay(50);

        held.Fail(new StoreException(StoreFault.Unavailable, "Gone."));

        await Assert.ThrowsAsync<StoreException>(() => first.WaitAsync(Patience));
        CommandResult[] results = await Task.WhenAll(others).WaitAsync(Patience);
        Assert.Equal([2, 3, 4, 5, 6], results.Select(r => r.Version));
        Assert.Equal(6, (await application.Queries.GetAsync<ProbeTotal>("a"))!.Total);
        Assert.Equal(6, (await application.Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
    }

    [Fact]
    public async Task Whoever_gives_up_an_append_that_waits_takes_nobody_along()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        HeldAppend held = new(storage);
        using CancellationTokenSource impatience = new();
        Task<CommandResult> first = Execute(application, new Add(1));
        await held.Reached;
        Task<CommandResult> second = Execute(application, new Add(10), cancellationToken: impatience.Token);
        Task<CommandResult> third = Execute(application, new AddUpTo(2, 3));
        await Task.Delay(50);

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Patience));
        held.Release();

        Assert.Equal(1, (await first.WaitAsync(Patience)).Version);
        Assert.Equal(2, (await third.WaitAsync(Patience)).Version);
        Assert.Equal(3, (await application.Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
    }

    [Fact]
    public async Task A_failing_Apply_on_a_state_ahead_of_the_store_leaves_the_appends_in_flight_alone()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        HeldAppend held = new(storage);
        Task<CommandResult> first = Execute(application, new Add(1));
        await held.Reached;
        Task<CommandResult> second = Execute(application, new AddThenExplode(1000));
        Task<CommandResult> third = Execute(application, new Add(2));
        await Task.Delay(50);
        held.Release();

        Assert.Equal(1, (await first.WaitAsync(Patience)).Version);
        await Assert.ThrowsAsync<InvalidOperationException>(() => second.WaitAsync(Patience));
        Assert.Equal(2, (await third.WaitAsync(Patience)).Version);
        Assert.Equal(3, (await application.Queries.GetAsync<ProbeTotal>("a"))!.Total);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_document_that_is_first_needed_while_an_append_is_in_flight_is_right(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new LoseRatio());
        HeldAppend held = new(storage);
        Task<CommandResult> first = Execute(application, new LoseRatio());
        await held.Reached;

        Task<CommandResult> second = Execute(application, new Add(3));
        Task<CommandResult> third = Execute(application, new Add(4));
        await Task.Delay(50);
        held.Release();
        await Task.WhenAll(first, second, third).WaitAsync(Patience);

        QueryContext<ProbeTotal> document = (await application.Queries.GetContextAsync<ProbeTotal>("a"))!;
        Assert.Equal((4L, 7), (document.Version, document.Payload.Total));
        Assert.Equal(4, (await store.ReadDocumentAsync("probe-total", "a"))!.Version);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_command_twice_at_once_is_recorded_once_and_what_follows_is_decided_again(bool restarts)
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        if (restarts)
        {
            await application.Commands.ExecuteAsync("a", new Add(0));
        }

        HeldAppend held = new(storage);
        Task<CommandResult> first = Execute(application, new Add(1), new("c"));
        await held.Reached;
        Task<CommandResult> second = Execute(application, new Add(1), new("c"));
        Task<CommandResult> third = Execute(application, new AddUpTo(1, 2));
        await Task.Delay(50);
        held.Release();

        CommandResult recorded = await first.WaitAsync(Patience);
        Assert.False(recorded.IsRepeat);
        Assert.True((await second.WaitAsync(Patience)).IsRepeat);
        Assert.Equal(recorded.Version + 1, (await third.WaitAsync(Patience)).Version);
        Assert.Equal(2, (await application.Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
    }

    [Fact]
    public async Task A_handler_with_services_does_not_run_for_a_repeat_of_what_is_in_flight()
    {
        await using TestStore store = new(StoreKind.Memory);
        CountingPause pause = new();
        CqrsApplication application = store.Start(out ObservedStorage storage, cqrs => cqrs.AddService<IPause>(pause));
        HeldAppend held = new(storage);
        Task<CommandResult> first = Execute(application, new AddSlowly(1), new("c"));
        await held.Reached;
        Task<CommandResult> second = Execute(application, new AddSlowly(1), new("c"));
        await Task.Delay(50);
        held.Release();

        Assert.False((await first.WaitAsync(Patience)).IsRepeat);
        Assert.True((await second.WaitAsync(Patience)).IsRepeat);
        Assert.Equal(1, pause.Count);
    }

    [Fact]
    public async Task An_answer_that_was_lost_breaks_no_chain()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        HeldAppend held = new(storage);
        Task<CommandResult> first = Execute(application, new Add(1));
        await held.Reached;
        List<Task<CommandResult>> others = [.. Enumerable.Range(0, 5).Select(_ => Execute(application, new Add(1)))];
        await Task.Delay(50);
        storage.AfterAppend = () =>
        {
            storage.AfterAppend = null;
            throw new CommitUncertainException("The connection broke.");
        };
        held.Release();

        CommandResult[] results = await Task.WhenAll(others.Prepend(first)).WaitAsync(Patience);

        Assert.Equal([1, 2, 3, 4, 5, 6], results.Select(r => r.Version));
        Assert.Equal(6, (await store.ReadLogAsync()).Count);
    }

    [Fact]
    public async Task A_snapshot_that_is_due_while_an_append_is_in_flight_holds_what_is_in_flight_too()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage, cqrs => cqrs.UseSnapshots(SnapshotPolicy.EveryEvents(3)));
        HeldAppend held = new(storage);
        Task<CommandResult> first = Execute(application, new Add(1));
        await held.Reached;
        List<Task<CommandResult>> others = [.. Enumerable.Range(0, 4).Select(_ => Execute(application, new Add(1)))];
        await Task.Delay(50);
        held.Release();
        await Task.WhenAll(others.Prepend(first)).WaitAsync(Patience);

        CqrsApplication after = store.Start(out ObservedStorage reading, cqrs => cqrs.UseSnapshots(SnapshotPolicy.EveryEvents(3)));
        AggregateContext<Probe> probe = (await after.Aggregates.GetAsync<Probe>("a"))!;
        Assert.Equal((5L, 5, 5), (probe.Version, probe.Payload.Total, probe.Payload.Count));
    }

    private static Task<CommandResult> Execute(
        CqrsApplication application,
        ICommand<Probe> command,
        CommandOptions options = default,
        CancellationToken cancellationToken = default) =>
        application.Commands.ExecuteAsync("a", command, options, cancellationToken).AsTask();
}

/// <summary>Holds the next append before it reaches the store.</summary>
internal sealed class HeldAppend
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HeldAppend(ObservedStorage storage) => storage.BeforeAppend = () =>
    {
        storage.BeforeAppend = null;
        _reached.SetResult();
        return _released.Task;
    };

    public Task Reached => _reached.Task;

    public void Release() => _released.SetResult();

    public void Fail(Exception fault) => _released.SetException(fault);
}

internal sealed class CountingPause : IPause
{
    private int _count;

    public int Count => _count;

    public Task PauseAsync(int amount, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        return Task.CompletedTask;
    }
}
