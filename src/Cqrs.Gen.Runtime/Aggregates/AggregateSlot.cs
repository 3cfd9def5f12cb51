using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>
/// One aggregate in memory, and the commands at it. They have their turns in the order of arrival; only who has the turn touches the aggregate, decides, and gives its
/// append a place. The turn ends there, not when the append is recorded: the next command decides on the state as it will be.
/// </summary>
/// <remarks>
/// So several appends may be in flight, each decided upon the one before it. What keeps that correct:
/// <list type="number">
/// <item>They are placed in the order of the decisions and form a chain: none is recorded after one that is not, so nothing is recorded upon what never happened.</item>
/// <item>A decision that records nothing is answered when what it stands on is recorded (<see cref="Confirm"/>), so nothing is told of what never happened.</item>
/// <item>When an append is not recorded, or a state is left half-changed, nobody decides until all that is in flight has come back. Then the state is forgotten, the
/// commands whose decisions fell return to their places in the order of arrival, and a new chain begins on what is stored.</item>
/// </list>
/// Everything here is guarded by the gate, except what the one who has the turn reads.
/// </remarks>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
internal sealed class AggregateSlot<TAggregate>(LoadedAggregate<TAggregate> aggregate, Lock gate)
    where TAggregate : class, IAggregate<TAggregate>
{
    private TurnQueue _waiting;
    private TurnQueue _unconfirmed;
    private AppendChain _chain = new();
    private HashSet<string>? _recording;
    private TaskCompletionSource? _landing;
    private long _lastTicket;
    private long _placed;
    private long _recorded;
    private int _inFlight;
    private bool _isSpoiled;

    public LoadedAggregate<TAggregate> Aggregate => aggregate;

    public string Id => aggregate.Stream.Id;

    /// <summary>Whether somebody has the turn.</summary>
    public bool IsTaken { get; private set; }

    /// <summary>Whether the state was ahead of what is recorded when the turn began.</summary>
    public bool IsSpeculative { get; private set; }

    /// <summary>What the one who has the turn decides upon.</summary>
    public Footing Footing => new(_chain, _placed);

    // The owner's: how many commands are here, and its neighbours among the idle, from the most recently used to the least.
    public int Present { get; set; }

    public AggregateSlot<TAggregate>? Newer { get; set; }

    public AggregateSlot<TAggregate>? Older { get; set; }

    /// <summary>Joins the commands here.</summary>
    /// <param name="ticket">The command's place in the order of arrival.</param>
    /// <returns>What to wait for, or null if it is one's turn.</returns>
    public Turn? Enter(out long ticket)
    {
        lock (gate)
        {
            ticket = ++_lastTicket;
            return Enter(ticket);
        }
    }

    /// <summary>Asks for a turn, again.</summary>
    public Turn? Enter(long ticket)
    {
        lock (gate)
        {
            if (IsTaken || _isSpoiled)
            {
                return Wait(ticket);
            }

            IsTaken = true;
            IsSpeculative = _inFlight > 0;
            return null;
        }
    }

    /// <summary>Ends the turn.</summary>
    /// <param name="spoils">Whether the state is to be forgotten.</param>
    public void Exit(bool spoils = false)
    {
        lock (gate)
        {
            _isSpoiled |= spoils;
            PassOn();
        }
    }

    /// <summary>Ends the turn with an append that has its place; its number is the next after the footing's.</summary>
    /// <param name="commandId">An id by which <see cref="IsRecording"/> is to find it, or null.</param>
    public void Depart(string? commandId)
    {
        lock (gate)
        {
            if (commandId is not null)
            {
                (_recording ??= []).Add(commandId);
            }

            _placed++;
            _inFlight++;
            PassOn();
        }
    }

    /// <summary>Tells that an append is recorded.</summary>
    public void Succeed(long number, string? commandId)
    {
        lock (gate)
        {
            _recorded = Math.Max(_recorded, number);
            _unconfirmed.Confirm(_recorded);
            Land(commandId);
        }
    }

    /// <summary>Tells that an append is not recorded, or that it is not known.</summary>
    public void Fail(string? commandId)
    {
        lock (gate)
        {
            _isSpoiled = true;
            Land(commandId);
        }
    }

    /// <summary>Tells that an append is not recorded, and asks for another turn.</summary>
    public Turn FailAndReturn(long ticket, string? commandId)
    {
        lock (gate)
        {
            Turn turn = Wait(ticket);
            Fail(commandId);
            return turn;
        }
    }

    /// <summary>Asks whether all that a decision stands on is recorded.</summary>
    /// <returns>
    /// Null if it is. Else what to wait for: it says in the end either that it is, or that it never will be, and that it is one's turn to decide again.
    /// </returns>
    public Turn? Confirm(in Footing footing, long ticket)
    {
        lock (gate)
        {
            if (footing.Chain != _chain)
            {
                return footing.NextLink.IsCutOff ? Enter(ticket) ?? Turn.Now(ticket) : null;
            }

            if (footing.Number <= _recorded)
            {
                return null;
            }

            Turn turn = new(ticket, footing.Number);
            _unconfirmed.Add(turn);
            return turn;
        }
    }

    /// <summary>Whether more was placed since a decision; what follows it in the chain then shows whether the state was the latest.</summary>
    public bool HasGoneOn(in Footing footing) => Volatile.Read(ref _placed) > footing.Number;

    /// <summary>Whether an append of a command is in flight.</summary>
    public bool IsRecording(string commandId)
    {
        lock (gate)
        {
            return _recording?.Contains(commandId) == true;
        }
    }

    /// <summary>Waits, during a turn, until nothing is in flight.</summary>
    /// <returns>False if the state stands on what is not recorded.</returns>
    public async ValueTask<bool> SettleAsync(CancellationToken cancellationToken)
    {
        Task landing = Task.CompletedTask;
        lock (gate)
        {
            if (_inFlight > 0)
            {
                _landing = new(TaskCreationOptions.RunContinuationsAsynchronously);
                landing = _landing.Task;
            }
        }

        await landing.WaitAsync(cancellationToken).ConfigureAwait(false);
        lock (gate)
        {
            IsSpeculative = _isSpoiled;
            return !_isSpoiled;
        }
    }

    private Turn Wait(long ticket)
    {
        Turn turn = new(ticket);
        _waiting.Add(turn);
        return turn;
    }

    private void Land(string? commandId)
    {
        if (commandId is not null)
        {
            _recording!.Remove(commandId);
        }

        if (--_inFlight == 0)
        {
            _landing?.TrySetResult();
            if (!IsTaken)
            {
                PassOn();
            }
        }
    }

    private void PassOn()
    {
        if (_isSpoiled && _inFlight == 0)
        {
            BeginAnew();
        }

        IsSpeculative = _inFlight > 0;
        IsTaken = !_isSpoiled && _waiting.TryWakeFirst();
    }

    private void BeginAnew()
    {
        aggregate.Reset();
        Footing.NextLink.Break();
        _chain = new();
        _recorded = _placed;
        _unconfirmed.MoveTo(ref _waiting);
        _isSpoiled = false;
    }
}
