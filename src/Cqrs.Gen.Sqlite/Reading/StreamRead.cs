using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite;

/// <summary>Reads one stream.</summary>
internal sealed class StreamRead(Database database, EventNames names) : IDisposable
{
    private const string Selected = "FROM events e WHERE e.stream = ?1 AND e.sequence > ?2 AND e.sequence <= ?3 ORDER BY e.sequence";

    private readonly Statement _head = database.Prepare(
        """
        SELECT s.stream, c.sequence, c.position, c.events, n.version, n.payload, n.checksum
        FROM streams s
        LEFT JOIN events c ON c.stream = s.stream AND c.command = ?3
        LEFT JOIN snapshots n ON n.stream = s.stream AND n.fingerprint = ?4 AND n.version > ?5 AND n.version <= ?6
        WHERE s.aggregate = ?1 AND s.id = ?2
        """);

    private readonly EventRows _events = new(database, $"SELECT {EventRows.Columns} {Selected}", names);
    private readonly EventRows _payloads = new(database, $"SELECT {EventRows.PayloadColumns} {Selected}", names);

    public void Read(in StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            _head.Bind(1, request.Stream.Aggregate).Bind(2, request.Stream.Id);
            _head.Bind(3, request.CommandId).Bind(4, request.SnapshotFingerprint).Bind(5, request.AfterSequence).Bind(6, request.UpToSequence);
            if (!_head.Step())
            {
                return;
            }

            if (_head.Long(1) is > 0 and long recorded)
            {
                sink.OnRepeat(new(AppendResult.Repeat, recorded, _head.Long(2), _head.Int(3)));
            }

            long after = request.AfterSequence;
            if (_head.Long(4) is > 0 and long version)
            {
                if (IsIntact(request, version))
                {
                    sink.OnSnapshot(version, _head.Bytes(5));
                    after = version;
                }
                else
                {
                    sink.OnDamagedSnapshot(version);
                }
            }

            if (after < request.UpToSequence)
            {
                // The head's row stays open meanwhile: so both are read as of one moment.
                EventRows rows = request.PayloadsOnly ? _payloads : _events;
                rows.Statement.Bind(1, _head.Long(0)).Bind(2, after).Bind(3, request.UpToSequence);
                if (request.PayloadsOnly)
                {
                    rows.ReadPayloads(request.Stream, sink, cancellationToken);
                }
                else
                {
                    rows.ReadStream(request.Stream, sink, cancellationToken);
                }
            }
        }
        finally
        {
            _head.Reset();
        }
    }

    public void Dispose()
    {
        _head.Dispose();
        _events.Dispose();
        _payloads.Dispose();
    }

    private bool IsIntact(in StreamReadRequest request, long snapshotVersion) =>
        _head.IsNull(6) || _head.Long(6) == StateChecksum.OfSnapshot(request.Stream, request.SnapshotFingerprint!, snapshotVersion, _head.Bytes(5));
}
