using System.Text.Json;
using Cqrs.Gen.Storage;
using static System.Text.Encoding;

namespace Cqrs.Gen.Faults;

/// <summary>An event as it stands in the log.</summary>
internal sealed record LogEntry(long Position, string Stream, long Sequence, Guid EventId, int Caller, long Number, long Place)
{
    /// <summary>Reads a whole log.</summary>
    public static async Task<IReadOnlyList<LogEntry>> ReadAsync(IEventStorage storage)
    {
        Sink sink = new();
        await storage.ReadLogAsync(new(0, int.MaxValue), sink, CancellationToken.None);
        return sink.Entries;
    }

    private sealed class Sink : IEventSink
    {
        public List<LogEntry> Entries { get; } = [];

        public void OnEvent(in RecordedEvent e)
        {
            Utf8JsonReader reader = new(e.Payload);
            using JsonDocument payload = JsonDocument.ParseValue(ref reader);
            Entries.Add(new(
                e.Position,
                UTF8.GetString(e.AggregateId),
                e.Sequence,
                e.EventId,
                payload.RootElement.GetProperty("caller").GetInt32(),
                payload.RootElement.GetProperty("number").GetInt64(),
                payload.RootElement.GetProperty("place").GetInt64()));
        }
    }
}
