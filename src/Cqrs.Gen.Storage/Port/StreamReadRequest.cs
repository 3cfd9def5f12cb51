namespace Cqrs.Gen.Storage;

/// <summary>What to read of one stream.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="AfterSequence">Events after this sequence are read; 0 for all.</param>
/// <param name="UpToSequence">Events up to and including this sequence are read.</param>
/// <param name="SnapshotFingerprint">
/// If not null, the stream's snapshot is read when it carries this fingerprint and a version above <paramref name="AfterSequence"/> and
/// not above <paramref name="UpToSequence"/>; only events after the snapshot's version follow.
/// </param>
/// <param name="CommandId">If not null, the sink is told whether this command was recorded, and with which outcome.</param>
/// <param name="PayloadsOnly">
/// True if events may come without their ids, timestamps and metadata (empty then), and without their positions (0 then): a state is made of payloads, and a replay is faster without the rest.
/// </param>
public readonly record struct StreamReadRequest(
    StreamId Stream,
    long AfterSequence = 0,
    long UpToSequence = long.MaxValue,
    string? SnapshotFingerprint = null,
    string? CommandId = null,
    bool PayloadsOnly = false);

/// <summary>What to read of the log.</summary>
/// <param name="AfterPosition">Events after this position are read; 0 for all.</param>
/// <param name="MaxCount">How many events to hand to the sink at the most.</param>
/// <param name="Events">The persisted names of the events to read, each with its aggregate's; empty for all.</param>
public readonly record struct LogReadRequest(long AfterPosition, int MaxCount, ReadOnlyMemory<EventSource> Events = default);
