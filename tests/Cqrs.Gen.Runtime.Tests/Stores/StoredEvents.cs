using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Runtime.Tests;

internal sealed record StoredEventRow(long Position, string Aggregate, string Id, long Sequence, Guid EventId, string Name, string Payload, string Metadata, DateTimeOffset Timestamp);

/// <summary>Everything in a store's log, as it is stored.</summary>
internal sealed class StoredEvents : IEventSink
{
    public List<StoredEventRow> Rows { get; } = [];

    public void OnEvent(in RecordedEvent e) => Rows.Add(new(
        e.Position,
        Encoding.UTF8.GetString(e.Aggregate),
        Encoding.UTF8.GetString(e.AggregateId),
        e.Sequence,
        e.EventId,
        Encoding.UTF8.GetString(e.Name),
        Encoding.UTF8.GetString(e.Payload),
        Encoding.UTF8.GetString(e.Metadata),
        e.Timestamp));
}
