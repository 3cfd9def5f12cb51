namespace Cqrs.Gen.Storage.Tests;

/// <summary>What the event store reports when the store under it breaks or refuses.</summary>
public sealed class SettlementTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly Interrupted _storage = new(new MemoryEventStorage());

    [Fact]
    public async Task An_append_whose_commit_is_uncertain_but_happened_is_reported_as_appended()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        _storage.AfterAppend = BreakOnce();

        AppendOutcome outcome = await store.AppendAsync(Appends.To("a", 0, "c"));

        Assert.Equal(new(AppendResult.Appended, 1, 1, 1), outcome);
        Assert.Equal([1], _storage.BatchSizes);
    }

    [Fact]
    public async Task An_append_whose_commit_is_uncertain_and_did_not_happen_is_made_again()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        _storage.BeforeAppend = BreakOnce();

        AppendOutcome outcome = await store.AppendAsync(Appends.To("a", 0, "c"));

        Assert.Equal(new(AppendResult.Appended, 1, 1, 1), outcome);
        Assert.Equal([1, 1], _storage.BatchSizes);
    }

    [Fact]
    public async Task A_repeat_whose_commit_is_uncertain_stays_a_repeat()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        await store.AppendAsync(Appends.To("a", 0, "c"));
        _storage.AfterAppend = BreakOnce();

        AppendOutcome outcome = await store.AppendAsync(Appends.To("a", 0, "c"));

        Assert.Equal(new(AppendResult.Repeat, 1, 1, 1), outcome);
    }

    [Fact]
    public async Task What_an_earlier_attempt_recorded_otherwise_is_a_repeat_though_its_event_ids_are_the_same()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        AppendRequest earlier = Appends.To("a", 0, "c", bytes: 2);
        await store.AppendAsync(earlier);
        AppendRequest later = Appends.To("a", 0, "c", bytes: 3);
        later.Events = new EventData[] { later.Events.Span[0] with { EventId = earlier.Events.Span[0].EventId } };
        _storage.BeforeAppend = _ => throw new CommitUncertainException("cut off");

        Assert.Equal(AppendResult.Repeat, (await store.AppendAsync(later)).Result);
        Assert.Equal(AppendResult.Appended, (await store.AppendAsync(earlier)).Result);
    }

    [Fact]
    public async Task Each_append_of_an_uncertain_batch_gets_its_own_outcome()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        await store.AppendAsync(Appends.To("a", 0, "before"));
        Action release = HoldThen(after: BreakOnce());

        Task<AppendOutcome> leader = store.AppendAsync(Appends.To("leader", 0)).AsTask();
        Task<AppendOutcome> appended = store.AppendAsync(Appends.To("a", 1)).AsTask();
        Task<AppendOutcome> conflict = store.AppendAsync(Appends.To("a", 1)).AsTask();
        Task<AppendOutcome> repeat = store.AppendAsync(Appends.To("a", 0, "before")).AsTask();
        Task<AppendOutcome> other = store.AppendAsync(Appends.To("b", 0)).AsTask();
        release();

        Assert.Equal(AppendResult.Appended, (await leader.WaitAsync(Patience)).Result);
        Assert.Equal(new(AppendResult.Appended, 2, 3, 1), await appended.WaitAsync(Patience));
        Assert.Equal(new(AppendResult.Conflict, 2, 0, 0), await conflict.WaitAsync(Patience));
        Assert.Equal(new(AppendResult.Repeat, 1, 1, 1), await repeat.WaitAsync(Patience));
        Assert.Equal(new(AppendResult.Appended, 1, 4, 1), await other.WaitAsync(Patience));
        Assert.Equal(4, await store.ReadLogAsync(new(0, 100), new IgnoreEverything()));
    }

    [Fact]
    public async Task An_uncertain_commit_of_a_store_that_cannot_be_asked_is_reported_as_unknown_and_settled_by_the_same_command()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        _storage.AfterAppend = BreakOnce();
        _storage.BeforeRead = _ => throw new StoreException(StoreFault.Unavailable, "It is gone.");

        AppendRequest request = Appends.To("a", 0, "c");
        OutcomeUnknownException unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await store.AppendAsync(request));

        Assert.Equal("c", unknown.CommandId);
        Assert.Contains(((AggregateException)unknown.InnerException!).InnerExceptions, e => e is CommitUncertainException);
        Assert.Equal(new(AppendResult.Repeat, 1, 1, 1), await store.AppendAsync(request));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_store_that_cannot_be_asked_is_asked_once_for_a_whole_batch(bool isUncertain)
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        Action release = HoldThen(before: batch => throw (isUncertain || batch.Length == 1 ? new CommitUncertainException("The connection broke.") : new StoreException(StoreFault.Refused, "It cannot be kept.")));
        Task<AppendOutcome> leader = store.AppendAsync(Appends.To("leader")).AsTask();
        Task<AppendOutcome>[] appends = [.. Enumerable.Range(0, 5).Select(i => store.AppendAsync(Appends.To($"a{i}", 0, $"c{i}")).AsTask())];
        int asked = 0;
        _storage.BeforeRead = _ =>
        {
            asked++;
            throw new StoreException(StoreFault.Unavailable, "It is gone.");
        };
        release();
        await leader.WaitAsync(Patience);

        Assert.Equal("c0", (await Assert.ThrowsAsync<OutcomeUnknownException>(() => appends[0].WaitAsync(Patience))).CommandId);
        for (int i = 1; i < appends.Length; i++)
        {
            Exception heard = await Assert.ThrowsAnyAsync<CqrsException>(() => appends[i].WaitAsync(Patience));
            Assert.Contains($"\"c{i}\"", heard.Message, StringComparison.Ordinal);
            Assert.Equal(isUncertain, heard is OutcomeUnknownException);
        }

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_store_that_breaks_at_every_commit_is_given_up()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        _storage.BeforeAppend = static _ => throw new CommitUncertainException("The connection broke.");

        StoreException fault = await Assert.ThrowsAsync<StoreException>(async () => await store.AppendAsync(Appends.To("a", 0, "c")));

        Assert.Equal(StoreFault.Unavailable, fault.Fault);
        Assert.Contains("\"c\" on account/a", fault.Message, StringComparison.Ordinal);
        Assert.Equal(3, _storage.BatchSizes.Count);
    }

    [Fact]
    public async Task A_refused_append_does_not_take_the_others_of_its_batch_down()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        Action release = HoldThen(before: RefuseStream("bad"));

        Task<AppendOutcome> leader = store.AppendAsync(Appends.To("leader")).AsTask();
        Task<AppendOutcome> first = store.AppendAsync(Appends.To("a", 0)).AsTask();
        Task<AppendOutcome> bad = store.AppendAsync(Appends.To("bad", 0)).AsTask();
        Task<AppendOutcome> second = store.AppendAsync(Appends.To("a", 1)).AsTask();
        release();

        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => bad.WaitAsync(Patience));
        Assert.Equal(StoreFault.Refused, refused.Fault);
        Assert.Equal(1, (await leader.WaitAsync(Patience)).Position);
        Assert.Equal(new(AppendResult.Appended, 1, 2, 1), await first.WaitAsync(Patience));
        Assert.Equal(new(AppendResult.Appended, 2, 3, 1), await second.WaitAsync(Patience));
        Assert.Equal([1, 3, 1, 1, 1], _storage.BatchSizes);
    }

    [Fact]
    public async Task A_fault_of_the_whole_store_fails_the_batch_at_once_with_an_exception_for_each()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        Action release = HoldThen(before: static _ => throw new StoreException(StoreFault.Full, "There is no room left."));

        Task<AppendOutcome> leader = store.AppendAsync(Appends.To("leader")).AsTask();
        Task<AppendOutcome>[] appends = [.. Enumerable.Range(0, 3).Select(i => store.AppendAsync(Appends.To($"a{i}")).AsTask())];
        release();
        await leader.WaitAsync(Patience);

        List<StoreException> faults = [];
        foreach (Task<AppendOutcome> append in appends)
        {
            faults.Add(await Assert.ThrowsAsync<StoreException>(() => append.WaitAsync(Patience)));
        }

        Assert.All(faults, f => Assert.Equal((StoreFault.Full, "There is no room left."), (f.Fault, f.Message)));
        Assert.Equal(3, faults.Distinct().Count());
        Assert.Equal([1, 3], _storage.BatchSizes);
    }

    [Fact]
    public async Task An_exception_that_no_store_should_throw_is_settled_like_an_uncertain_commit()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        _storage.AfterAppend = static _ => throw new InvalidOperationException("A bug.");
        Assert.Equal(new(AppendResult.Appended, 1, 1, 1), await store.AppendAsync(Appends.To("a", 0)));

        _storage.BeforeAppend = static _ => throw new InvalidOperationException("A bug.");
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await store.AppendAsync(Appends.To("a", 1)));

        _storage.BeforeAppend = _storage.AfterAppend = static _ => Task.CompletedTask;
        Assert.Equal(new(AppendResult.Appended, 2, 2, 1), await store.AppendAsync(Appends.To("a", 1)));
    }

    [Fact]
    public async Task A_store_that_throws_before_it_returns_fails_the_append_and_no_other()
    {
        await using EventStore store = await Appends.OverAsync(_storage);
        _storage.ThrowAtOnce = new StoreException(StoreFault.Full, "There is no room left.");
        await Assert.ThrowsAsync<StoreException>(async () => await store.AppendAsync(Appends.To("a", 0)));

        _storage.ThrowAtOnce = null;
        Assert.Equal(new(AppendResult.Appended, 1, 1, 1), await store.AppendAsync(Appends.To("a", 0)).AsTask().WaitAsync(Patience));
    }

    private static Func<ReadOnlyMemory<AppendRequest>, Task> BreakOnce()
    {
        bool broken = false;
        return _ =>
        {
            if (broken)
            {
                return Task.CompletedTask;
            }

            broken = true;
            throw new CommitUncertainException("The connection broke.");
        };
    }

    private static Func<ReadOnlyMemory<AppendRequest>, Task> RefuseStream(string id) => batch =>
    {
        foreach (AppendRequest request in batch.Span)
        {
            if (request.Stream.Id == id)
            {
                throw new StoreException(StoreFault.Refused, "It cannot be kept.");
            }
        }

        return Task.CompletedTask;
    };

    // Holds the first append until released; what follows meets the faults.
    private Action HoldThen(Func<ReadOnlyMemory<AppendRequest>, Task>? before = null, Func<ReadOnlyMemory<AppendRequest>, Task>? after = null)
    {
        TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int calls = 0;
        int held = 0;
        _storage.BeforeAppend = batch => ++calls == 1 ? gate.Task : before?.Invoke(batch) ?? Task.CompletedTask;
        _storage.AfterAppend = batch => ++held == 1 ? Task.CompletedTask : after?.Invoke(batch) ?? Task.CompletedTask;
        return gate.SetResult;
    }
}
