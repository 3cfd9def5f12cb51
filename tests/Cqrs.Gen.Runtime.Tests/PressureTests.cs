using Cqrs.Gen.Storage;
using Probing;

namespace Cqrs.Gen.Runtime.Tests;

/// <summary>More commands than a store takes, or a store that takes none.</summary>
public sealed class PressureTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_command_beyond_the_limit_is_refused_at_once_and_the_others_go_on()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage, cqrs => cqrs.ForAggregate<Probe>(a => a.MaxPending = 10));
        HeldAppend held = new(storage);
        List<Task<CommandResult>> allowed = [.. Enumerable.Range(0, 10).Select(i => Execute(application, $"a{i % 3}"))];
        await held.Reached;

        OverloadedException fault = await Assert.ThrowsAsync<OverloadedException>(() => Execute(application, "another"));
        held.Release();
        await Task.WhenAll(allowed).WaitAsync(Patience);

        Assert.Equal(("probe", 10), (fault.AggregateName, fault.MaxPending));
        Assert.Equal(1, (await Execute(application, "another")).Version);
        Assert.Equal(11, (await store.ReadLogAsync()).Count);
    }

    [Fact]
    public async Task Whoever_fails_or_leaves_makes_room()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage, cqrs => cqrs.LimitPending(2));
        for (int i = 0; i < 5; i++)
        {
            HeldAppend held = new(storage);
            using CancellationTokenSource impatience = new();
            Task<CommandResult> first = Execute(application, "a");
            await held.Reached;
            Task<CommandResult> second = application.Commands.ExecuteAsync("a", new Add(1), cancellationToken: impatience.Token).AsTask();
            await impatience.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Patience));
            held.Fail(new StoreException(StoreFault.Full, "No room."));
            await Assert.ThrowsAsync<StoreException>(() => first.WaitAsync(Patience));
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await application.Commands.ExecuteAsync("a", new Fail("on purpose")));
            await application.Commands.ExecuteAsync("a", new DoNothing());
        }

        Assert.Equal([1, 2], (await Task.WhenAll(Execute(application, "a"), Execute(application, "a"))).Select(r => r.Version));
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task While_the_store_is_down_every_caller_is_told_and_when_it_is_back_commands_succeed(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new Add(1));
        storage.BeforeAppend = static () => throw new StoreException(StoreFault.Unavailable, "The server does not answer.");
        storage.BeforeRead = static _ => throw new StoreException(StoreFault.Unavailable, "The server does not answer.");

        Task<CommandResult>[] calls = [.. Enumerable.Range(0, 64).Select(i => Task.Run(() => Execute(application, i % 2 == 0 ? "a" : $"a{i}")))];
        foreach (Task<CommandResult> call in calls)
        {
            Assert.Equal(StoreFault.Unavailable, (await Assert.ThrowsAsync<StoreException>(() => call.WaitAsync(Patience))).Fault);
        }

        storage.BeforeAppend = null;
        storage.BeforeRead = null;

        Assert.Equal(2, (await Execute(application, "a")).Version);
        Assert.Equal(2, (await store.ReadLogAsync()).Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_outcome_that_is_not_known_is_never_called_a_failure_and_the_same_id_settles_it(bool isRecorded)
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new Add(1));
        Func<Task> broken = static () => throw new CommitUncertainException("The connection broke.");
        storage.BeforeAppend = isRecorded ? null : broken;
        storage.AfterAppend = isRecorded ? broken : null;
        storage.BeforeRead = static _ => throw new StoreException(StoreFault.Unavailable, "No answer.");

        OutcomeUnknownException fault = await Assert.ThrowsAsync<OutcomeUnknownException>(() => Execute(application, "a"));
        (storage.BeforeAppend, storage.AfterAppend, storage.BeforeRead) = (null, null, null);
        CommandResult settled = await application.Commands.ExecuteAsync("a", new Add(1), new(fault.CommandId));

        Assert.Equal((isRecorded, 2L), (settled.IsRepeat, settled.Version));
        Assert.Equal(2, (await store.ReadLogAsync()).Count);
    }

    private static Task<CommandResult> Execute(CqrsApplication application, string id) => application.Commands.ExecuteAsync(id, new Add(1)).AsTask();
}
