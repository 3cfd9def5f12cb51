using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Cqrs.Gen;

/// <summary>What the runtime measures. Nothing is computed for an instrument that nobody listens to.</summary>
internal sealed class Instruments : IDisposable
{
    public const string Name = "Cqrs.Gen";

    public const string AggregateTag = "cqrs.aggregate.name";

    private readonly Meter _meter;
    private readonly bool _ownsMeter;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _appended;
    private readonly Counter<long> _conflicts;
    private readonly Counter<long> _refusals;
    private readonly Counter<long> _repeats;
    private readonly Counter<long> _hits;
    private readonly Counter<long> _misses;
    private readonly Counter<long> _snapshots;

    /// <summary>Creates the instruments.</summary>
    /// <param name="factory">Whose meter to use, or null for one of one's own.</param>
    public Instruments(IMeterFactory? factory)
    {
        _ownsMeter = factory is null;
        _meter = factory?.Create(new MeterOptions(Name)) ?? new Meter(Name);
        _duration = _meter.CreateHistogram<double>(
            "cqrs.command.duration",
            "s",
            "How long commands took, from the call to the result.",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] });
        _appended = _meter.CreateCounter<long>("cqrs.events.appended", "{event}", "Events recorded.");
        _conflicts = _meter.CreateCounter<long>("cqrs.command.conflicts", "{conflict}", "Appends that met another version of the aggregate.");
        _refusals = _meter.CreateCounter<long>("cqrs.command.refusals", "{command}", "Commands refused by the domain.");
        _repeats = _meter.CreateCounter<long>("cqrs.command.repeats", "{command}", "Commands recognised as recorded before.");
        _hits = _meter.CreateCounter<long>("cqrs.aggregate.cache.hits", "{command}", "Commands that found the aggregate in memory.");
        _misses = _meter.CreateCounter<long>("cqrs.aggregate.cache.misses", "{command}", "Commands that read the aggregate from the store.");
        _snapshots = _meter.CreateCounter<long>("cqrs.snapshot.writes", "{snapshot}", "Snapshots written.");
    }

    // One source for the process, as is usual: an activity says itself which aggregate it is about.
    public static ActivitySource Activities { get; } = new(Name);

    public bool MeasuresDuration => _duration.Enabled;

    public void CommandEnded(string aggregate, string command, string outcome, string? errorType, TimeSpan duration)
    {
        TagList tags = new()
        {
            { AggregateTag, aggregate },
            { "cqrs.command.type", command },
            { "cqrs.command.outcome", outcome },
        };
        if (errorType is not null)
        {
            tags.Add("error.type", errorType);
        }

        _duration.Record(duration.TotalSeconds, tags);
    }

    public void EventsAppended(string aggregate, int count, bool withSnapshot)
    {
        _appended.Add(count, new KeyValuePair<string, object?>(AggregateTag, aggregate));
        if (withSnapshot)
        {
            Count(_snapshots, aggregate);
        }
    }

    public void Conflict(string aggregate) => Count(_conflicts, aggregate);

    public void Refused(string aggregate) => Count(_refusals, aggregate);

    public void Repeated(string aggregate) => Count(_repeats, aggregate);

    public void CacheAsked(string aggregate, bool hit) => Count(hit ? _hits : _misses, aggregate);

    public void Dispose()
    {
        // A factory's meter is shared, and ends with the factory.
        if (_ownsMeter)
        {
            _meter.Dispose();
        }
    }

    private static void Count(Counter<long> counter, string aggregate) => counter.Add(1, new KeyValuePair<string, object?>(AggregateTag, aggregate));
}
