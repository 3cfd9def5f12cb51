namespace Cqrs.Gen.Storage.Tests;

public sealed class GroupCommitTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Interrupted _storage = new(new MemoryEventStorage());

    [Fact]
    public async Task A_caller_alone_commits_on_its_own_thread_at_once()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        int thread = 0;
        _storage.BeforeAppend = _ =>
        {
            thread = Environment.CurrentManagedThreadId;
            return Task.CompletedTask;
        };

        ValueTask<AppendOutcome> append = store.AppendAsync(Appends.To("a"));

        Assert.True(append.IsCompletedSuccessfully);
        Assert.Equal(Environment.CurrentManagedThreadId, thread);
        Assert.Equal(new AppendOutcome(AppendResult.Appended, 1, 1, 1), await append);
    }

    [Fact]
    public async Task Appends_that_arrive_during_a_commit_go_out_together_in_the_next_in_order_of_arrival()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        TaskCompletionSource first = Hold();

        List<Task<AppendOutcome>> appends = [.. Enumerable.Range(0, 40).Select(i => store.AppendAsync(Appends.To($"a{i}")).AsTask())];
        first.SetResult();
        AppendOutcome[] outcomes = await Task.WhenAll(appends).WaitAsync(Patience);

        Assert.Equal([1, 39], _storage.BatchSizes);
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (long)i), outcomes.Select(o => o.Position));
    }

    [Fact]
    public async Task A_batch_is_bounded_by_count()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        TaskCompletionSource first = Hold();

        List<Task<AppendOutcome>> appends = [.. Enumerable.Range(0, 1 + 300).Select(i => store.AppendAsync(Appends.To($"a{i}")).AsTask())];
        first.SetResult();
        await Task.WhenAll(appends).WaitAsync(Patience);

        Assert.Equal([1, 256, 44], _storage.BatchSizes);
    }

    [Fact]
    public async Task A_batch_is_bounded_by_bytes_and_a_larger_append_goes_alone()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        TaskCompletionSource first = Hold();

        int[] megabytes = [0, 1, 2, 5, 3, 1, 1];
        List<Task<AppendOutcome>> appends = [.. megabytes.Select(m => store.AppendAsync(Appends.To("a", bytes: m << 20)).AsTask())];
        first.SetResult();
        await Task.WhenAll(appends).WaitAsync(Patience);

        Assert.Equal([1, 2, 1, 2, 1], _storage.BatchSizes);
    }

    [Fact]
    public async Task One_conflict_in_a_batch_fails_alone()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        TaskCompletionSource first = Hold();

        Task<AppendOutcome> leader = store.AppendAsync(Appends.To("leader")).AsTask();
        Task<AppendOutcome> good = store.AppendAsync(Appends.To("a", 0)).AsTask();
        Task<AppendOutcome> conflicting = store.AppendAsync(Appends.To("a", 0)).AsTask();
        Task<AppendOutcome> next = store.AppendAsync(Appends.To("a", 1)).AsTask();
        first.SetResult();
        await leader.WaitAsync(Patience);

        Assert.Equal(new(AppendResult.Appended, 1, 2, 1), await good.WaitAsync(Patience));
        Assert.Equal(new(AppendResult.Conflict, 1, 0, 0), await conflicting.WaitAsync(Patience));
        Assert.Equal(new(AppendResult.Appended, 2, 3, 1), await next.WaitAsync(Patience));
        Assert.Equal([1, 3], _storage.BatchSizes);
    }

    [Fact]
    public async Task An_append_that_waits_can_be_cancelled_and_is_not_recorded()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        TaskCompletionSource first = Hold();
        using CancellationTokenSource cancellation = new();

        Task<AppendOutcome> leader = store.AppendAsync(Appends.To("a")).AsTask();
        Task<AppendOutcome> stays = store.AppendAsync(Appends.To("a")).AsTask();
        Task<AppendOutcome> leaves = store.AppendAsync(Appends.To("b"), cancellation.Token).AsTask();
        Task<AppendOutcome> staysToo = store.AppendAsync(Appends.To("a")).AsTask();
        await cancellation.CancelAsync();

        OperationCanceledException cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves.WaitAsync(Patience));
        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        first.SetResult();
        AppendOutcome[] outcomes = await Task.WhenAll(leader, stays, staysToo).WaitAsync(Patience);
        Assert.Equal([1, 2, 3], outcomes.Select(o => o.Position));
        Assert.Equal([1, 2], _storage.BatchSizes);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_follows_an_append_that_failed_or_left_is_a_conflict_in_the_next_batch(bool leaves)
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        TaskCompletionSource first = Hold();
        using CancellationTokenSource cancellation = new();
        AppendChain chain = new();

        Task<AppendOutcome> leader = store.AppendAsync(Chained(1), leaves ? default : cancellation.Token).AsTask();
        Task<AppendOutcome> second = store.AppendAsync(Chained(2), leaves ? cancellation.Token : default).AsTask();
        Task<AppendOutcome> third = store.AppendAsync(Chained(3)).AsTask();
        if (leaves)
        {
            await cancellation.CancelAsync();
            first.SetResult();
            Assert.Equal(AppendResult.Appended, (await leader.WaitAsync(Patience)).Result);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second.WaitAsync(Patience));
        }
        else
        {
            _storage.BeforeAppend = static _ => Task.CompletedTask;
            first.SetException(new StoreException(StoreFault.Full, "No room."));
            await Assert.ThrowsAsync<StoreException>(() => leader.WaitAsync(Patience));
            Assert.Equal(AppendResult.Conflict, (await second.WaitAsync(Patience)).Result);
        }

        Assert.Equal(AppendResult.Conflict, (await third.WaitAsync(Patience)).Result);

        AppendRequest Chained(long number)
        {
            AppendRequest request = Appends.To("a"); // of any version: only the chain can refuse it
            request.Link = chain.Link(number);
            return request;
        }
    }

    [Fact]
    public async Task What_follows_an_append_that_was_cancelled_before_it_had_a_place_is_a_conflict()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        AppendChain chain = new();
        AppendRequest first = Appends.To("a");
        first.Link = chain.Link(1);
        AppendRequest second = Appends.To("a"); // of any version: only the chain can refuse it
        second.Link = chain.Link(2);

        PlacedAppend cancelled = store.Place(first, new CancellationToken(canceled: true));
        AppendOutcome outcome = await store.Place(second, default).CommitAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled.CommitAsync().AsTask());
        Assert.Equal(AppendResult.Conflict, outcome.Result);
    }

    [Fact]
    public async Task When_all_who_wait_leave_the_next_caller_commits_at_once()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        TaskCompletionSource first = Hold();
        using CancellationTokenSource cancellation = new();

        Task<AppendOutcome> leader = store.AppendAsync(Appends.To("a")).AsTask();
        Task<AppendOutcome> leaves = store.AppendAsync(Appends.To("b"), cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        first.SetResult();
        await leader.WaitAsync(Patience);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaves.WaitAsync(Patience));

        AppendOutcome outcome = await store.AppendAsync(Appends.To("a")).AsTask().WaitAsync(Patience);
        Assert.Equal(2, outcome.Position);
    }

    [Fact]
    public async Task An_append_that_was_taken_gets_its_true_outcome_though_it_is_cancelled()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        TaskCompletionSource first = Hold();
        using CancellationTokenSource cancellation = new();

        Task<AppendOutcome> leader = store.AppendAsync(Appends.To("a"), cancellation.Token).AsTask();
        await cancellation.CancelAsync();
        first.SetResult();

        Assert.Equal(AppendResult.Appended, (await leader.WaitAsync(Patience)).Result);
    }

    [Fact]
    public async Task A_cancelled_token_records_nothing()
    {
        await using EventStore store = await Appends.OverAsync(_storage);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.AppendAsync(Appends.To("a"), new CancellationToken(canceled: true)));

        Assert.Empty(_storage.BatchSizes);
    }

    [Fact]
    public async Task Disposal_completes_what_was_accepted_and_refuses_what_comes_later()
    {
        EventStore store = await Appends.OverAsync(_storage);
        TaskCompletionSource first = Hold();

        Task<AppendOutcome> leader = store.AppendAsync(Appends.To("a")).AsTask();
        Task<AppendOutcome> waiting = store.AppendAsync(Appends.To("a")).AsTask();
        Task disposal = store.DisposeAsync().AsTask();
        StoreException refused = await Assert.ThrowsAsync<StoreException>(async () => await store.AppendAsync(Appends.To("a")));

        Assert.Equal(StoreFault.Closed, refused.Fault);
        Assert.False(disposal.IsCompleted);
        Assert.False(_storage.IsDisposed);
        first.SetResult();
        await disposal.WaitAsync(Patience);
        Assert.True(_storage.IsDisposed);
        Assert.Equal((1, 2), ((await leader).Position, (await waiting).Position));
    }

    [Fact]
    public async Task Everything_is_refused_after_disposal_and_disposing_again_is_harmless()
    {
        EventStore store = await Appends.OverAsync(_storage);
        await store.DisposeAsync();
        await store.DisposeAsync();

        Func<Task>[] uses =
        [
            async () => await store.OpenAsync(),
            async () => await store.AppendAsync(Appends.To("a")),
            async () => await store.ReadStreamAsync(new(new("account", "a")), new IgnoreEverything()),
            async () => await store.ReadLogAsync(new(0, 1), new IgnoreEverything()),
            async () => await store.ReadDocumentAsync("query", "key"),
        ];
        foreach (Func<Task> use in uses)
        {
            Assert.Equal(StoreFault.Closed, (await Assert.ThrowsAsync<StoreException>(use)).Fault);
        }
    }

    [Fact]
    public async Task Many_callers_in_a_closed_loop_all_get_their_own_outcome()
    {
        await using EventStore store = await Appends.OverAsync(new MemoryEventStorage());

        async Task<List<long>> CallAsync(int caller)
        {
            List<long> positions = [];
            for (int i = 1; i <= 500; i++)
            {
                AppendOutcome outcome = await store.AppendAsync(Appends.To($"a{caller}", i - 1));
                Assert.Equal((AppendResult.Appended, (long)i), (outcome.Result, outcome.Version));
                positions.Add(outcome.Position);
            }

            return positions;
        }

        List<long>[] positions = await Task.WhenAll(Enumerable.Range(0, 64).Select(i => Task.Run(() => CallAsync(i)))).WaitAsync(Patience);

        Assert.Equal(Enumerable.Range(1, 64 * 500).Select(i => (long)i), positions.SelectMany(p => p).Order());
        Assert.All(positions, p => Assert.Equal(p.Order(), p));
    }

    [Fact]
    public async Task Callers_who_give_up_at_random_get_either_their_outcome_or_a_cancellation_that_recorded_nothing()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        _storage.BeforeAppend = static async _ => await Task.Yield();

        async Task<int> CallAsync(int caller)
        {
            Random random = new(caller);
            int recorded = 0;
            for (int i = 0; i < 300; i++)
            {
                using CancellationTokenSource cancellation = new();
                ValueTask<AppendOutcome> append = store.AppendAsync(Appends.To($"a{caller}"), cancellation.Token);
                if (random.Next(2) == 0)
                {
                    await cancellation.CancelAsync();
                }

                try
                {
                    Assert.Equal(++recorded, (await append).Version);
                }
                catch (OperationCanceledException)
                {
                    recorded--;
                }
            }

            return recorded;
        }

        int[] recorded = await Task.WhenAll(Enumerable.Range(0, 16).Select(i => Task.Run(() => CallAsync(i)))).WaitAsync(Patience);

        long last = await store.ReadLogAsync(new(0, int.MaxValue), new IgnoreEverything());
        Assert.Equal(recorded.Sum(), last);
    }

    private TaskCompletionSource Hold()
    {
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _storage.BeforeAppend = _ => gate.Task;
        return gate;
    }
}
