using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite;

/// <summary>Reads the log.</summary>
internal sealed class LogRead(Database database, EventNames names) : IDisposable
{
    private const string WithStream = $"SELECT {EventRows.Columns}, s.id FROM";

    // The most names that are looked up in the index; a filter with more lets so much through that walking the whole log is cheaper.
    private const int MaxNames = 32;
    private const int FirstName = 3;

    private readonly Statement _last = database.Prepare("SELECT max(position) FROM events");
    private readonly Statement _number = database.Prepare("SELECT type FROM event_types WHERE aggregate = ?1 AND name = ?2");
    private readonly EventRows _all = new(database, $"{WithStream} events e CROSS JOIN streams s ON s.stream = e.stream WHERE e.position > ?1 ORDER BY e.position LIMIT ?2", names);
    private readonly Dictionary<int, EventRows> _filtered = [];

    public long Read(in LogReadRequest request, IEventSink sink, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // This row stays open while events are read: so both are read as of one moment.
            long last = _last.Step() ? _last.Long(0) : 0;
            (long count, long position) = request.Events.IsEmpty ? ReadAll(request, sink, cancellationToken) : ReadFiltered(request, sink, cancellationToken);
            return count == request.MaxCount ? position : Math.Max(last, request.AfterPosition);
        }
        finally
        {
            _last.Reset();
        }
    }

    public void Dispose()
    {
        _last.Dispose();
        _number.Dispose();
        _all.Dispose();
        foreach (EventRows filtered in _filtered.Values)
        {
            filtered.Dispose();
        }
    }

    private (long Count, long Last) ReadAll(in LogReadRequest request, IEventSink sink, CancellationToken cancellationToken)
    {
        _all.Statement.Bind(1, request.AfterPosition).Bind(2, request.MaxCount);
        return _all.ReadLog(sink, cancellationToken);
    }

    private (long Count, long Last) ReadFiltered(in LogReadRequest request, IEventSink sink, CancellationToken cancellationToken)
    {
        HashSet<long> numbers = Numbers(request.Events.Span);
        if (numbers.Count == 0)
        {
            return (0, 0);
        }

        if (!_filtered.TryGetValue(numbers.Count, out EventRows? rows))
        {
            string positions = numbers.Count <= MaxNames ? Indexed(numbers.Count) : Scanned(numbers.Count);
            rows = new(database, $"{WithStream} ({positions}) p CROSS JOIN events e ON e.position = p.position CROSS JOIN streams s ON s.stream = e.stream", names);
            _filtered.Add(numbers.Count, rows);
        }

        rows.Statement.Bind(1, request.AfterPosition).Bind(2, request.MaxCount);
        int index = FirstName;
        foreach (long number in numbers)
        {
            rows.Statement.Bind(index++, number);
        }

        return rows.ReadLog(sink, cancellationToken);
    }

    private HashSet<long> Numbers(ReadOnlySpan<EventSource> sources)
    {
        HashSet<long> numbers = new(sources.Length);
        foreach (ref readonly EventSource source in sources)
        {
            if (_number.Bind(1, source.AggregateName).Bind(2, source.EventName).Step())
            {
                numbers.Add(_number.Long(0));
            }

            _number.Reset();
        }

        return numbers;
    }

    // One ordered walk through the index for each name, merged by position; the events themselves are touched only when they match.
    private static string Indexed(int count)
    {
        StringBuilder sql = new();
        for (int i = 0; i < count; i++)
        {
            sql.Append(i == 0 ? "" : " UNION ALL ").Append("SELECT position FROM events WHERE type = ?").Append(FirstName + i).Append(" AND position > ?1");
        }

        return sql.Append(" ORDER BY position LIMIT ?2").ToString();
    }

    // The plus keeps SQLite from the index.
    private static string Scanned(int count) =>
        $"SELECT position FROM events WHERE position > ?1 AND +type IN ({string.Join(", ", Enumerable.Range(FirstName, count).Select(i => $"?{i}"))}) ORDER BY position LIMIT ?2";
}
