namespace Cqrs.Gen;

/// <summary>
/// When the state of an aggregate is stored beside its events, so that loading it reads the state and only the events after it. A snapshot is written in
/// the transaction of the events that made it due; one written by other logic (another fingerprint) is not read.
/// </summary>
public sealed class SnapshotPolicy
{
    private readonly long _events;
    private readonly long _bytes;

    private SnapshotPolicy(long events, long bytes)
    {
        _events = events;
        _bytes = bytes;
    }

    /// <summary>Snapshots are neither written nor read.</summary>
    public static SnapshotPolicy Never { get; } = new(long.MaxValue, long.MaxValue);

    /// <summary>A snapshot is written where a command asks for it (<see cref="CommandOptions.TakesSnapshot"/>), which is possible with every policy but <see cref="Never"/>.</summary>
    public static SnapshotPolicy OnDemand { get; } = new(long.MaxValue, long.MaxValue);

    internal bool IsNever => this == Never;

    /// <summary>A snapshot is due when this many events were recorded since the last.</summary>
    /// <param name="count">From 1 upwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static SnapshotPolicy EveryEvents(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(count, long.MaxValue);
    }

    /// <summary>A snapshot is due when the payloads of the events since the last are this long together.</summary>
    /// <param name="count">In bytes, from 1 upwards.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static SnapshotPolicy EveryBytes(long count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return new(long.MaxValue, count);
    }

    /// <summary>A snapshot is due when either policy says so.</summary>
    /// <param name="other">The other policy.</param>
    public SnapshotPolicy Or(SnapshotPolicy other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (IsNever || other.IsNever)
        {
            return IsNever ? other : this;
        }

        return new(Math.Min(_events, other._events), Math.Min(_bytes, other._bytes));
    }

    /// <summary>The policy in words.</summary>
    public override string ToString() => (_events, _bytes) switch
    {
        (long.MaxValue, long.MaxValue) => IsNever ? "never" : "on demand",
        (_, long.MaxValue) => $"every {_events} events",
        (long.MaxValue, _) => $"every {_bytes} bytes",
        _ => $"every {_events} events or {_bytes} bytes",
    };

    internal bool IsDue(long eventsSinceLast, long bytesSinceLast) => eventsSinceLast >= _events || bytesSinceLast >= _bytes;
}
