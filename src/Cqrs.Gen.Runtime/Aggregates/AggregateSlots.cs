using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cqrs.Gen;

/// <summary>
/// The aggregates of one kind that this process is working on, each by one command at a time in the order of arrival, and those it worked on
/// last. A slot that is idle and not worth keeping, or the least recently used beyond the capacity, is forgotten.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
/// <param name="loader">Makes the aggregates.</param>
/// <param name="capacity">How many idle aggregates are kept; 0 for none.</param>
internal sealed class AggregateSlots<TAggregate>(AggregateLoader<TAggregate> loader, int capacity)
    where TAggregate : class, IAggregate<TAggregate>
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, AggregateSlot<TAggregate>> _slots = new(StringComparer.Ordinal);
    private AggregateSlot<TAggregate>? _newest;
    private AggregateSlot<TAggregate>? _oldest;
    private int _idleCount;

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

    /// <summary>Takes the aggregate's slot when it is one's turn. Whoever takes it gives it back with <see cref="Exit"/>.</summary>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="cancellationToken">Leaves the queue.</param>
    /// <exception cref="InvalidOperationException">The caller is a handler of the same aggregate.</exception>
    public ValueTask<AggregateSlot<TAggregate>> EnterAsync(string aggregateId, CancellationToken cancellationToken)
    {
        TaskCompletionSource<AggregateSlot<TAggregate>> turn;
        lock (_lock)
        {
            ref AggregateSlot<TAggregate>? slot = ref CollectionsMarshal.GetValueRefOrAddDefault(_slots, aggregateId, out _);
            if (slot is null)
            {
                slot = new(loader.Create(aggregateId));
                return new(slot);
            }

            if (!slot.IsBusy)
            {
                Unlink(slot);
                slot.IsBusy = true;
                return new(slot);
            }

            if (DecisionFrame.IsDeciding(slot.Aggregate))
            {
                throw new InvalidOperationException(
                    $"A handler of the {slot.Aggregate.Stream.Aggregate} \"{aggregateId}\" executes a command on the same aggregate, and would wait for itself for ever. " +
                    "Return the events of both from the one handler, or execute the second command when the first has ended.");
            }

            turn = slot.Queue();
        }

        return cancellationToken.CanBeCanceled ? WaitAsync(turn, cancellationToken) : new(turn.Task);
    }

    public void Exit(AggregateSlot<TAggregate> slot)
    {
        lock (_lock)
        {
            if (slot.TryPassOn())
            {
                return;
            }

            slot.IsBusy = false;
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

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<AggregateSlot<TAggregate>> WaitAsync(
        TaskCompletionSource<AggregateSlot<TAggregate>> turn,
        CancellationToken cancellationToken)
    {
        // Whoever is cancelled in the moment of its turn has it: either this or TryPassOn wins, never both.
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((TaskCompletionSource<AggregateSlot<TAggregate>>)state!).TrySetCanceled(token),
            turn);
        return await turn.Task.ConfigureAwait(false);
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
