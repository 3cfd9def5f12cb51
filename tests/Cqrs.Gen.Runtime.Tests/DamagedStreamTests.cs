using Bank;
using Probing;

namespace Cqrs.Gen.Runtime.Tests;

/// <summary>What an application does with a file that was changed behind its back.</summary>
public sealed class DamagedStreamTests
{
    [Theory]
    [InlineData("UPDATE events SET payload = '{\"amount\":\"one\"}' WHERE position = 2", StreamFault.UnreadablePayload, 2)]
    [InlineData("UPDATE events SET payload = '{\"amo' WHERE position = 2", StreamFault.UnreadablePayload, 2)]
    [InlineData("INSERT INTO event_types (type, aggregate, name) VALUES (99, 'probe', 'exploded'); UPDATE events SET type = 99, payload = '{\"why\":\"refused\"}' WHERE position = 2", StreamFault.UnreadablePayload, 2)]
    [InlineData("UPDATE event_types SET name = 'subtracted' WHERE name = 'added'", StreamFault.UnknownEvent, 1)]
    [InlineData("UPDATE events SET version = 2 WHERE position = 2", StreamFault.UnknownVersion, 2)]
    [InlineData("DELETE FROM events WHERE position = 2", StreamFault.Gap, 3)]
    [InlineData("DELETE FROM events WHERE position = 1", StreamFault.Gap, 2)]
    public async Task A_damaged_stream_is_a_fault_that_says_where_and_touches_no_other_aggregate(string damage, StreamFault expected, long sequence)
    {
        await using TestStore store = new(StoreKind.Sqlite);
        await using (CqrsApplication before = store.Start())
        {
            await before.Commands.ExecuteAsync("a", new Add(1));
            await before.Commands.ExecuteAsync("a", new Add(2));
            await before.Commands.ExecuteAsync("a", new Add(3));
            await before.Commands.ExecuteAsync("b", new OpenAccount("Bob"));
        }

        await store.TamperAsync(damage);
        CqrsApplication after = store.Start(out ObservedStorage storage);

        StreamException fault = await Assert.ThrowsAsync<StreamException>(async () => await after.Commands.ExecuteAsync("a", new Add(1)));
        storage.LeavesPositionsOut = true;
        StreamException read = await Assert.ThrowsAsync<StreamException>(async () => await after.Aggregates.GetAsync<Probe>("a"));

        Assert.Equal((expected, "probe", "a", sequence, sequence), (fault.Fault, fault.AggregateName, fault.AggregateId, fault.Sequence, fault.Position));
        Assert.Equal((fault.Message, fault.Position), (read.Message, read.Position));
        Assert.Equal(read.InnerException?.Message, fault.InnerException?.Message);
        Assert.Equal(expected == StreamFault.UnreadablePayload, fault.InnerException is PayloadException);
        Assert.Equal(2, (await after.Commands.ExecuteAsync("b", new DepositMoney(1m))).Version);
    }

