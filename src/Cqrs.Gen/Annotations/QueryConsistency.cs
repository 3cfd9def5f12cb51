namespace Cqrs.Gen;

/// <summary>When a query's documents change relative to the events they come from.</summary>
public enum QueryConsistency
{
    /// <summary>Inline for a query over one aggregate that is keyed by the aggregate's id, otherwise asynchronous.</summary>
    Default = 0,

    /// <summary>In the same transaction as the events. Only for a query over one aggregate, keyed by the aggregate's id.</summary>
    Inline = 1,

    /// <summary>After the events, exactly once, by a follower of the log.</summary>
    Asynchronous = 2,
}
