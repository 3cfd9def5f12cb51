using System.Runtime.CompilerServices;
using Cqrs.Gen.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Reads one stream.</summary>
internal sealed class StreamRead : IDisposable
{
    private const int Repeat = -2;
    private const int Snapshot = -1;

    // One statement, so as of one moment. Its parts come one after the other: the planner has no reason to change that, since no part of it may run beside another.
    private readonly StreamQuery _events;
    private readonly StreamQuery _payloads;
    private readonly EventRow _row;
    private readonly NameTable _names;

    public StreamRead(PostgreSqlStorageOptions options, NpgsqlConnection connection, EventRow row, NameTable names)
    {
        _events = new(options, connection, EventRow.Columns, ", NULL::int8, NULL::uuid, NULL::bytea, NULL::int4, NULL::text");
        _payloads = new(options, connection, EventRow.PayloadColumns, "");
        _row = row;
        _names = names;
    }

    public bool HasReceived => _events.Query.HasReceived || _payloads.Query.HasReceived;

    /// <returns>What is left to be read: null for nothing; the events without the snapshot, if that is damaged.</returns>
    /// <exception cref="StoreException">The database cannot be read, or an event is damaged.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<StreamReadRequest?> ReadAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken)
    {
        StreamQuery used = request.PayloadsOnly ? _payloads : _events;
        Query query = used.Query;
        used.Bind(request);
        bool isComplete = false;
        try
        {
            await query.ExecuteAsync(cancellationToken).ConfigureAwait(false);
            Names names = _names.Known;
            long last = long.MinValue;
            uint streamSum = EventChecksum.OfStream(request.Stream.Id);
            while (await query.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                int type = EventRow.Type(query.Row);
                if (type == Snapshot && !IsIntact(query.Row, request))
                {
                    sink.OnDamagedSnapshot(EventRow.Sequence(query.Row));
                    return request with { SnapshotFingerprint = null, CommandId = last == Repeat ? null : request.CommandId };
                }

                if (type is not (Repeat or Snapshot) && names.Event(type) is null)
                {
                    names = await _names.WithAsync(type, cancellationToken).ConfigureAwait(false);
                }

                Deliver(query.Row, type, names, request, streamSum, sink, ref last);
            }

            isComplete = true;
            return null;
        }
        finally
        {
            await query.EndAsync(isComplete).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _events.Query.Dispose();
        _payloads.Query.Dispose();
    }

    private bool IsIntact(NpgsqlDataReader row, in StreamReadRequest request) =>
        EventRow.HasNoChecksum(row)
        || EventRow.Checksum(row) == StateChecksum.OfSnapshot(request.Stream, request.SnapshotFingerprint!, EventRow.Sequence(row), _row.Payload(row));

    private void Deliver(NpgsqlDataReader row, int type, Names names, in StreamReadRequest request, uint streamSum, IStreamSink sink, ref long last)
    {
        long sequence = EventRow.Sequence(row);
        long place = type is Repeat or Snapshot ? type : sequence;
        if (place <= last)
        {
            throw new StoreException(StoreFault.Corrupt, $"The server sent the parts of a stream out of order: {place} after {last}.");
        }

        last = place;
        switch (type)
        {
            case Repeat:
                sink.OnRepeat(new(AppendResult.Repeat, sequence, EventRow.Position(row), EventRow.Version(row)));
                break;
            case Snapshot:
                sink.OnSnapshot(sequence, _row.Payload(row));
                break;
            case var _ when request.PayloadsOnly:
                _row.DeliverPayload(row, sequence, names.Event(type), request.Stream, streamSum, sink);
                break;
            default:
                _row.Deliver(row, names.Event(type), request.Stream, streamSum, sink);
                break;
        }
    }

    private sealed class StreamQuery
    {
        private readonly NpgsqlParameter<string> _aggregate;
        private readonly NpgsqlParameter<string> _id;
        private readonly NpgsqlParameter<long> _after;
        private readonly NpgsqlParameter<long> _upTo;
        private readonly NpgsqlParameter<string?> _command;
        private readonly NpgsqlParameter<string?> _fingerprint;

        public StreamQuery(PostgreSqlStorageOptions options, NpgsqlConnection connection, string columns, string noMore)
        {
            Query = new(options, connection, $$"""
                WITH s AS MATERIALIZED (
                    SELECT s.stream FROM {schema}.names a JOIN {schema}.streams s ON s.aggregate = a.number WHERE a.owner = 0 AND a.name = $1 AND s.id = $2
                ), n AS MATERIALIZED (
                    SELECT n.version, n.payload, n.checksum FROM {schema}.snapshots n
                    WHERE n.stream = (SELECT stream FROM s) AND n.fingerprint = $6 AND n.version > $3 AND n.version <= $4
                )
                SELECT c.position, c.sequence, {{Repeat}} AS type, c.events, NULL::bytea, NULL::int8{{noMore}} FROM {schema}.events c WHERE c.command = $5 AND c.stream = (SELECT stream FROM s)
                UNION ALL
                SELECT 0, n.version, {{Snapshot}}, 0, n.payload, n.checksum::int8{{noMore}} FROM n
                UNION ALL
                (SELECT {{columns}} FROM {schema}.events e
                WHERE e.stream = (SELECT stream FROM s) AND e.sequence > coalesce((SELECT version FROM n), $3) AND e.sequence <= $4 ORDER BY e.sequence)
                """);
            _aggregate = Query.Add<string>(NpgsqlDbType.Text);
            _id = Query.Add<string>(NpgsqlDbType.Text);
            _after = Query.Add<long>(NpgsqlDbType.Bigint);
            _upTo = Query.Add<long>(NpgsqlDbType.Bigint);
            _command = Query.Add<string?>(NpgsqlDbType.Text);
            _fingerprint = Query.Add<string?>(NpgsqlDbType.Text);
        }

        public Query Query { get; }

        public void Bind(in StreamReadRequest request)
        {
            _aggregate.TypedValue = request.Stream.Aggregate;
            _id.TypedValue = request.Stream.Id;
            _after.TypedValue = request.AfterSequence;
            _upTo.TypedValue = request.UpToSequence;
            _command.TypedValue = request.CommandId;
            _fingerprint.TypedValue = request.SnapshotFingerprint;
        }
    }
}
