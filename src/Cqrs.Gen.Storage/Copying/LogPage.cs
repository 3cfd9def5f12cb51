namespace Cqrs.Gen.Storage;

/// <summary>Some consecutive events of a log.</summary>
internal sealed class LogPage : IEventSink
{
    private readonly List<LogEntry> _events = [];

    public int Count => _events.Count;

    public LogEntry this[int index] => _events[index];

    public static async ValueTask<LogPage> ReadAsync(IEventStorage storage, long after, int count, CancellationToken cancellationToken)
    {
        LogPage page = new();
        await storage.ReadLogAsync(new(after, count), page, cancellationToken).ConfigureAwait(false);
        return page;
    }

    /// <summary>The last position of a log.</summary>
    public static ValueTask<long> FindEndAsync(IEventStorage storage, CancellationToken cancellationToken)
    {
        // No event has an empty name: nothing is found, so the log counts as examined up to its end.
        EventSource[] none = [new("", "")];
        return storage.ReadLogAsync(new(0, 1, none), new LogPage(), cancellationToken);
    }

    /// <summary>Drops the last events if the others of their command are still to come.</summary>
    public void EndWithCommand()
    {
        int count = _events.FindLastIndex(static e => e.CommandId.Length > 0) + 1;
        _events.RemoveRange(count, _events.Count - count);
    }

    void IEventSink.OnEvent(in RecordedEvent e) => _events.Add(new(e));
}
