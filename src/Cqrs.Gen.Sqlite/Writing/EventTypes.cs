namespace Cqrs.Gen.Sqlite;

/// <summary>The numbers that stand for event names in the log; an unknown name gets one.</summary>
internal sealed class EventTypes(Database database) : IDisposable
{
    private readonly Statement _find = database.Prepare("SELECT type FROM event_types WHERE aggregate = ?1 AND name = ?2");
    private readonly Statement _add = database.Prepare("INSERT INTO event_types (aggregate, name) VALUES (?1, ?2)");
    private readonly Dictionary<EventSource, long> _numbers = [];

    public long Number(EventSource source)
    {
        if (!_numbers.TryGetValue(source, out long number))
        {
            number = Find(source) ?? Add(source);
            _numbers.Add(source, number);
        }

        return number;
    }

    /// <summary>Forgets all numbers: some may be of a transaction that was rolled back.</summary>
    public void Forget() => _numbers.Clear();

    public void Dispose()
    {
        _find.Dispose();
        _add.Dispose();
    }

    private long? Find(EventSource source)
    {
        try
        {
            return _find.Bind(1, source.AggregateName).Bind(2, source.EventName).Step() ? _find.Long(0) : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    private long Add(EventSource source)
    {
        _add.Bind(1, source.AggregateName).Bind(2, source.EventName).Run();
        return database.LastInsertedRow;
    }
}
