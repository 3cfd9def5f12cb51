using Cqrs.Gen.Storage;
using Probing;

namespace Cqrs.Gen.Runtime.Tests;

public sealed class SnapshotTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_snapshot_is_written_when_due_and_loading_starts_from_it(StoreKind kind)
    {
        await using TestStore store = new(kind);
        await using (CqrsApplication before = store.Start(c => c.UseSnapshots(SnapshotPolicy.EveryEvents(3))))
        {
            for (int i = 1; i <= 7; i++)
            {
                await before.Commands.ExecuteAsync("a", new Add(i));
            }
        }

        Assert.Equal(6, await SnapshotVersionAsync(store));
        CqrsApplication after = store.Start(c => c.UseSnapshots(SnapshotPolicy.EveryEvents(3)));
        AggregateContext<Probe>? loaded = await after.Aggregates.GetAsync<Probe>("a");
        Assert.Equal((7, 28, 7), (loaded!.Version, loaded.Payload.Total, loaded.Payload.Count));

        // The one event after the snapshot counts: two more make the next one due.
        await after.Commands.ExecuteAsync("a", new Add(1));
        Assert.Equal(6, await SnapshotVersionAsync(store));
        await after.Commands.ExecuteAsync("a", new Add(1));
        Assert.Equal(9, await SnapshotVersionAsync(store));
    }

    [Fact]
    public async Task Only_the_events_after_a_snapshot_are_read()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        await using (CqrsApplication before = store.Start(c => c.UseSnapshots(SnapshotPolicy.EveryEvents(2))))
        {
            await before.Commands.ExecuteAsync("a", new AddMany(4));
        }

        // Were the events read, this would be a fault.
        await store.TamperAsync("UPDATE events SET payload = '?' WHERE position <= 4");

        AggregateContext<Probe>? loaded = await store.Start(c => c.UseSnapshots(SnapshotPolicy.EveryEvents(2))).Aggregates.GetAsync<Probe>("a");
        Assert.Equal(4, loaded!.Payload.Total);
        await Assert.ThrowsAsync<StreamException>(async () => await store.Start().Aggregates.GetAsync<Probe>("a"));
    }

    [Theory]
    [InlineData("UPDATE snapshots SET fingerprint = 'other logic', payload = '{\"total\":1000,\"count\":1,\"ratio\":1}'")]
    [InlineData("UPDATE snapshots SET payload = '{\"total\":true}'")]
    public async Task A_snapshot_of_other_logic_or_that_cannot_be_read_is_ignored_and_replaced(string damage)
    {
        await using TestStore store = new(StoreKind.Sqlite);
        await using (CqrsApplication before = store.Start(c => c.UseSnapshots(SnapshotPolicy.EveryEvents(2))))
        {
            await before.Commands.ExecuteAsync("a", new AddMany(3));
        }

        await store.TamperAsync(damage);
        RecordingLogger log = new();
        CqrsApplication after = store.Start(c => c.UseSnapshots(SnapshotPolicy.EveryEvents(2)).UseLogging(log));
        CommandResult result = await after.Commands.ExecuteAsync("a", new Add(1), new("c"));

        Assert.Equal(4, result.Version);
        Assert.Equal(4, (await after.Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
        Assert.Equal(4, await SnapshotVersionAsync(store));
        Assert.Equal(damage.Contains("true", StringComparison.Ordinal), log.Messages.Any(m => m.StartsWith("Warning: The snapshot of the probe \"a\" cannot be read", StringComparison.Ordinal)));
        Assert.True((await after.Commands.ExecuteAsync("a", new Add(1), new("c"))).IsRepeat);
    }

    [Fact]
    public async Task A_snapshot_that_is_not_what_was_written_is_ignored_and_replaced()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        await using (CqrsApplication before = store.Start(c => c.UseSnapshots(SnapshotPolicy.EveryEvents(2))))
        {
            await before.Commands.ExecuteAsync("a", new AddMany(3));
        }

        await store.RotAsync("UPDATE snapshots SET payload = replace(payload, '\"total\":3', '\"total\":7')");
        RecordingLogger log = new();
        CqrsApplication after = store.Start(c => c.UseSnapshots(SnapshotPolicy.EveryEvents(2)).UseLogging(log));
        CommandResult result = await after.Commands.ExecuteAsync("a", new Add(1));

        Assert.Equal(4, result.Version);
        Assert.Equal(4, (await after.Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
        Assert.Contains(log.Messages, m => m.StartsWith("Error: The snapshot of the probe \"a\" is damaged", StringComparison.Ordinal));
        RecordingLogger later = new();
        Assert.Equal(4, (await store.Start(c => c.UseSnapshots(SnapshotPolicy.EveryEvents(2)).UseLogging(later)).Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
        Assert.DoesNotContain(later.Messages, m => m.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_state_that_cannot_be_written_as_a_snapshot_does_not_stop_its_events()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        RecordingLogger log = new();
        CqrsApplication application = store.Start(c => c.UseSnapshots(SnapshotPolicy.EveryEvents(1)).UseLogging(log));

        CommandResult lost = await application.Commands.ExecuteAsync("a", new LoseRatio(), new(Metadata: Metadata.Create(userId: "u")));
        CommandResult next = await application.Commands.ExecuteAsync("a", new Add(1));

        Assert.Equal((1, 2), (lost.Version, next.Version));
        Assert.Equal("{\"userId\":\"u\"}", (await store.ReadLogAsync())[0].Metadata);
        Assert.Null(await SnapshotVersionAsync(store));
        Assert.Contains(log.Messages, m => m.StartsWith("Error: The state of the probe \"a\" cannot be written", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Snapshots_are_never_written_unless_asked_for()
    {
        await using TestStore store = new(StoreKind.Memory);
        await store.Start().Commands.ExecuteAsync("a", new AddMany(1000));
        Assert.Null(await SnapshotVersionAsync(store));
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task A_command_may_ask_for_a_snapshot(StoreKind kind)
    {
        await using TestStore store = new(kind);
        CqrsApplication application = store.Start(c => c.UseSnapshots(SnapshotPolicy.OnDemand));
        await application.Commands.ExecuteAsync("a", new AddMany(100));
        Assert.Null(await SnapshotVersionAsync(store));

        await application.Commands.ExecuteAsync("a", new Add(1), new(TakesSnapshot: true));
        await application.Commands.ExecuteAsync("a", new Add(1));

        Assert.Equal(101, await SnapshotVersionAsync(store));
        Assert.Equal(102, (await store.Start(c => c.UseSnapshots(SnapshotPolicy.OnDemand)).Aggregates.GetAsync<Probe>("a"))!.Payload.Total);
    }

    [Fact]
    public async Task A_snapshot_that_is_asked_for_where_there_are_none_is_a_mistake()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start();

        ArgumentException fault = await Assert.ThrowsAsync<ArgumentException>(async () => await application.Commands.ExecuteAsync("a", new Add(1), new(TakesSnapshot: true)));

        Assert.Contains("SnapshotPolicy.OnDemand", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await store.ReadLogAsync());
    }

    [Fact]
    public async Task An_aggregate_may_have_a_policy_of_its_own()
    {
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication application = store.Start(c => c
            .UseSnapshots(SnapshotPolicy.EveryEvents(1))
            .ForAggregate<Probe>(a => a.Snapshots = SnapshotPolicy.EveryEvents(100).Or(SnapshotPolicy.EveryBytes(60))));

        // {"amount":1} has 12 bytes.
        await application.Commands.ExecuteAsync("a", new AddMany(4));
        Assert.Null(await SnapshotVersionAsync(store));
        await application.Commands.ExecuteAsync("a", new AddMany(1));
        Assert.Equal(5, await SnapshotVersionAsync(store));
    }

    [Fact]
    public void Policies_say_what_they_are()
    {
        Assert.Equal("never", SnapshotPolicy.Never.ToString());
        Assert.Equal("every 5 events", SnapshotPolicy.EveryEvents(9).Or(SnapshotPolicy.EveryEvents(5)).Or(SnapshotPolicy.Never).ToString());
        Assert.Equal("every 5 events or 100 bytes", SnapshotPolicy.EveryEvents(5).Or(SnapshotPolicy.EveryBytes(100)).ToString());
        Assert.Equal("on demand", SnapshotPolicy.Never.Or(SnapshotPolicy.OnDemand).ToString());
        Assert.Throws<ArgumentOutOfRangeException>(() => SnapshotPolicy.EveryEvents(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SnapshotPolicy.EveryBytes(0));
    }

    private static async Task<long?> SnapshotVersionAsync(TestStore store)
    {
        await using EventStore events = new(store.Connect());
        await events.OpenAsync();
        SnapshotProbe probe = new();
        await events.ReadStreamAsync(new(new("probe", "a"), SnapshotFingerprint: FingerprintOf<Probe>()), probe);
        return probe.Version;
    }

    private static string FingerprintOf<T>()
        where T : class, IStateSerializer<T> => T.Fingerprint;

    private sealed class SnapshotProbe : IStreamSink
    {
        public long? Version { get; private set; }

        public void OnEvent(in RecordedEvent e)
        {
        }

        public void OnRepeat(in AppendOutcome outcome)
        {
        }

        public void OnSnapshot(long version, ReadOnlySpan<byte> payload) => Version = version;
    }
}
