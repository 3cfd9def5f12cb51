using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite;

/// <summary>A name that events have in the log, in UTF-8, and its part of a checksum.</summary>
internal readonly record struct EventName(byte[] Aggregate, byte[] Name, uint Sum);

/// <summary>The names behind the numbers that the log keeps. They never change, so they are read once and shared by all readers.</summary>
internal sealed class EventNames
{
    private static readonly EventName Unknown;
    private volatile EventName[] _names = [];

    /// <summary>Finds a name; one that has no bytes stands for a number that is not in use.</summary>
    public ref readonly EventName Get(long number, Database database)
    {
        EventName[] names = _names;
        if (number >= names.Length)
        {
            _names = names = Load(database); // another transaction added some
        }

        if (number < 0 || number >= names.Length)
        {
            return ref Unknown;
        }

        return ref names[number];
    }

    private static EventName[] Load(Database database)
    {
        EventName[] names = new EventName[database.Number("SELECT max(type) FROM event_types") + 1];
        using Statement all = database.Prepare("SELECT type, aggregate, name FROM event_types");
        while (all.Step())
        {
            (byte[] aggregate, byte[] name) = (all.Bytes(1).ToArray(), all.Bytes(2).ToArray());
            names[all.Long(0)] = new(aggregate, name, EventChecksum.OfType(aggregate, name));
        }

        return names;
    }
}
