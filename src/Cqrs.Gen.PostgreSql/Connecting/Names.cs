using System.Collections.Frozen;
using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql;

/// <summary>An event's name in the log, in UTF-8, with its aggregate's, and their part of a checksum.</summary>
internal sealed record EventName(byte[] Aggregate, byte[] Name, uint Sum);

/// <summary>The names that were known at one moment, and the log's end then. A number never changes its meaning.</summary>
internal sealed class Names
{
    private const int NoOwner = 0;
    private readonly FrozenDictionary<(int Owner, string Name), int> _numbers;
    private readonly EventName?[] _events;

    public Names(IReadOnlyCollection<(int Number, int Owner, string Name)> rows, long lastPosition)
    {
        LastPosition = lastPosition;
        _numbers = rows.ToFrozenDictionary(static row => (row.Owner, row.Name), static row => row.Number);
        Dictionary<int, byte[]> owners = rows.Where(static row => row.Owner == NoOwner).ToDictionary(static row => row.Number, static row => Encoding.UTF8.GetBytes(row.Name));
        _events = new EventName?[rows.Count == 0 ? 0 : rows.Max(static row => row.Number) + 1];
        foreach ((int number, int owner, string name) in rows)
        {
            if (owners.TryGetValue(owner, out byte[]? aggregate))
            {
                byte[] bytes = Encoding.UTF8.GetBytes(name);
                _events[number] = new(aggregate, bytes, EventChecksum.OfType(aggregate, bytes));
            }
        }
    }

    /// <summary>The log's last position when these were all the names there were.</summary>
    public long LastPosition { get; }

    /// <summary>The number of an aggregate or a query, or 0.</summary>
    public int Number(string name) => _numbers.GetValueOrDefault((NoOwner, name));

    /// <summary>The number of an event of the aggregate that has a number, or 0.</summary>
    public int Number(int aggregate, string name) => _numbers.GetValueOrDefault((aggregate, name));

    /// <summary>Whether all of these have numbers.</summary>
    public bool HaveAll(ReadOnlySpan<EventSource> sources)
    {
        foreach (ref readonly EventSource source in sources)
        {
            if (Number(source) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The numbers of those that have one, each once.</summary>
    public int[] Numbers(ReadOnlySpan<EventSource> sources)
    {
        HashSet<int> numbers = new(sources.Length);
        foreach (ref readonly EventSource source in sources)
        {
            if (Number(source) is > 0 and int number)
            {
                numbers.Add(number);
            }
        }

        return [.. numbers];
    }

    public EventName? Event(int number) => (uint)number < (uint)_events.Length ? _events[number] : null;

    private int Number(in EventSource source) => Number(source.AggregateName) is > 0 and int aggregate ? Number(aggregate, source.EventName) : 0;
}
