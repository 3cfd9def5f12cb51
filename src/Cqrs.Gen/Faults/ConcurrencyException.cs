namespace Cqrs.Gen;

/// <summary>
/// The aggregate was not at the version the caller expected, or it kept changing for as many attempts as the command bus makes.
/// Nothing was recorded.
/// </summary>
public sealed class ConcurrencyException : CqrsException
{
    /// <summary>Creates the fault.</summary>
    /// <param name="aggregateName">The aggregate's persisted name.</param>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="expectedVersion">The version that was expected.</param>
    /// <param name="actualVersion">The version that was found.</param>
    /// <param name="attempts">How often the command was decided.</param>
    public ConcurrencyException(string aggregateName, string aggregateId, long expectedVersion, long actualVersion, int attempts = 1)
        : base(
            attempts == 1
                ? $"The {aggregateName} \"{aggregateId}\" is at version {actualVersion}, not at {expectedVersion} as expected. Load it again and decide anew."
                : $"The {aggregateName} \"{aggregateId}\" changed under each of {attempts} attempts; it is now at version {actualVersion}. Nothing was recorded: execute the command again.")
    {
        AggregateName = aggregateName;
        AggregateId = aggregateId;
        ExpectedVersion = expectedVersion;
        ActualVersion = actualVersion;
        Attempts = attempts;
    }

    /// <summary>The aggregate's persisted name.</summary>
    public string AggregateName { get; }

    /// <summary>The aggregate's id.</summary>
    public string AggregateId { get; }

    /// <summary>The version that was expected.</summary>
    public long ExpectedVersion { get; }

    /// <summary>The version that was found.</summary>
    public long ActualVersion { get; }

    /// <summary>How often the command was decided.</summary>
    public int Attempts { get; }
}
