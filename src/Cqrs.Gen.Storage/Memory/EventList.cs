namespace Cqrs.Gen.Storage;

/// <summary>A list that only grows: what was read of it as of one moment stays as it was while others append.</summary>
internal sealed class EventList
{
    private StoredEvent[] _events = [];

    public int Count { get; private set; }

    public ReadOnlyMemory<StoredEvent> After(long count) => _events.AsMemory(0, Count)[(int)Math.Min(count, Count)..];

    public void Add(StoredEvent e)
    {
        if (Count == _events.Length)
        {
            Array.Resize(ref _events, Math.Max(4, 2 * Count)); // earlier readers keep the earlier array
        }

        _events[Count++] = e;
    }
}