    [Theory]
    [InlineData("UPDATE events SET payload = '{\"amount\":3}' WHERE position = 2")]
    [InlineData("INSERT INTO event_types (type, aggregate, name) VALUES (99, 'probe', 'exploded'); UPDATE events SET type = 99 WHERE position = 2")]
    [InlineData("UPDATE events SET type = 9999 WHERE position = 2")]
    public async Task A_damage_that_could_be_read_is_found_by_its_checksum(string damage)
    {
        await using TestStore store = new(StoreKind.Sqlite);
        await using (CqrsApplication before = store.Start())
        {
            await before.Commands.ExecuteAsync("a", new Add(1));
            await before.Commands.ExecuteAsync("a", new Add(2));
            await before.Commands.ExecuteAsync("b", new OpenAccount("Bob"));
        }

        await store.RotAsync(damage);
        CqrsApplication after = store.Start();

        StoreException fault = await Assert.ThrowsAsync<StoreException>(async () => await after.Commands.ExecuteAsync("a", new Add(1)));

        Assert.Equal(StoreFault.Corrupt, fault.Fault);
        Assert.StartsWith("Event 2 of probe/a (position 2 of the log) in the database", fault.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await after.Commands.ExecuteAsync("b", new DepositMoney(1m))).Version);
    }

    [Fact]
    public async Task A_damaged_document_is_made_again_from_the_stream()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        await using (CqrsApplication before = store.Start())
        {
            await before.Commands.ExecuteAsync("a", new Add(3));
        }

        await store.RotAsync("UPDATE documents SET payload = replace(payload, '3', '4')");
        RecordingLogger log = new();
        CqrsApplication after = store.Start(c => c.UseLogging(log));

        Assert.Equal(3, (await after.Queries.GetAsync<ProbeTotal>("a"))!.Total);
        Assert.Contains(log.Messages, m => m.StartsWith("Error: The document \"a\" of the query probe-total is damaged", StringComparison.Ordinal));
        await after.Commands.ExecuteAsync("a", new Add(1));
        Assert.False((await store.ReadDocumentAsync("probe-total", "a"))!.IsDamaged);
    }

    [Fact]
    public async Task An_aggregate_is_available_again_when_its_stream_was_mended()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        await using (CqrsApplication before = store.Start())
        {
            await before.Commands.ExecuteAsync("a", new Add(1));
        }

        await store.TamperAsync("UPDATE events SET version = 2");
        CqrsApplication after = store.Start();
        await Assert.ThrowsAsync<StreamException>(async () => await after.Commands.ExecuteAsync("a", new Add(1)));

        await store.TamperAsync("UPDATE events SET version = 1");

        Assert.Equal(2, (await after.Commands.ExecuteAsync("a", new Add(1))).Version);
    }

    [Fact]
    public async Task An_Apply_that_throws_on_a_stored_event_is_a_fault_that_says_where()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        await using (CqrsApplication before = store.Start())
        {
            await before.Commands.ExecuteAsync("a", new AddMany(2));
        }

        await store.TamperAsync(
            "INSERT INTO event_types (type, aggregate, name) VALUES (99, 'probe', 'exploded'); " +
            "UPDATE events SET type = 99, payload = '{\"why\":\"now\"}' WHERE position = 2");
        StreamException fault = await Assert.ThrowsAsync<StreamException>(async () => await store.Start().Commands.ExecuteAsync("a", new Add(1)));

        Assert.Equal((StreamFault.ApplyFailed, 2), (fault.Fault, fault.Sequence));
        Assert.Equal("now", Assert.IsType<InvalidOperationException>(fault.InnerException).Message);
    }

    [Fact]
    public async Task Damaged_metadata_hurts_only_what_needs_it()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        await using (CqrsApplication before = store.Start())
        {
            await before.Commands.ExecuteAsync("a", new Add(1), new(Metadata: Metadata.Create(userId: "u")));
        }

        await store.TamperAsync("UPDATE events SET metadata = '[]'; DELETE FROM documents");
        CqrsApplication after = store.Start();

        Assert.Equal(1, (await after.Aggregates.GetAsync<Probe>("a"))!.Version);
        StreamException fault = await Assert.ThrowsAsync<StreamException>(async () => await after.Queries.GetAsync<ProbeTotal>("a"));
        Assert.Equal((StreamFault.UnreadablePayload, 1), (fault.Fault, fault.Sequence));
        Assert.Contains("metadata", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeat_whose_events_are_gone_is_a_fault_and_not_a_shorter_answer()
    {
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication application = store.Start();
        await application.Commands.ExecuteAsync("a", new AddMany(2), new("c"));

        await store.TamperAsync("DELETE FROM events WHERE position = 1");

        StreamException fault = await Assert.ThrowsAsync<StreamException>(async () => await application.Commands.ExecuteAsync("a", new AddMany(2), new("c")));
        Assert.Equal((StreamFault.Gap, 2), (fault.Fault, fault.Sequence));
    }
}
