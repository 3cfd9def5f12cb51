namespace Cqrs.Gen.Storage;

/// <summary>
/// Appends to one stream that were decided one upon the other, before it was known whether the first is recorded. They stand or fall in order: once one of them is
/// not recorded, none after it is. Their expected versions alone do not see to that, because what another process appended may bring the stream to the version that
/// a later one expects.
/// </summary>
public sealed class AppendChain
{
    private long _end = long.MaxValue;

    /// <summary>The place of an append in the chain.</summary>
    /// <param name="number">Above that of the append it was decided upon.</param>
    public ChainLink Link(long number) => new(this, number);

    internal bool EndsBefore(long number) => Volatile.Read(ref _end) < number;

    internal void EndAt(long number)
    {
        for (long end = Volatile.Read(ref _end); number < end;)
        {
            long found = Interlocked.CompareExchange(ref _end, number, end);
            if (found == end)
            {
                return;
            }

            end = found;
        }
    }
}

/// <summary>An append's place in a chain; the default is that of an append that stands alone.</summary>
public readonly struct ChainLink
{
    private readonly AppendChain? _chain;
    private readonly long _number;

    internal ChainLink(AppendChain chain, long number)
    {
        _chain = chain;
        _number = number;
    }

    /// <summary>True if an append before this one in the chain was not recorded: this one is then a conflict, whatever the stream's version.</summary>
    public bool IsCutOff => _chain is not null && _chain.EndsBefore(_number);

    /// <summary>Says that this append is not recorded, which cuts off those after it.</summary>
    public void Break() => _chain?.EndAt(_number);

    /// <summary>Whether this append comes after another in the same chain; for stores that send a batch in one piece, and must send along what depends on what.</summary>
    /// <param name="earlier">The link of the other append.</param>
    public bool Follows(in ChainLink earlier) => _chain is not null && _chain == earlier._chain && earlier._number < _number;
}
