using System.Text;
using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>The whole event. Verifies rows and hands them on.</summary>
internal sealed class EventRow(ReaderConnection connection) : IStreamRow
{
    /// <summary>The columns of an event (e). No damage makes a type one of those below 0, which say that a row is something else.</summary>
    public const string Columns = "e.position, e.sequence, greatest(e.type, 0), e.version, e.payload, e.checksum, e.timestamp, e.event_id, e.metadata, e.events, e.command";

    private const string NoMore = ", NULL::int8, NULL::uuid, NULL::bytea, NULL::int4, NULL::text";

    // In the log the aggregate's id follows.
    private const int Id = 11;

    private readonly RowBuffer _buffer = connection.Buffer;

    string IStreamRow.RepeatColumns => $"c.position, c.sequence, {IStreamRow.Repeat} AS type, c.events, NULL::bytea, NULL::int8{NoMore}";

    string IStreamRow.EventColumns => Columns;

    string IStreamRow.SnapshotColumns => $"0, n.version, {IStreamRow.Snapshot}, 0, n.payload, n.checksum::int8{NoMore}";

    public static long Position(NpgsqlDataReader row) => row.GetInt64(0);

    public static long Sequence(NpgsqlDataReader row) => row.GetInt64(1);

    public static int Type(NpgsqlDataReader row) => row.GetInt32(2);

    int IStreamRow.TakeUp(NpgsqlDataReader row) => Type(row);

    long IStreamRow.Sequence(NpgsqlDataReader row) => Sequence(row);

    AppendOutcome IStreamRow.Outcome(NpgsqlDataReader row) => new(AppendResult.Repeat, Sequence(row), Position(row), Version(row));

    int? IStreamRow.SnapshotChecksum(NpgsqlDataReader row) => row.IsDBNull(5) ? null : (int)row.GetInt64(5);

    ReadOnlySpan<byte> IStreamRow.SnapshotPayload(NpgsqlDataReader row)
    {
        _buffer.Clear();
        return _buffer.Slice(_buffer.Copy(row, 4));
    }

    bool IStreamRow.TryDeliver(NpgsqlDataReader row, EventName? name, in StreamId stream, uint streamSum, IEventSink sink)
    {
        _buffer.Clear();
        Deliver(row, name, stream, streamSum, default, sink);
        return true;
    }

    /// <summary>Hands on a row of the log, with all columns and the aggregate's id.</summary>
    /// <exception cref="StoreException">The event is damaged.</exception>
    public void DeliverInLog(NpgsqlDataReader row, EventName? name, IEventSink sink)
    {
        _buffer.Clear();
        Range id = _buffer.Copy(row, Id);
        Deliver(row, name, null, EventChecksum.OfStream(_buffer.Slice(id)), id, sink);
    }

    private static int Version(NpgsqlDataReader row) => row.GetInt32(3);

    private static long Checksum(NpgsqlDataReader row) => row.IsDBNull(5) ? EventChecksum.None : row.GetInt64(5);

    private void Deliver(NpgsqlDataReader row, EventName? name, StreamId? stream, uint streamSum, Range id, IEventSink sink)
    {
        Range payload = _buffer.Copy(row, 4);
        Range metadata = row.IsDBNull(8) ? default : _buffer.Copy(row, 8);
        Range command = row.IsDBNull(10) ? default : _buffer.Copy(row, 10);
        int version = Version(row);
        long timestamp = row.GetInt64(6);
        Guid eventId = row.GetGuid(7);
        uint commandSum = EventChecksum.OfCommand(_buffer.Slice(command), row.IsDBNull(9) ? 0 : row.GetInt32(9));
        uint envelope = EventChecksum.OfEnvelope(commandSum, eventId, timestamp, _buffer.Slice(metadata));
        if (name is null || !EventChecksum.Holds(Checksum(row), EventChecksum.OfContent(streamSum, name.Sum, version, _buffer.Slice(payload)), envelope))
        {
            throw Damaged(row, stream ?? new(name is null ? "?" : Encoding.UTF8.GetString(name.Aggregate), Encoding.UTF8.GetString(_buffer.Slice(id))));
        }

        sink.OnEvent(new()
        {
            Position = Position(row),
            Aggregate = stream is null ? name.Aggregate : default(ReadOnlySpan<byte>),
            AggregateId = _buffer.Slice(id),
            Sequence = Sequence(row),
            Name = name.Name,
            Version = version,
            Payload = _buffer.Slice(payload),
            Timestamp = Timestamps.Read(timestamp),
            EventId = eventId,
            CommandId = stream is null ? _buffer.Slice(command) : default,
            Metadata = _buffer.Slice(metadata),
        });
    }

    private StoreException Damaged(NpgsqlDataReader row, in StreamId stream) =>
        EventChecksum.Damaged($"the schema \"{connection.Options.Schema}\" of {connection.Options.Place}", stream, Sequence(row), Position(row));
}
