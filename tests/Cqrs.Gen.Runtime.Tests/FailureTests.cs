using Cqrs.Gen.Storage;
using Probing;

namespace Cqrs.Gen.Runtime.Tests;

public sealed class FailureTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task What_a_failing_Apply_left_half_done_is_never_seen(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(1));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await application.Commands.ExecuteAsync("a", new AddThenExplode(1000)));
        CommandResult next = await application.Commands.ExecuteAsync("a", new AddUpTo(1, 2));

        Assert.True(next.IsSuccess);
        Assert.Equal(2, next.Version);
        Assert.Equal(2, (await application.Queries.GetAsync<ProbeTotal>("a"))!.Total);
        Assert.Equal(2, (await store.ReadLogAsync()).Count);
    }

    [Fact]
    public async Task A_failing_Handle_reaches_the_caller_and_the_aggregate_goes_on()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(1));

        InvalidOperationException fault = await Assert.ThrowsAsync<InvalidOperationException>(async () => await application.Commands.ExecuteAsync("a", new Fail("on purpose")));

        Assert.Equal("on purpose", fault.Message);
        Assert.Equal(2, (await application.Commands.ExecuteAsync("a", new Add(1))).Version);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task An_append_that_fails_leaves_nothing_in_the_cache(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new Add(1));
        storage.BeforeAppend = static () => throw new StoreException(StoreFault.Full, "No room.");

        StoreException fault = await Assert.ThrowsAsync<StoreException>(async () => await application.Commands.ExecuteAsync("a", new Add(1000)));
        storage.BeforeAppend = null;
        CommandResult next = await application.Commands.ExecuteAsync("a", new AddUpTo(1, 2));

        Assert.Equal(StoreFault.Full, fault.Fault);
        Assert.True(next.IsSuccess);
        Assert.Equal(2, (await application.Queries.GetAsync<ProbeTotal>("a"))!.Total);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task An_append_that_was_recorded_though_the_answer_was_lost_is_not_recorded_twice(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        storage.AfterAppend = () =>
        {
            storage.AfterAppend = null;
            throw new CommitUncertainException("The connection broke.");
        };

        CommandResult result = await application.Commands.ExecuteAsync("a", new Add(1));

        Assert.Equal((1, 1), (result.Version, result.Position));
        Assert.Single(await store.ReadLogAsync());
        Assert.Equal(2, (await application.Commands.ExecuteAsync("a", new Add(1))).Version);
    }

    [Fact]
    public async Task A_cancelled_command_records_nothing()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication application = store.Start();
        using CancellationTokenSource cancelled = new();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await application.Commands.ExecuteAsync("a", new Add(1), cancellationToken: cancelled.Token));

        Assert.Empty(await store.ReadLogAsync());
        Assert.Equal(1, (await application.Commands.ExecuteAsync("a", new Add(1))).Version);
    }

    [Fact]
    public async Task A_closed_application_says_so()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication used = store.Start();
        CqrsApplication unused = store.Start();
        await used.Commands.ExecuteAsync("a", new Add(1));
        await used.DisposeAsync();
        await used.DisposeAsync();
        await unused.DisposeAsync();

        Assert.Equal(StoreFault.Closed, (await Assert.ThrowsAsync<StoreException>(async () => await used.Commands.ExecuteAsync("a", new Add(1)))).Fault);
        Assert.Equal(StoreFault.Closed, (await Assert.ThrowsAsync<StoreException>(async () => await unused.Commands.ExecuteAsync("a", new Add(1)))).Fault);
    }

    [Fact]
    public async Task A_store_that_could_not_be_opened_is_tried_again()
    {
        string folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString());
        try
        {
            await using CqrsApplication application = CqrsApplication.Create(cqrs => Sqlite.SqliteStorageExtensions.UseSqlite(cqrs.AddModule<TestsModule>(), Path.Combine(folder, "a.db")));
            await Assert.ThrowsAsync<StoreException>(async () => await application.OpenAsync());
            await Assert.ThrowsAsync<StoreException>(async () => await application.Commands.ExecuteAsync("a", new Add(1)));

            Directory.CreateDirectory(folder);

            Assert.Equal(1, (await application.Commands.ExecuteAsync("a", new Add(1))).Version);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
