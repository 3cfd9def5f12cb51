namespace Cqrs.Gen.Sqlite;

/// <summary>A name that events have in the log, in UTF-8.</summary>
internal readonly record struct EventName(byte[] Aggregate, byte[] Name);

/// <summary>The names behind the numbers that the log keeps. They never change, so they are read once and shared by all readers.</summary>
internal sealed class EventNames
{
    private volatile EventName[] _names = [];

    public ref readonly EventName Get(int number, Database database)
    {
        EventName[] names = _names;
        if (number >= names.Length)
        {
            _names = names = Load(database); // another transaction added some
        }

        if (number < 0 || number >= names.Length || names[number].Name is null)
        {
            throw new StoreException(StoreFault.Corrupt, $"The log has an event of the type {number}, which its table of event types does not have. Restore a backup.");
        }

        return ref names[number];
    }

    private static EventName[] Load(Database database)
    {
        EventName[] names = new EventName[database.Number("SELECT max(type) FROM event_types") + 1];
        using Statement all = database.Prepare("SELECT type, aggregate, name FROM event_types");
        while (all.Step())
        {
            names[all.Long(0)] = new(all.Bytes(1).ToArray(), all.Bytes(2).ToArray());
        }

        return names;
    }
}
