namespace Cqrs.Gen.Storage.Tests;

internal sealed class IgnoreEverything : IStreamSink
{
    public void OnEvent(in RecordedEvent e)
    {
    }

    public void OnRepeat(in AppendOutcome outcome)
    {
    }

    public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
    {
    }
}
