namespace Cqrs.Gen.Benchmarks;

/// <summary>How much is done: enough to quote, or just enough to see that it runs.</summary>
/// <param name="IsQuick">True for the little.</param>
/// <param name="Only">Contests whose title does not contain this are left out.</param>
internal sealed record Effort(bool IsQuick, string Only)
{
    private TimeSpan WarmUp => TimeSpan.FromSeconds(IsQuick ? 1 : 4);

    /// <summary>A contest of loops of nanoseconds: very many turns, each shorter than what a busy machine gives a thread at a time.</summary>
    public Contest Loops(string title) => Contest(title, Unit.Nanoseconds, IsQuick ? 101 : 1001, WarmUp);

    /// <summary>A contest of command paths in memory, each turn on a new store.</summary>
    public Contest Commands(string title) => Contest(title, Unit.Nanoseconds, IsQuick ? 21 : 101, WarmUp);

    /// <summary>A contest of readers.</summary>
    public Contest Replays(string title) => Contest(title, Unit.Rate("events"), IsQuick ? 51 : 301, WarmUp);

    /// <summary>A contest of stores: few long turns.</summary>
    public Contest Stores(string title, string operations) => Contest(title, Unit.Rate(operations), IsQuick ? 5 : 21, WarmUp);

    /// <summary>A contest of processes that start.</summary>
    public Contest Starts(string title) => Contest(title, Unit.Process, IsQuick ? 11 : 51, WarmUp);

    /// <summary>How many operations a turn has.</summary>
    /// <param name="full">The number to quote from.</param>
    public int Operations(int full) => IsQuick ? full / 4 : full;

    private Contest Contest(string title, Unit unit, int rounds, TimeSpan warmUp) =>
        new(title, unit, title.Contains(Only, StringComparison.OrdinalIgnoreCase) ? rounds : 0, warmUp);
}
