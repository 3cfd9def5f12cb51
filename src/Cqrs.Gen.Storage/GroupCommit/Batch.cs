using System.Runtime.CompilerServices;

namespace Cqrs.Gen.Storage;

/// <summary>The appends of one transaction and what became of each. Used again and again by one commit after the other.</summary>
internal sealed class Batch(IEventStorage storage)
{
    /// <summary>How many appends go out together at the most.</summary>
    public const int MaxCount = 256;

    /// <summary>How many bytes go out together at the most; a larger append goes alone.</summary>
    public const long MaxSize = 4 * 1024 * 1024;

    private readonly AppendRequest[] _requests = new AppendRequest[MaxCount];
    private readonly AppendOutcome[] _outcomes = new AppendOutcome[MaxCount];
    private readonly Exception?[] _failures = new Exception?[MaxCount];
    private int _count;
    private long _size;

    public (AppendOutcome Outcome, Exception? Failure) this[int index] => (_outcomes[index], _failures[index]);

    public bool TryAdd(AppendRequest request, long size)
    {
        if (_count == MaxCount || (_count > 0 && _size + size > MaxSize))
        {
            return false;
        }

        _requests[_count++] = request;
        _size += size;
        return true;
    }

    /// <summary>Ends the use: the next batch begins, and what follows an append that was not recorded is cut off from here on.</summary>
    public void End()
    {
        for (int i = 0; i < _count; i++)
        {
            CutOff(i);
        }

        Array.Clear(_requests, 0, _count);
        Array.Clear(_failures, 0, _count);
        _count = 0;
        _size = 0;
    }

    /// <summary>Commits the batch. It never throws: each append has its outcome or its failure afterwards.</summary>
    public ValueTask CommitAsync()
    {
        ValueTask append;
        try
        {
            append = storage.AppendAsync(_requests.AsMemory(0, _count), _outcomes.AsMemory(0, _count), CancellationToken.None);
        }
        catch (Exception e)
        {
            append = ValueTask.FromException(e);
        }

        return append.IsCompletedSuccessfully ? append : CompleteAsync(append);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask CompleteAsync(ValueTask append)
    {
        Exception? broken = null;
        try
        {
            await append.ConfigureAwait(false);
        }
        catch (Exception e)
        {
            broken = e;
        }

        switch (broken)
        {
            case null:
                break;
            case StoreException { Fault: StoreFault.Refused } when _count > 1:
            case not StoreException and not OperationCanceledException:
                await SettleAsync(broken).ConfigureAwait(false);
                break;
            default:
                Fail(broken);
                break;
        }
    }

    // One after the other, in order: the culprit must not take the innocent down, and each deserves its own answer.
    // Once the store does not answer any more, nobody waits for it again.
    private async ValueTask SettleAsync(Exception cause)
    {
        OutcomeUnknownException? unanswered = null;
        for (int i = 0; i < _count; i++)
        {
            if (unanswered is null)
            {
                (_outcomes[i], _failures[i]) = await Settlement.SettleAsync(storage, _requests.AsMemory(i, 1), _outcomes.AsMemory(i, 1), cause).ConfigureAwait(false);
                unanswered = _failures[i] as OutcomeUnknownException;
            }
            else
            {
                _failures[i] = Settlement.Unasked(_requests[i], cause, unanswered);
            }

            CutOff(i);
        }
    }

    private void CutOff(int i)
    {
        if (_failures[i] is not null || _outcomes[i].Result != AppendResult.Appended)
        {
            _requests[i].Link.Break();
        }
    }

    private void Fail(Exception cause)
    {
        for (int i = 0; i < _count; i++)
        {
            // An exception gathers the stacks of all who rethrow it: each caller gets one of its own.
            _failures[i] = _count > 1 && cause is StoreException store ? new StoreException(store.Fault, store.Message, store) : cause;
        }
    }
}
