using System.Globalization;
using Cqrs.Gen.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Cqrs.Gen.PostgreSql;

/// <summary>The statement that reads the log: all of it, or certain types of events.</summary>
internal sealed class LogQuery
{
    /// <summary>In place of a number of types: reads every type.</summary>
    public const int All = -1;

    /// <summary>In place of a number of types: walks the whole log to find them.</summary>
    public const int Scanned = -2;

    /// <summary>In place of a type: the row tells the log's end.</summary>
    public const int NoEvent = -1;

    private const int FirstType = 4;
    private readonly NpgsqlParameter<long> _after;
    private readonly NpgsqlParameter<long> _upTo;
    private readonly NpgsqlParameter<long> _count;
    private readonly List<NpgsqlParameter<int>> _types = [];
    private readonly NpgsqlParameter<int[]>? _scanned;

    public LogQuery(ReaderConnection connection, int types)
    {
        Query = new(connection, Sql(types));
        _after = Query.Add<long>(NpgsqlDbType.Bigint);
        _upTo = Query.Add<long>(NpgsqlDbType.Bigint);
        _count = Query.Add<long>(NpgsqlDbType.Bigint);
        _scanned = types == Scanned ? Query.Add<int[]>(NpgsqlDbType.Array | NpgsqlDbType.Integer) : null;
        for (int i = 0; i < types; i++)
        {
            _types.Add(Query.Add<int>(NpgsqlDbType.Integer));
        }
    }

    public Query Query { get; }

    public void Bind(in LogReadRequest request, long upTo)
    {
        _after.TypedValue = request.AfterPosition;
        _upTo.TypedValue = upTo;
        _count.TypedValue = request.MaxCount;
    }

    public void BindTypes(int[] types)
    {
        if (_scanned is not null)
        {
            _scanned.TypedValue = types;
            return;
        }

        for (int i = 0; i < types.Length; i++)
        {
            _types[i].TypedValue = types[i];
        }
    }

    internal static string Sql(int types)
    {
        const string Rest = "position > $1 AND position <= $2";
        string positions = types switch
        {
            All => $"SELECT position FROM {Schema.Name}.events WHERE {Rest}",
            Scanned => $"SELECT position FROM {Schema.Name}.events WHERE {Rest} AND (type + 0) = ANY ($4)", // the sum keeps the index of types out of it
            0 => "SELECT 0::int8 AS position WHERE $1 > $2 AND false",

            // One ordered walk through the index for each type, merged by position; the events themselves are touched only when they match.
            _ => string.Join(" UNION ALL ", Enumerable.Range(FirstType, types).Select(static i =>
                string.Create(CultureInfo.InvariantCulture, $"(SELECT position FROM {Schema.Name}.events WHERE type = ${i} AND {Rest} ORDER BY position)"))),
        };
        return $"""
            SELECT least((SELECT coalesce(max(position), 0) FROM {Schema.Name}.events), $2), 0::int8, {NoEvent}, 0, NULL::bytea, NULL::int8, NULL::int8, NULL::uuid, NULL::bytea, NULL::int4, NULL::text, NULL::text
            UNION ALL
            (SELECT {EventRow.Columns}, s.id
            FROM (SELECT position FROM ({positions}) found ORDER BY position LIMIT $3) p
            JOIN {Schema.Name}.events e ON e.position = p.position
            JOIN {Schema.Name}.streams s ON s.stream = e.stream
            ORDER BY p.position)
            """;
    }
}
