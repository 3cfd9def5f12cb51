using System.Runtime.CompilerServices;

namespace Cqrs.Gen;

/// <summary>
/// A command that waits at an aggregate. It is woken with true when it is its turn to decide, or with false when what it decided upon was recorded.
/// </summary>
/// <param name="ticket">The command's place in the order of arrival.</param>
/// <param name="basis">The number of the append that it decided upon, if that is what it waits for.</param>
internal sealed class Turn(long ticket, long basis = 0)
    : TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously) // whoever ends a command must not find itself executing the next one's
{
    public long Ticket => ticket;

    public long Basis => basis;

    public Turn? Next { get; set; }

    /// <summary>A turn that one has already.</summary>
    public static Turn Now(long ticket)
    {
        Turn turn = new(ticket);
        turn.SetResult(true);
        return turn;
    }

    /// <summary>Waits; whoever is cancelled in the moment of being woken is either the one or the other.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => cancellationToken.CanBeCanceled ? WaitUnlessAsync(cancellationToken) : new(Task);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitUnlessAsync(CancellationToken cancellationToken)
    {
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            static (turn, token) => ((Turn)turn!).TrySetCanceled(token),
            this);
        return await Task.ConfigureAwait(false);
    }
}
