using System.Runtime.CompilerServices;

namespace Cqrs.Gen.Storage;

/// <summary>
/// Lets one append commit at a time, and all that wait for it commit together next. There is no timer and no thread of its own: a caller that is alone does the work
/// itself, and a successor is called only when somebody waits.
/// </summary>
internal sealed class GroupCommit(IEventStorage storage) : IThreadPoolWorkItem
{
    // Guards the fields below. The batch needs no guard: it belongs to whoever set _committing.
    private readonly Lock _gate = new();
    private readonly Batch _batch = new(storage);
    private readonly PendingQueue _waiting = new();
    private PendingAppend? _spare;
    private bool _committing;
    private int _lastCount; // how many appends the last commit had
    private volatile bool _closed;
    private TaskCompletionSource? _idle;

    public bool IsClosed => _closed;

    /// <summary>
    /// Gives an append its place: at the head, if nobody is committing, or behind all that wait. After a commit of several, their callers are likely to come again at
    /// once: the first of them does not go alone, and costs the others a commit, but waits for its turn in the thread pool, behind those who are about to come.
    /// </summary>
    public PlacedAppend Place(AppendRequest request, long size, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_closed)
            {
                request.Link.Break();
                return new(ValueTask.FromException<AppendOutcome>(EventStore.Closed()));
            }

            if (_committing || _lastCount > 1)
            {
                PlacedAppend placed = new(WaitForTurn(request, size, cancellationToken));
                BeginCommit();
                return placed;
            }

            _committing = true;
        }

        _ = _batch.TryAdd(request, size);
        return new(this);
    }

    /// <summary>Commits the one append that was placed at the head.</summary>
    public ValueTask<AppendOutcome> CommitAlone()
    {
        ValueTask commit = _batch.CommitAsync();
        if (!commit.IsCompleted)
        {
            return CommitAloneAsync(commit);
        }

        commit.GetAwaiter().GetResult();
        (AppendOutcome outcome, Exception? failure) = EndAlone();
        return failure is null ? new(outcome) : ValueTask.FromException<AppendOutcome>(failure);
    }

    /// <summary>Refuses what comes from now on, and waits for what was accepted.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _closed = true;
            if (!_committing)
            {
                return Task.CompletedTask;
            }

            _idle ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
            return _idle.Task;
        }
    }

    /// <summary>Commits the appends that wait, as one of them would; no caller may be held up for the others' sake.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        if (TakeBatch() is { } first)
        {
            ValueTask commit = _batch.CommitAsync();
            if (commit.IsCompleted)
            {
                commit.GetAwaiter().GetResult();
                Complete(first);
            }
            else
            {
                _ = CompleteAsync(commit, first);
            }
        }
        else
        {
            PassOn();
        }
    }

    /// <summary>Takes an append that waits out of the line, unless it was taken into a batch.</summary>
    internal bool TryWithdraw(PendingAppend pending)
    {
        lock (_gate)
        {
            if (!_waiting.TryRemove(pending))
            {
                return false;
            }

            pending.Request.Link.Break();
            return true;
        }
    }

    internal void Recycle(PendingAppend pending)
    {
        lock (_gate)
        {
            pending.Next = _spare;
            _spare = pending;
        }
    }

    private ValueTask<AppendOutcome> WaitForTurn(AppendRequest request, long size, CancellationToken cancellationToken)
    {
        PendingAppend pending = _spare ?? new(this);
        _spare = pending.Next;
        pending.Next = null;
        ValueTask<AppendOutcome> outcome = pending.Begin(request, size);
        _waiting.Add(pending);
        pending.WithdrawOn(cancellationToken);
        return outcome;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AppendOutcome> CommitAloneAsync(ValueTask commit)
    {
        await commit.ConfigureAwait(false);
        (AppendOutcome outcome, Exception? failure) = EndAlone();
        return failure is null ? outcome : throw failure;
    }

    private (AppendOutcome Outcome, Exception? Failure) EndAlone()
    {
        (AppendOutcome, Exception?) result = _batch[0];
        _lastCount = 1;
        _batch.End();
        PassOn();
        return result;
    }

    private PendingAppend? TakeBatch()
    {
        lock (_gate)
        {
            return _waiting.TakeInto(_batch);
        }
    }

    private async Task CompleteAsync(ValueTask commit, PendingAppend first)
    {
        await commit.ConfigureAwait(false);
        Complete(first);
    }

    private void Complete(PendingAppend first)
    {
        int i = 0;
        for (PendingAppend? pending = first; pending is not null; pending = pending.Next)
        {
            pending.Result = _batch[i++];
        }

        _lastCount = i;
        _batch.End();
        PassOn();

        PendingAppend? next;
        for (PendingAppend? pending = first; pending is not null; pending = next)
        {
            next = pending.Next; // completed, it may be recycled at once
            pending.Complete();
        }
    }

    private void BeginCommit()
    {
        if (!_committing)
        {
            _committing = true;
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }
    }

    private void PassOn()
    {
        TaskCompletionSource? idle = null;
        bool someoneWaits;
        lock (_gate)
        {
            someoneWaits = !_waiting.IsEmpty;
            if (!someoneWaits)
            {
                _committing = false;
                idle = _idle;
            }
        }

        if (someoneWaits)
        {
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }

        idle?.TrySetResult();
    }
}
