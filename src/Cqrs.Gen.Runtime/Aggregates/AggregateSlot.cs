namespace Cqrs.Gen;

/// <summary>The place of one aggregate in this process: whose turn it is, and what was last known of it.</summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
internal sealed class AggregateSlot<TAggregate>(LoadedAggregate<TAggregate> aggregate)
    where TAggregate : class, IAggregate<TAggregate>
{
    private Queue<TaskCompletionSource<AggregateSlot<TAggregate>>>? _waiting;

    public LoadedAggregate<TAggregate> Aggregate => aggregate;

    public string Id => aggregate.Stream.Id;

    public bool IsBusy { get; set; } = true;

    // Among the idle ones, from the most recently used to the least.
    public AggregateSlot<TAggregate>? Newer { get; set; }

    public AggregateSlot<TAggregate>? Older { get; set; }

    public TaskCompletionSource<AggregateSlot<TAggregate>> Queue()
    {
        // Asynchronously: whoever ends a command must not find itself executing the next one's.
        TaskCompletionSource<AggregateSlot<TAggregate>> turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        (_waiting ??= new()).Enqueue(turn);
        return turn;
    }

    /// <summary>Hands the slot to the first who still waits for it; false if nobody does.</summary>
    public bool TryPassOn()
    {
        while (_waiting is not null && _waiting.TryDequeue(out TaskCompletionSource<AggregateSlot<TAggregate>>? next))
        {
            if (next.TrySetResult(this))
            {
                return true;
            }
        }

        _waiting = null;
        return false;
    }
}
