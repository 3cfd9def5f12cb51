using System.Buffers.Binary;
using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>
/// What a state is made of, in as few columns as can be: sequence, digest, payload. In place of a sequence the outcome of a command and the snapshot say what they are, and bring their
/// numbers in front of the payload; so does an event that has no digest.
/// </summary>
internal sealed class ReplayRow(RowBuffer buffer) : IStreamRow
{
    private const int PlaceColumn = 0;
    private const int DigestColumn = 1;
    private const int PayloadColumn = 2;

    private Digest _digest;
    private int _version;
    private long? _checksum;
    private long _sequence;
    private Range _payload;

    string IStreamRow.RepeatColumns => $"{IStreamRow.Repeat}::int8, NULL::int8, int8send(c.sequence) || int8send(c.position) || int4send(c.events)";

    string IStreamRow.SnapshotColumns => $"{IStreamRow.Snapshot}::int8, n.checksum::int8, int8send(n.version) || n.payload";

    string IStreamRow.EventColumns =>
        "e.sequence, e.digest, CASE WHEN e.digest IS NULL THEN int4send(greatest(e.type, 0)) || int4send(e.version) || int8send(coalesce(e.checksum, 0)) || e.payload ELSE e.payload END";

    public int TakeUp(NpgsqlDataReader row)
    {
        buffer.Clear();
        _sequence = row.GetInt64(PlaceColumn);
        bool hasDigest = !row.IsDBNull(DigestColumn);
        _digest = hasDigest ? new(row.GetInt64(DigestColumn)) : default;
        _payload = buffer.Copy(row, PayloadColumn);
        switch (_sequence)
        {
            case IStreamRow.Repeat:
                return IStreamRow.Repeat;
            case IStreamRow.Snapshot:
                _checksum = hasDigest ? _digest.Number : null;
                _sequence = TakeInt64();
                return IStreamRow.Snapshot;
            case var _ when hasDigest:
                _version = _digest.Version;
                _checksum = null;
                return _digest.Type;
            default:
                int type = TakeInt32();
                _version = TakeInt32();
                _checksum = TakeInt64();
                return type;
        }
    }

    public long Sequence(NpgsqlDataReader row) => _sequence;

    public AppendOutcome Outcome(NpgsqlDataReader row) => new(AppendResult.Repeat, TakeInt64(), TakeInt64(), TakeInt32());

    public int? SnapshotChecksum(NpgsqlDataReader row) => (int?)_checksum;

    public ReadOnlySpan<byte> SnapshotPayload(NpgsqlDataReader row) => buffer.Slice(_payload);

    public bool TryDeliver(NpgsqlDataReader row, EventName? name, in StreamId stream, uint streamSum, IEventSink sink)
    {
        ReadOnlySpan<byte> payload = buffer.Slice(_payload);
        if (name is null || !IsIntact(EventChecksum.OfContent(streamSum, name.Sum, _version, payload)))
        {
            return false;
        }

        sink.OnEvent(new()
        {
            Position = 0,
            Sequence = _sequence,
            Name = name.Name,
            Version = _version,
            Payload = payload,
            Timestamp = default,
            EventId = default,
            Metadata = default,
        });
        return true;
    }

    private bool IsIntact(uint content) => _checksum is { } stored ? EventChecksum.Holds(stored, content) : _digest.Sum == content;

    private long TakeInt64() => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long)));

    private int TakeInt32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    private ReadOnlySpan<byte> Take(int length)
    {
        int start = _payload.Start.Value;
        _payload = (start + length).._payload.End;
        return buffer.Slice(start..(start + length));
    }
}
