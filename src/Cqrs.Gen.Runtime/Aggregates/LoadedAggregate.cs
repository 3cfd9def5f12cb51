using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>
/// One aggregate as it was read: its state, and what goes along with it. It is the sink of its own stream, so that reading allocates nothing
/// beside the state. Used by one caller at a time.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
internal sealed class LoadedAggregate<TAggregate>(StreamId stream, EventDecoder<TAggregate> decoder, int queryCount) : IStreamSink
    where TAggregate : class, IAggregate<TAggregate>
{
    public StreamId Stream => stream;

    public bool IsLoaded { get; set; }

    public TAggregate? State { get; private set; }

    public long Version { get; private set; }

    public long EventsSinceSnapshot { get; private set; }

    public long BytesSinceSnapshot { get; private set; }

    /// <summary>What the command asked about recorded before, if it did; of the latest reading.</summary>
    public AppendOutcome? Repeat { get; private set; }

    /// <summary>Why the stored snapshot cannot be used; the events that followed it were then not applied.</summary>
    public PayloadException? SnapshotFault { get; private set; }

    /// <summary>Whether the stored snapshot was damaged, and the events were read instead.</summary>
    public bool HasDamagedSnapshot { get; private set; }

    /// <summary>The documents of inline queries; null is one that was not needed yet.</summary>
    public InlineDocument?[] Documents { get; } = queryCount == 0 ? [] : new InlineDocument?[queryCount];

    /// <summary>Forgets everything, because it may be half-changed or is known to be out of date.</summary>
    public void Reset()
    {
        IsLoaded = false;
        State = null;
        Version = 0;
        SnapshotFault = null;
        HasDamagedSnapshot = false;
        Repeat = null;
        SnapshotTaken();
        Array.Clear(Documents);
    }

    public void ForgetRepeat() => Repeat = null;

    /// <summary>Reads what others appended since it was read.</summary>
    /// <param name="store">The store.</param>
    /// <param name="commandId">The command whose earlier outcome is asked for in the same reading, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public ValueTask RefreshAsync(EventStore store, string? commandId, CancellationToken cancellationToken)
    {
        Repeat = null;
        return store.ReplayAsync(new(stream, AfterSequence: Version, CommandId: commandId), this, cancellationToken);
    }

    public void SnapshotTaken()
    {
        EventsSinceSnapshot = 0;
        BytesSinceSnapshot = 0;
    }

    /// <summary>Applies an event that is about to be appended.</summary>
    public void Apply(IEvent e, int payloadLength)
    {
        State = TAggregate.Apply(State, e);
        Version++;
        EventsSinceSnapshot++;
        BytesSinceSnapshot += payloadLength;
    }

    void IStreamSink.OnRepeat(in AppendOutcome outcome) => Repeat = outcome;

    void IStreamSink.OnDamagedSnapshot(long version) => HasDamagedSnapshot = true;

    void IStreamSink.OnSnapshot(long version, ReadOnlySpan<byte> payload)
    {
        try
        {
            State = TAggregate.ReadState(payload);
            Version = version;
        }
        catch (PayloadException fault)
        {
            SnapshotFault = fault;
        }
    }

    void IEventSink.OnEvent(in RecordedEvent e)
    {
        if (SnapshotFault is not null)
        {
            return;
        }

        IEvent payload = decoder.Decode(stream, Version + 1, e);
        try
        {
            Apply(payload, e.Payload.Length);
        }
        catch (Exception cause)
        {
            throw EventDecoder.Fault(StreamFault.ApplyFailed, stream, e, $"Apply threw on {EventDecoder.Name(e)}: {cause.Message}", cause);
        }
    }
}
