using System.Text;
using Cqrs.Gen.Storage;
using static System.Text.Encoding;

namespace Cqrs.Gen.Faults;

/// <summary>All that a store says of what one sequence did, as text.</summary>
/// <param name="start">The log's last position before.</param>
internal sealed class Transcript(long start) : IStreamSink
{
    private readonly StringBuilder _text = new();

    public static async Task<string> ReadAsync(IEventStorage storage, string prefix, long start)
    {
        Transcript text = new(start);
        await text.LogAsync(storage);
        for (int stream = 0; stream < Step.Streams; stream++)
        {
            await text.StreamAsync(storage, Step.StreamOf(prefix, stream));
            await text.DocumentAsync(storage, "query", $"{prefix}{stream}");
            await text.DocumentAsync(storage, $"query-{stream}", prefix);
        }

        return text._text.ToString();
    }

    public void OnRepeat(in AppendOutcome outcome) => _text.AppendLine(null, $"{outcome with { Position = outcome.Position - start }}");

    public void OnSnapshot(long version, ReadOnlySpan<byte> payload) => _text.AppendLine(null, $"snapshot {version} {UTF8.GetString(payload)}");

    // A stream is read without what all its events have in common.
    public void OnEvent(in RecordedEvent e) => _text.AppendLine(
        null,
        $"{e.Position - start} {e.Sequence} {e.EventId} {UTF8.GetString(e.Name)} {e.Version} {e.Timestamp:O} {UTF8.GetString(e.Payload)} {UTF8.GetString(e.Metadata)}");

    private async Task LogAsync(IEventStorage storage)
    {
        EventSource[] some = [new("aggregate-0", "event-1"), new("aggregate-1", "event-2"), new("aggregate-1", "event-9")];
        LogSink log = new(this);
        long end = await storage.ReadLogAsync(new(start, int.MaxValue), log, CancellationToken.None);
        long examined = await storage.ReadLogAsync(new(start, int.MaxValue, some), log, CancellationToken.None);
        _text.AppendLine(null, $"up to {end - start}, some up to {examined - start}");
        await storage.ReadLogAsync(new(start + 2, 3), log, CancellationToken.None);
        await storage.ReadLogAsync(new(start + 1, 2, some), log, CancellationToken.None);
    }

    private async Task StreamAsync(IEventStorage storage, StreamId stream)
    {
        for (int command = 0; command < Step.Commands; command++)
        {
            _text.AppendLine(null, $"{stream.Aggregate} {command}");
            await storage.ReadStreamAsync(new(stream, SnapshotFingerprint: "f", CommandId: $"c{command}"), this, CancellationToken.None);
        }

        await storage.ReadStreamAsync(new(stream, SnapshotFingerprint: "another"), this, CancellationToken.None);
        await storage.ReadStreamAsync(new(stream, AfterSequence: 1, UpToSequence: 4, SnapshotFingerprint: "f"), this, CancellationToken.None);
    }

    private async Task DocumentAsync(IEventStorage storage, string query, string key)
    {
        StoredDocument? document = await storage.ReadDocumentAsync(query, key, CancellationToken.None);
        _text.AppendLine(null, $"{query} {document?.Version} {document?.Fingerprint} {UTF8.GetString((document?.Payload ?? default).Span)}");
    }

    private sealed class LogSink(Transcript transcript) : IEventSink
    {
        public void OnEvent(in RecordedEvent e)
        {
            transcript._text.Append(null, $"{UTF8.GetString(e.Aggregate)} {UTF8.GetString(e.AggregateId)} {UTF8.GetString(e.CommandId)} ");
            transcript.OnEvent(e);
        }
    }
}
