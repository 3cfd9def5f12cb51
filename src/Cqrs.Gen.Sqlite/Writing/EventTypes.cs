using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite;

/// <summary>A type of events: the number that stands for its names in the log, and its part of a checksum.</summary>
internal readonly record struct EventType(long Number, uint Sum);

/// <summary>The types of events in the log; an unknown one is added.</summary>
internal sealed class EventTypes(Database database) : IDisposable
{
    private readonly Statement _find = database.Prepare("SELECT type FROM event_types WHERE aggregate = ?1 AND name = ?2");
    private readonly Statement _add = database.Prepare("INSERT INTO event_types (aggregate, name) VALUES (?1, ?2)");
    private readonly Dictionary<EventSource, EventType> _types = [];

    public EventType Get(EventSource source)
    {
        if (!_types.TryGetValue(source, out EventType type))
        {
            type = new(Find(source) ?? Add(source), EventChecksum.OfType(source.AggregateName, source.EventName));
            _types.Add(source, type);
        }

        return type;
    }

    /// <summary>Forgets all types: some may be of a transaction that was rolled back.</summary>
    public void Forget() => _types.Clear();

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
