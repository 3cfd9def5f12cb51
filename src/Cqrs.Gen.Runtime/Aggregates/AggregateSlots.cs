using System.Runtime.InteropServices;

namespace Cqrs.Gen;

/// <summary>
/// The aggregates of one kind that this process is working on, and those it worked on last. A slot that is idle and not worth keeping, or the least recently used beyond
/// the capacity, is forgotten.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
/// <param name="loader">Makes the aggregates.</param>
/// <param name="capacity">How many idle aggregates are kept; 0 for none.</param>
/// <param name="maxPending">How many commands may be here at once.</param>
internal sealed class AggregateSlots<TAggregate>(AggregateLoader<TAggregate> loader, int capacity, int maxPending)
    where TAggregate : class, IAggregate<TAggregate>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AggregateSlot<TAggregate>> _slots = new(StringComparer.Ordinal);
    private AggregateSlot<TAggregate>? _newest;
    private AggregateSlot<TAggregate>? _oldest;
    private int _idleCount;
    private int _pending;

    /// <summary>How many aggregates are held, busy or idle.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _slots.Count;
            }
        }
    }

    /// <summary>Joins the commands at an aggregate. Whoever arrives leaves in the end.</summary>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <exception cref="OverloadedException">There are too many commands.</exception>
    /// <exception cref="InvalidOperationException">The caller is a handler of the same aggregate.</exception>
    public Visit<TAggregate> Arrive(string aggregateId)
    {
        lock (_lock)
        {
            if (_pending >= maxPending)
            {
                throw new OverloadedException(TAggregate.AggregateName, maxPending);
            }

            ref AggregateSlot<TAggregate>? slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, aggregateId, out _);
            if (slot is null)
            {
                slot = new(loader.Create(aggregateId), _lock);
            }
            else if (slot.Present == 0)
            {
                Unlink(slot);
            }
            else if (slot.IsTaken && DecisionFrame.IsDeciding(slot.Aggregate))
            {
                throw new InvalidOperationException(
                    $"A handler of the {slot.Aggregate.Stream.Aggregate} \"{aggregateId}\" executes a command on the same aggregate, and would wait for itself for ever. " +
                    "Return the events of both from the one handler, or execute the second command when the first has ended.");
            }

            _pending++;
            slot.Present++;
            Turn? turn = slot.Enter(out long ticket);
            return new(slot, ticket, turn);
        }
    }

    /// <summary>Leaves with a recorded append.</summary>
    public void LeaveRecorded(AggregateSlot<TAggregate> slot, long number, string? commandId)
    {
        lock (_lock)
        {
            slot.Succeed(number, commandId);
            Leave(slot);
        }
    }

    /// <summary>Leaves, with neither the turn nor an append in flight. With the last command an aggregate becomes idle.</summary>
    public void Leave(AggregateSlot<TAggregate> slot)
    {
        lock (_lock)
        {
            _pending--;
            if (--slot.Present > 0)
            {
                return;
            }

            if (capacity == 0 || !slot.Aggregate.IsLoaded || slot.Aggregate.Version == 0)
            {
                _slots.Remove(slot.Id);
                return;
            }

            Link(slot);
            if (_idleCount > capacity)
            {
                AggregateSlot<TAggregate> oldest = _oldest!;
                Unlink(oldest);
                _slots.Remove(oldest.Id);
            }
        }
    }

    private void Link(AggregateSlot<TAggregate> slot)
    {
        slot.Older = _newest;
        if (_newest is not null)
        {
            _newest.Newer = slot;
        }

        _newest = slot;
        _oldest ??= slot;
        _idleCount++;
    }

    private void Unlink(AggregateSlot<TAggregate> slot)
    {
        if (slot.Newer is null)
        {
            _newest = slot.Older;
        }
        else
        {
            slot.Newer.Older = slot.Older;
        }

        if (slot.Older is null)
        {
            _oldest = slot.Newer;
        }
        else
        {
            slot.Older.Newer = slot.Newer;
        }

        slot.Newer = null;
        slot.Older = null;
        _idleCount--;
    }
}
