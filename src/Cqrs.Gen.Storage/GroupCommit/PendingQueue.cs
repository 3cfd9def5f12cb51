namespace Cqrs.Gen.Storage;

/// <summary>The appends that wait, in order of arrival: a linked list through the appends themselves, so that one can leave without a search.</summary>
internal sealed class PendingQueue
{
    private PendingAppend? _first;
    private PendingAppend? _last;

    public bool IsEmpty => _first is null;

    public void Add(PendingAppend pending)
    {
        pending.Previous = _last;
        pending.IsWaiting = true;
        if (_last is null)
        {
            _first = pending;
        }
        else
        {
            _last.Next = pending;
        }

        _last = pending;
    }

    public bool TryRemove(PendingAppend pending)
    {
        if (!pending.IsWaiting)
        {
            return false;
        }

        pending.IsWaiting = false;
        if (pending.Previous is null)
        {
            _first = pending.Next;
        }
        else
        {
            pending.Previous.Next = pending.Next;
        }

        if (pending.Next is null)
        {
            _last = pending.Previous;
        }
        else
        {
            pending.Next.Previous = pending.Previous;
        }

        pending.Next = pending.Previous = null;
        return true;
    }

    /// <summary>Moves as many as fit into the batch.</summary>
    /// <returns>The first of them, linked to the others; null if nobody waits.</returns>
    public PendingAppend? TakeInto(Batch batch)
    {
        PendingAppend? first = _first;
        PendingAppend? last = null;
        while (_first is { } pending && batch.TryAdd(pending.Request, pending.Size))
        {
            pending.IsWaiting = false;
            pending.Previous = null;
            last = pending;
            _first = pending.Next;
        }

        if (last is null)
        {
            return null;
        }

        last.Next = null;
        if (_first is null)
        {
            _last = null;
        }
        else
        {
            _first.Previous = null;
        }

        return first;
    }
}
