using System.Buffers;
using System.Text;
using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Verifies rows and hands them on as events, through one buffer that is used again and again.</summary>
internal sealed class EventRow(PostgreSqlStorageOptions options) : IDisposable
{
    /// <summary>What a state is made of. A row that is no event has a number below zero as its type.</summary>
    public const string PayloadColumns = "e.position, e.sequence, e.type, e.version, e.payload, e.checksum";

    /// <summary>The whole event.</summary>
    public const string Columns = $"{PayloadColumns}, e.timestamp, e.event_id, e.metadata, e.events, e.command";

    // In the log the aggregate's id follows.
    private const int Id = 11;

    private byte[] _buffer = [];
    private int _used;

    public static long Position(NpgsqlDataReader row) => row.GetInt64(0);

    public static long Sequence(NpgsqlDataReader row) => row.GetInt64(1);

    public static int Type(NpgsqlDataReader row) => row.GetInt32(2);

    public static int Version(NpgsqlDataReader row) => row.GetInt32(3);

    public static bool HasNoChecksum(NpgsqlDataReader row) => row.IsDBNull(5);

    public static long Checksum(NpgsqlDataReader row) => HasNoChecksum(row) ? EventChecksum.None : row.GetInt64(5);

    public ReadOnlySpan<byte> Payload(NpgsqlDataReader row)
    {
        _used = 0;
        return Slice(Copy(row, 4));
    }

    /// <summary>Hands on a row of a stream with the payload columns.</summary>
    /// <exception cref="StoreException">The event is damaged.</exception>
    public void DeliverPayload(NpgsqlDataReader row, long sequence, EventName? name, in StreamId stream, uint streamSum, IEventSink sink)
    {
        ReadOnlySpan<byte> payload = Payload(row);
        int version = Version(row);
        if (name is null || !EventChecksum.Holds(Checksum(row), EventChecksum.OfContent(streamSum, name.Sum, version, payload)))
        {
            throw Damaged(row, stream);
        }

        sink.OnEvent(new()
        {
            Position = Position(row),
            Sequence = sequence,
            Name = name.Name,
            Version = version,
            Payload = payload,
            Timestamp = default,
            EventId = default,
            Metadata = default,
        });
    }

    /// <summary>Hands on a row of a stream with all columns.</summary>
    /// <exception cref="StoreException">The event is damaged.</exception>
    public void Deliver(NpgsqlDataReader row, EventName? name, in StreamId stream, uint streamSum, IEventSink sink)
    {
        _used = 0;
        Deliver(row, name, stream, streamSum, default, sink);
    }

    /// <summary>Hands on a row of the log, with all columns and the aggregate's id.</summary>
    /// <exception cref="StoreException">The event is damaged.</exception>
    public void DeliverInLog(NpgsqlDataReader row, EventName? name, IEventSink sink)
    {
        _used = 0;
        Range id = Copy(row, Id);
        Deliver(row, name, null, EventChecksum.OfStream(Slice(id)), id, sink);
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    private void Deliver(NpgsqlDataReader row, EventName? name, StreamId? stream, uint streamSum, Range id, IEventSink sink)
    {
        Range payload = Copy(row, 4);
        Range metadata = row.IsDBNull(8) ? default : Copy(row, 8);
        Range command = row.IsDBNull(10) ? default : Copy(row, 10);
        int version = Version(row);
        long timestamp = row.GetInt64(6);
        Guid eventId = row.GetGuid(7);
        uint commandSum = EventChecksum.OfCommand(Slice(command), row.IsDBNull(9) ? 0 : row.GetInt32(9));
        uint envelope = EventChecksum.OfEnvelope(commandSum, eventId, timestamp, Slice(metadata));
        if (name is null || !EventChecksum.Holds(Checksum(row), EventChecksum.OfContent(streamSum, name.Sum, version, Slice(payload)), envelope))
        {
            throw Damaged(row, stream ?? new(name is null ? "?" : Encoding.UTF8.GetString(name.Aggregate), Encoding.UTF8.GetString(Slice(id))));
        }

        sink.OnEvent(new()
        {
            Position = Position(row),
            Aggregate = stream is null ? name.Aggregate : default(ReadOnlySpan<byte>),
            AggregateId = Slice(id),
            Sequence = Sequence(row),
            Name = name.Name,
            Version = version,
            Payload = Slice(payload),
            Timestamp = Timestamps.Read(timestamp),
            EventId = eventId,
            CommandId = stream is null ? Slice(command) : default,
            Metadata = Slice(metadata),
        });
    }

    private StoreException Damaged(NpgsqlDataReader row, in StreamId stream) =>
        EventChecksum.Damaged($"the schema \"{options.Schema}\" of {options.Place}", stream, Sequence(row), Position(row));

    private ReadOnlySpan<byte> Slice(Range range) => _buffer.AsSpan(range);

    private Range Copy(NpgsqlDataReader row, int column)
    {
        int start = _used;
        int free = _buffer.Length - start;
        int length = free > 0 ? (int)row.GetBytes(column, 0, _buffer, start, free) : 0;
        if (length == free)
        {
            // It may go on, so it is asked for its length only now.
            length = (int)row.GetBytes(column, 0, null, 0, 0);
            if (length > free)
            {
                Grow(start + length);
                _ = row.GetBytes(column, 0, _buffer, start, length);
            }
        }

        _used = start + length;
        return start.._used;
    }

    private void Grow(int size)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(size + 1, 4096));
        _buffer.AsSpan(0, _used).CopyTo(larger);
        Dispose();
        _buffer = larger;
    }
}
