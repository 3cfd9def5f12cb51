using Cqrs.Gen.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Cqrs.Gen.PostgreSql;

/// <summary>The statement that reads one stream, with rows of one layout: the events alone, or also the outcome of a command and the snapshot.</summary>
internal sealed class StreamQuery
{
    private const string Stream = $"SELECT s.stream FROM {Schema.Name}.names a JOIN {Schema.Name}.streams s ON s.aggregate = a.number WHERE a.owner = 0 AND a.name = $1 AND s.id = $2";

    private readonly NpgsqlParameter<string> _aggregate;
    private readonly NpgsqlParameter<string> _id;
    private readonly NpgsqlParameter<long> _after;
    private readonly NpgsqlParameter<long> _upTo;
    private readonly NpgsqlParameter<string?>? _command;
    private readonly NpgsqlParameter<string?>? _fingerprint;

    public StreamQuery(ReaderConnection connection, IStreamRow row, bool hasEventsOnly)
    {
        Query = new(connection, hasEventsOnly ? Events(row) : All(row));
        Row = row;
        _aggregate = Query.Add<string>(NpgsqlDbType.Text);
        _id = Query.Add<string>(NpgsqlDbType.Text);
        _after = Query.Add<long>(NpgsqlDbType.Bigint);
        _upTo = Query.Add<long>(NpgsqlDbType.Bigint);
        if (!hasEventsOnly)
        {
            _command = Query.Add<string?>(NpgsqlDbType.Text);
            _fingerprint = Query.Add<string?>(NpgsqlDbType.Text);
        }
    }

    public Query Query { get; }

    public IStreamRow Row { get; }

    public static bool HasEventsOnly(in StreamReadRequest request) => request is { CommandId: null, SnapshotFingerprint: null };

    public void Bind(in StreamReadRequest request)
    {
        _aggregate.TypedValue = request.Stream.Aggregate;
        _id.TypedValue = request.Stream.Id;
        _after.TypedValue = request.AfterSequence;
        _upTo.TypedValue = request.UpToSequence;
        _command?.TypedValue = request.CommandId;
        _fingerprint?.TypedValue = request.SnapshotFingerprint;
    }

    private static string Events(IStreamRow row) =>
        $"SELECT {row.EventColumns} FROM {Schema.Name}.events e WHERE e.stream = ({Stream}) AND e.sequence > $3 AND e.sequence <= $4 ORDER BY e.sequence";

    // One statement, so as of one moment. Its parts come one after the other: the planner has no reason to change that, since no part of it may run beside another.
    private static string All(IStreamRow row) => $"""
        WITH s AS MATERIALIZED ({Stream}), n AS MATERIALIZED (
            SELECT n.version, n.payload, n.checksum FROM {Schema.Name}.snapshots n
            WHERE n.stream = (SELECT stream FROM s) AND n.fingerprint = $6 AND n.version > $3 AND n.version <= $4
        )
        SELECT {row.RepeatColumns} FROM {Schema.Name}.events c WHERE c.command = $5 AND c.stream = (SELECT stream FROM s)
        UNION ALL
        SELECT {row.SnapshotColumns} FROM n
        UNION ALL
        (SELECT {row.EventColumns} FROM {Schema.Name}.events e
        WHERE e.stream = (SELECT stream FROM s) AND e.sequence > coalesce((SELECT version FROM n), $3) AND e.sequence <= $4 ORDER BY e.sequence)
        """;
}
