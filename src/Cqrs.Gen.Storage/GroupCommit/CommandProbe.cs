namespace Cqrs.Gen.Storage;

/// <summary>
/// Asks a store whether an append was recorded, and whether by this very attempt or by an earlier one of the same command. That is told by what was recorded: an
/// earlier attempt gave its events the same ids, but may have decided them upon another state.
/// </summary>
internal sealed class CommandProbe(AppendRequest append) : IStreamSink
{
    private AppendOutcome? _found;
    private int _same;

    /// <summary>The outcome, or null if the command is not recorded.</summary>
    public AppendOutcome? Recorded => _found is { } found ? found with { Result = IsOurs(found) ? AppendResult.Appended : AppendResult.Repeat } : null;

    public async ValueTask AskAsync(IEventStorage storage)
    {
        StreamReadRequest command = new(append.Stream, AfterSequence: long.MaxValue, CommandId: append.CommandId);
        await storage.ReadStreamAsync(command, this, CancellationToken.None).ConfigureAwait(false);
        if (_found is { } found && found.EventCount == append.Events.Length)
        {
            StreamReadRequest events = new(append.Stream, AfterSequence: found.Version - found.EventCount, UpToSequence: found.Version);
            await storage.ReadStreamAsync(events, this, CancellationToken.None).ConfigureAwait(false);
        }
    }

    public void OnRepeat(in AppendOutcome outcome) => _found = outcome;

    public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
    {
    }

    public void OnEvent(in RecordedEvent e)
    {
        EventData sent = append.Events.Span[_same];
        _same += e.EventId == sent.EventId && e.Payload.SequenceEqual(sent.Payload.Span) ? 1 : 0;
    }

    private bool IsOurs(in AppendOutcome found) =>
        _same == append.Events.Length
        && (append.ExpectedVersion == AppendRequest.AnyVersion || append.ExpectedVersion + _same == found.Version);
}
