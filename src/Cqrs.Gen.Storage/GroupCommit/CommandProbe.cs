namespace Cqrs.Gen.Storage;

/// <summary>Asks a store whether an append was recorded, and whether by this very attempt or by an earlier one of the same command.</summary>
internal sealed class CommandProbe(AppendRequest append) : IStreamSink
{
    private AppendOutcome? _found;
    private bool _isOurs;

    /// <summary>The outcome, or null if the command is not recorded.</summary>
    public AppendOutcome? Recorded => _found is { } found ? found with { Result = _isOurs ? AppendResult.Appended : AppendResult.Repeat } : null;

    public async ValueTask AskAsync(IEventStorage storage)
    {
        StreamReadRequest command = new(append.Stream, AfterSequence: long.MaxValue, CommandId: append.CommandId);
        await storage.ReadStreamAsync(command, this, CancellationToken.None).ConfigureAwait(false);
        if (_found is { } found)
        {
            StreamReadRequest lastEvent = new(append.Stream, AfterSequence: found.Version - 1, UpToSequence: found.Version);
            await storage.ReadStreamAsync(lastEvent, this, CancellationToken.None).ConfigureAwait(false);
        }
    }

    public void OnRepeat(in AppendOutcome outcome) => _found = outcome;

    public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
    {
    }

    public void OnEvent(in RecordedEvent e) => _isOurs = e.EventId == append.Events.Span[^1].EventId;
}
