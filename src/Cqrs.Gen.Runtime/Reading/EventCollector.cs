using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>Reads again what a command recorded.</summary>
internal sealed class EventCollector : IStreamSink
{
    private readonly EventDecoder _decoder;
    private readonly StreamId _stream;
    private readonly AppendOutcome _recorded;
    private readonly IEvent[] _events;
    private int _count;

    private EventCollector(EventDecoder decoder, in StreamId stream, in AppendOutcome recorded)
    {
        _decoder = decoder;
        _stream = stream;
        _recorded = recorded;
        _events = new IEvent[recorded.EventCount];
    }

    private long First => _recorded.Version - _recorded.EventCount + 1;

    public static async ValueTask<IEvent[]> CollectAsync(
        EventStore store,
        EventDecoder decoder,
        StreamId stream,
        AppendOutcome recorded,
        CancellationToken cancellationToken)
    {
        EventCollector collector = new(decoder, stream, recorded);
        StreamReadRequest request = new(stream, AfterSequence: collector.First - 1, UpToSequence: recorded.Version);
        await store.ReplayAsync(request, collector, cancellationToken).ConfigureAwait(false);
        return collector._count == recorded.EventCount ? collector._events : throw collector.Missing();
    }

    public void OnEvent(in RecordedEvent e)
    {
        _events[_count] = _decoder.Decode(_stream, First + _count, e);
        _count++;
    }

    public void OnRepeat(in AppendOutcome outcome)
    {
    }

    public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
    {
    }

    private StreamException Missing() => new(
        StreamFault.Gap,
        _stream.Aggregate,
        _stream.Id,
        First + _count,
        _recorded.Position,
        $"its command recorded {_recorded.EventCount} events, of which {_events.Length - _count} are missing.");
}
