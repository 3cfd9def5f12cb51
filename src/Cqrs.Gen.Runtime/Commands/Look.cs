using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>Looks whether a stream went on after a version, and whether a command is recorded.</summary>
internal sealed class Look : IStreamSink
{
    public bool FoundMore { get; private set; }

    public AppendOutcome? Repeat { get; private set; }

    /// <param name="store">The store.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="version">The version, or null not to look for later events.</param>
    /// <param name="commandId">The command, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async ValueTask<Look> AfterAsync(EventStore store, StreamId stream, long? version, string? commandId, CancellationToken cancellationToken)
    {
        Look look = new();
        StreamReadRequest request = new(stream, version ?? long.MaxValue, version + 1 ?? long.MaxValue, CommandId: commandId);
        await store.ReplayAsync(request, look, cancellationToken).ConfigureAwait(false);
        return look;
    }

    void IEventSink.OnEvent(in RecordedEvent e) => FoundMore = true;

    void IStreamSink.OnRepeat(in AppendOutcome outcome) => Repeat = outcome;

    void IStreamSink.OnSnapshot(long version, ReadOnlySpan<byte> payload)
    {
    }
}
