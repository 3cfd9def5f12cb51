namespace Cqrs.Gen;

/// <summary>
/// More commands on one kind of aggregate are being executed, or wait, than the application allows. This one was not begun, and nothing was recorded: try it again
/// when some have ended, or send fewer at once.
/// </summary>
public sealed class OverloadedException : CqrsException
{
    /// <summary>Creates the fault.</summary>
    /// <param name="aggregateName">The aggregate's persisted name.</param>
    /// <param name="maxPending">How many commands are allowed at once.</param>
    public OverloadedException(string aggregateName, int maxPending)
        : base(
            $"{maxPending} commands on the aggregate {aggregateName} are being executed or wait already, so this one was not begun. Nothing was recorded: " +
            "try it again when some have ended, or allow more at once with LimitPending.")
    {
        AggregateName = aggregateName;
        MaxPending = maxPending;
    }

    /// <summary>The aggregate's persisted name.</summary>
    public string AggregateName { get; }

    /// <summary>How many commands are allowed at once.</summary>
    public int MaxPending { get; }
}
