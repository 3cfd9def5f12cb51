using System.Buffers;
using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Hands rows on as events, through one buffer that is used again and again.</summary>
internal sealed class EventRow : IDisposable
{
    /// <summary>What a state is made of. A row that is no event has a number below zero as its type.</summary>
    public const string PayloadColumns = "e.position, e.sequence, e.type, e.version, e.payload";

    public const string Columns = $"{PayloadColumns}, e.timestamp, e.event_id, e.metadata";

    private byte[] _buffer = [];
    private int _used;

    public static long Position(NpgsqlDataReader row) => row.GetInt64(0);

    public static long Sequence(NpgsqlDataReader row) => row.GetInt64(1);

    public static int Type(NpgsqlDataReader row) => row.GetInt32(2);

    public static int Version(NpgsqlDataReader row) => row.GetInt32(3);

    public ReadOnlySpan<byte> Payload(NpgsqlDataReader row)
    {
        _used = 0;
        return Slice(Copy(row, 4));
    }

    /// <summary>Hands on a row with the payload columns.</summary>
    public void DeliverPayload(NpgsqlDataReader row, byte[] name, IEventSink sink) => sink.OnEvent(new()
    {
        Position = Position(row),
        Sequence = Sequence(row),
        Name = name,
        Version = Version(row),
        Payload = Payload(row),
        Timestamp = default,
        EventId = default,
        Metadata = default,
    });

    /// <summary>Hands on a row with all columns; in the log the ids of the aggregate and of the command follow.</summary>
    public void Deliver(NpgsqlDataReader row, EventName name, bool inLog, IEventSink sink)
    {
        _used = 0;
        Range payload = Copy(row, 4);
        Range metadata = row.IsDBNull(7) ? default : Copy(row, 7);
        Range id = inLog ? Copy(row, 8) : default;
        Range command = !inLog || row.IsDBNull(9) ? default : Copy(row, 9);
        sink.OnEvent(new()
        {
            Position = Position(row),
            Aggregate = inLog ? name.Aggregate : default(ReadOnlySpan<byte>),
            AggregateId = Slice(id),
            Sequence = Sequence(row),
            Name = name.Name,
            Version = Version(row),
            Payload = Slice(payload),
            Timestamp = Timestamps.Read(row.GetInt64(5)),
            EventId = row.GetGuid(6),
            CommandId = Slice(command),
            Metadata = Slice(metadata),
        });
    }

    public void Dispose()
    {
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

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
