using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Appending;

/// <summary>The sequence of a stream's last event.</summary>
internal sealed class StreamEnd : IStreamSink
{
    public long Sequence { get; private set; }

    public void OnEvent(in RecordedEvent e) => Sequence = e.Sequence;

    public void OnRepeat(in AppendOutcome outcome)
    {
    }

    public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
    {
    }
}
