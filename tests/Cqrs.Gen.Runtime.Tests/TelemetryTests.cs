using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Probing;

namespace Cqrs.Gen.Runtime.Tests;

/// <summary>Listeners hear the whole process, so each test listens for aggregates or instruments of its own.</summary>
[Collection(nameof(TelemetryTests))]
[CollectionDefinition(nameof(TelemetryTests), DisableParallelization = true)]
public sealed class TelemetryTests
{
    [Fact]
    public async Task Commands_are_measured()
    {
        ConcurrentBag<(string Name, double Value, string Tags)> measured = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == "Cqrs.Gen")
            {
                l.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => measured.Add((instrument.Name, value, Tags(tags))));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => measured.Add((instrument.Name, value, Tags(tags))));
        listener.Start();
        await using TestStore store = new(StoreKind.Memory);
        CqrsApplication other = store.Start();
        CqrsApplication application = store.Start(out ObservedStorage storage, c => c.UseSnapshots(SnapshotPolicy.EveryEvents(3)));

        await application.Commands.ExecuteAsync("a", new AddMany(3), new("c"));
        await application.Commands.ExecuteAsync("a", new AddMany(3), new("c"));
        await application.Commands.ExecuteAsync("a", new AddUpTo(1, 0));
        await application.Commands.ExecuteAsync("a", new DoNothing());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await application.Commands.ExecuteAsync("a", new Fail("")));
        storage.BeforeAppend = async () =>
        {
            storage.BeforeAppend = null;
            await other.Commands.ExecuteAsync("a", new Add(1));
        };
        await application.Commands.ExecuteAsync("a", new Add(1));

        Assert.Equal(5, Sum("cqrs.events.appended"));
        Assert.Equal(1, Sum("cqrs.command.repeats"));
        Assert.Equal(1, Sum("cqrs.command.refusals"));
        Assert.Equal(1, Sum("cqrs.command.conflicts"));
        Assert.Equal(1, Sum("cqrs.snapshot.writes"));
        Assert.Equal(4, Sum("cqrs.aggregate.cache.hits"));
        Assert.Equal(3, Sum("cqrs.aggregate.cache.misses"));
        string[] durations = [.. measured.Where(m => m.Name == "cqrs.command.duration").Select(m => m.Tags).Order(StringComparer.Ordinal)];
        Assert.Equal(
            [
                "cqrs.aggregate.name=probe cqrs.command.outcome=accepted cqrs.command.type=Probing.Add",
                "cqrs.aggregate.name=probe cqrs.command.outcome=accepted cqrs.command.type=Probing.Add",
                "cqrs.aggregate.name=probe cqrs.command.outcome=accepted cqrs.command.type=Probing.AddMany",
                "cqrs.aggregate.name=probe cqrs.command.outcome=failed cqrs.command.type=Probing.Fail error.type=System.InvalidOperationException",
                "cqrs.aggregate.name=probe cqrs.command.outcome=refused cqrs.command.type=Probing.AddUpTo",
                "cqrs.aggregate.name=probe cqrs.command.outcome=repeat cqrs.command.type=Probing.AddMany",
                "cqrs.aggregate.name=probe cqrs.command.outcome=unchanged cqrs.command.type=Probing.DoNothing",
            ],
            durations);

        double Sum(string name) => measured.Where(m => m.Name == name).Sum(m => m.Value);
    }

    [Fact]
    public async Task A_traced_command_has_an_activity_and_its_events_carry_the_trace()
    {
        ConcurrentBag<Activity> ended = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == "Cqrs.Gen",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using TestStore store = new(StoreKind.Sqlite);
        CqrsApplication application = store.Start();

        await application.Commands.ExecuteAsync("traced", new Add(1), new("c"));
        await application.Commands.ExecuteAsync("traced", new Add(1), new(Metadata: Metadata.Empty.With(Metadata.TraceParentKey, "mine")));
        await application.Commands.ExecuteAsync("traced", new AddUpTo(1, 0));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await application.Commands.ExecuteAsync("traced", new Fail("on purpose")));

        Activity[] activities = [.. ended.Where(a => "traced".Equals(a.GetTagItem("cqrs.aggregate.id"))).OrderBy(a => a.StartTimeUtc)];
        Assert.All(activities, a => Assert.Equal("execute probe", a.DisplayName));
        Assert.Equal(["accepted", "accepted", "refused", null], activities.Select(a => a.GetTagItem("cqrs.command.outcome")));
        Assert.Equal("c", activities[0].GetTagItem("cqrs.command.id"));
        Assert.Equal("limit", activities[2].GetTagItem("cqrs.error.code"));
        Assert.Equal((ActivityStatusCode.Error, "on purpose"), (activities[3].Status, activities[3].StatusDescription));
        List<StoredEventRow> log = await store.ReadLogAsync();
        Assert.Equal($"{{\"traceparent\":\"{activities[0].Id}\"}}", log[0].Metadata);
        Assert.Equal("{\"traceparent\":\"mine\"}", log[1].Metadata);
    }

    private static string Tags(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        List<string> texts = [];
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            texts.Add($"{tag.Key}={tag.Value}");
        }

        texts.Sort(StringComparer.Ordinal);
        return string.Join(' ', texts);
    }
}
