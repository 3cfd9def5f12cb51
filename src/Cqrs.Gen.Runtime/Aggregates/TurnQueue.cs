namespace Cqrs.Gen;

/// <summary>Commands that wait, in the order of their arrival, also if one of them waits for the second time.</summary>
internal struct TurnQueue
{
    private Turn? _first;
    private Turn? _last;

    public void Add(Turn turn)
    {
        if (_last is null || _last.Ticket < turn.Ticket)
        {
            Insert(turn, after: _last);
            return;
        }

        // Whoever returns was among the first.
        Turn? before = null;
        for (Turn? other = _first; other is not null && other.Ticket < turn.Ticket; other = other.Next)
        {
            before = other;
        }

        Insert(turn, before);
    }

    /// <summary>Moves all to another queue.</summary>
    public void MoveTo(ref TurnQueue other)
    {
        Turn? next;
        for (Turn? turn = _first; turn is not null; turn = next)
        {
            next = turn.Next;
            other.Add(turn);
        }

        _first = _last = null;
    }

    /// <summary>Lets the first who still waits decide; false if nobody does.</summary>
    public bool TryWakeFirst()
    {
        while (_first is { } turn)
        {
            Remove(turn, before: null);
            if (turn.TrySetResult(true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells those who decided upon an append up to a number that it was recorded.</summary>
    public void Confirm(long number)
    {
        Turn? before = null;
        Turn? next;
        for (Turn? turn = _first; turn is not null; turn = next)
        {
            next = turn.Next;
            if (turn.Basis <= number)
            {
                Remove(turn, before);
                turn.TrySetResult(false);
            }
            else
            {
                before = turn;
            }
        }
    }

    private void Insert(Turn turn, Turn? after)
    {
        if (after is null)
        {
            turn.Next = _first;
            _first = turn;
        }
        else
        {
            turn.Next = after.Next;
            after.Next = turn;
        }

        if (turn.Next is null)
        {
            _last = turn;
        }
    }

    private void Remove(Turn turn, Turn? before)
    {
        if (before is null)
        {
            _first = turn.Next;
        }
        else
        {
            before.Next = turn.Next;
        }

        if (_last == turn)
        {
            _last = before;
        }

        turn.Next = null;
    }
}
