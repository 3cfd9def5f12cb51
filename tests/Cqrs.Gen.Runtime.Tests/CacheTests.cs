using Probing;

namespace Cqrs.Gen.Runtime.Tests;

public sealed class CacheTests
{
    [Fact]
    public async Task A_cached_aggregate_is_not_read_again()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);
        await application.Commands.ExecuteAsync("a", new Add(1));
        (int streams, int documents) = (storage.StreamReads, storage.DocumentReads);

        await application.Commands.ExecuteAsync("a", new Add(1));

        Assert.Equal((streams, documents), (storage.StreamReads, storage.DocumentReads));
    }

    [Fact]
    public async Task Without_a_cache_each_command_reads_the_aggregate()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage, cqrs => cqrs.CacheAggregates(0));
        await application.Commands.ExecuteAsync("a", new Add(1));
        int reads = storage.StreamReads;

        await application.Commands.ExecuteAsync("a", new Add(1));

        Assert.Equal(reads + 1, storage.StreamReads);
    }

    [Fact]
    public async Task The_least_recently_used_aggregate_is_forgotten_first()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage, cqrs => cqrs.ForAggregate<Probe>(a => a.CacheSize = 2));
        foreach (string id in (string[])["a", "b", "a", "c"])
        {
            await application.Commands.ExecuteAsync(id, new Add(1));
        }

        Assert.Equal(0, await ReadsOf("a"));
        Assert.Equal(0, await ReadsOf("c"));
        Assert.Equal(1, await ReadsOf("b"));

        async Task<int> ReadsOf(string id)
        {
            int before = storage.StreamReads;
            await application.Commands.ExecuteAsync(id, new Add(1));
            return storage.StreamReads - before;
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(10, 10)]
    public async Task Nothing_is_held_for_idle_aggregates_beyond_the_cache(int cacheSize, int held)
    {
        await using TestStore store = new(StoreKind.Memory);
        await using StoreGate gate = new(() => store.Connect(), static _ => { }, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        AggregateLoader<Probe> loader = new(false, 0, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);
        using Instruments instruments = new(null);
        CommandEnvironment environment = new(gate, new(new ServiceInstances()), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, instruments, 10);
        AggregateExecutor<Probe> executor = new(environment, loader, new(loader.Decoder, [], Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance), new(SnapshotPolicy.Never, cacheSize, CqrsBuilder.DefaultMaxPending));

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Task.Run(async () => await executor.ExecuteAsync($"{i % 100}", new Add(1), default, default))));
        await executor.ExecuteAsync("never existed", new AddUpTo(1, 0), default, default);

        Assert.Equal(held, executor.HeldCount);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_refusal_on_a_state_that_another_process_made_old_is_decided_again(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(10));
        await other.Commands.ExecuteAsync("a", new Add(-10));

        CommandResult result = await application.Commands.ExecuteAsync("a", new AddUpTo(5, 10));

        Assert.True(result.IsSuccess);
        Assert.Equal(3, result.Version);
        Assert.Equal(5, (await other.Queries.GetAsync<ProbeTotal>("a"))!.Total);
    }

    [Fact]
    public async Task A_refusal_on_a_fresh_state_is_not_checked_again()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(out ObservedStorage storage);

        Assert.False((await application.Commands.ExecuteAsync("a", new AddUpTo(5, 1))).IsSuccess);

        Assert.Equal(1, storage.StreamReads);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task The_version_of_a_command_without_events_is_that_of_the_store(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(1));
        await other.Commands.ExecuteAsync("a", new Add(1));

        Assert.Equal(2, (await application.Commands.ExecuteAsync("a", new DoNothing())).Version);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task An_expected_version_that_only_another_process_has_reached_is_found(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(1));
        await other.Commands.ExecuteAsync("a", new Add(1));

        CommandResult result = await application.Commands.ExecuteAsync("a", new Add(1), new(ExpectedVersion: 2));

        Assert.Equal(3, result.Version);
        Assert.Equal(3, (await application.Queries.GetAsync<ProbeTotal>("a"))!.Total);
    }

    [Fact]
    public async Task A_repeat_that_another_process_recorded_is_found_though_the_aggregate_is_cached()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new Add(1));
        await other.Commands.ExecuteAsync("a", new Add(9), new("c"));

        CommandResult result = await application.Commands.ExecuteAsync("a", new Add(9), new("c"));

        Assert.True(result.IsRepeat);
        Assert.Equal(2, result.Version);
    }
}
