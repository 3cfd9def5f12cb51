namespace Cqrs.Gen;

/// <summary>
/// While a log was copied, the target turned out not to hold what the source holds: it has events of another origin, or something else wrote to it. Copy to a store that
/// holds nothing, or nothing but a part of the same log, and that nobody else writes to.
/// </summary>
public sealed class LogMismatchException : CqrsException
{
    /// <summary>Creates the fault.</summary>
    /// <param name="position">The first position at which both logs differ.</param>
    /// <param name="detail">What differs there.</param>
    public LogMismatchException(long position, string detail)
        : base($"The target's log is not the source's: at position {position}, {detail}.") => Position = position;

    /// <summary>The first position at which both logs differ.</summary>
    public long Position { get; }
}
