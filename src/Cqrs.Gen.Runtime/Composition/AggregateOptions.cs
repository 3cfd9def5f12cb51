namespace Cqrs.Gen;

/// <summary>What differs for one kind of aggregate from what holds for the application.</summary>
public sealed class AggregateOptions
{
    internal AggregateOptions()
    {
    }

    /// <summary>When snapshots are written; null (the default) for the application's policy.</summary>
    public SnapshotPolicy? Snapshots { get; set; }

    /// <summary>How many aggregates of this kind are kept in memory after a command, from 0 upwards; null (the default) for the application's number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int? CacheSize
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value ?? 0, nameof(CacheSize));
            field = value;
        }
    }

    /// <summary>
    /// How many commands on aggregates of this kind may be executing or waiting at once, from 1 upwards; null (the default) for the application's number. One more is
    /// refused with <see cref="OverloadedException"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int? MaxPending
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value ?? 1, 1, nameof(MaxPending));
            field = value;
        }
    }
}
