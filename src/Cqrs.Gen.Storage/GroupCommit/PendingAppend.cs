using System.Threading.Tasks.Sources;

namespace Cqrs.Gen.Storage;

/// <summary>An append that waits for its turn; used again and again.</summary>
internal sealed class PendingAppend(GroupCommit owner) : IValueTaskSource<AppendOutcome>
{
    // Asynchronous continuations: whoever completes a batch has the next one to care for.
    private ManualResetValueTaskSourceCore<AppendOutcome> _source = new() { RunContinuationsAsynchronously = true };
    private CancellationTokenRegistration _cancellation;

    public AppendRequest Request { get; private set; } = null!;

    public long Size { get; private set; }

    public (AppendOutcome Outcome, Exception? Failure) Result { get; set; }

    /// <summary>Whether it stands in the queue; guarded by the owner.</summary>
    public bool IsWaiting { get; set; }

    public PendingAppend? Next { get; set; }

    public PendingAppend? Previous { get; set; }

    public ValueTask<AppendOutcome> Begin(AppendRequest request, long size)
    {
        Request = request;
        Size = size;
        return new(this, _source.Version);
    }

    public void WithdrawOn(CancellationToken cancellationToken) =>
        _cancellation = cancellationToken.UnsafeRegister(static (pending, token) => ((PendingAppend)pending!).Withdraw(token), this);

    public void Complete()
    {
        (AppendOutcome outcome, Exception? failure) = Result;
        if (failure is null)
        {
            _source.SetResult(outcome);
        }
        else
        {
            _source.SetException(failure);
        }
    }

    public AppendOutcome GetResult(short token)
    {
        try
        {
            return _source.GetResult(token);
        }
        finally
        {
            // Waits for a withdrawal that is just running, so that it cannot hit the next user of this object.
            _cancellation.Dispose();
            _cancellation = default;
            Request = null!;
            Result = default;
            _source.Reset();
            owner.Recycle(this);
        }
    }

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);

    private void Withdraw(CancellationToken cancellationToken)
    {
        if (owner.TryWithdraw(this))
        {
            _source.SetException(new OperationCanceledException(cancellationToken));
        }
    }
}
