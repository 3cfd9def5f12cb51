namespace Cqrs.Gen.Storage;

/// <summary>Receives events as they are read, without a copy.</summary>
public interface IEventSink
{
    /// <summary>Receives one event. An exception thrown here ends the reading and reaches the reader's caller.</summary>
    /// <param name="e">The event; its spans are valid during the call only.</param>
    void OnEvent(in RecordedEvent e);
}

/// <summary>Receives what is read of one stream: first the command's outcome, then the snapshot, then the events.</summary>
public interface IStreamSink : IEventSink
{
    /// <summary>The command asked about was recorded before; the outcome is a <see cref="AppendResult.Repeat"/>.</summary>
    /// <param name="outcome">What it recorded.</param>
    void OnRepeat(in AppendOutcome outcome);

    /// <summary>
    /// The stream's snapshot is not what was written, by its checksum, and is passed over: the events that it would have stood for follow.
    /// </summary>
    /// <param name="version">The sequence of the last event in it.</param>
    void OnDamagedSnapshot(long version)
    {
    }

    /// <summary>The stream's snapshot.</summary>
    /// <param name="version">The sequence of the last event in it.</param>
    /// <param name="payload">The state in UTF-8 JSON; valid during the call only.</param>
    void OnSnapshot(long version, ReadOnlySpan<byte> payload);
}
