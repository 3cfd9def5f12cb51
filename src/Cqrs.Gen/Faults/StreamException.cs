namespace Cqrs.Gen;

/// <summary>What is wrong with a stored event.</summary>
public enum StreamFault
{
    /// <summary>No module of this program knows the event's name: the program is older than the log, or a module was not added.</summary>
    UnknownEvent,

    /// <summary>The event's name is known, but not this version of it.</summary>
    UnknownVersion,

    /// <summary>The payload is not what the event's type says; the inner <see cref="PayloadException"/> has the JSON path.</summary>
    UnreadablePayload,

    /// <summary>An event is missing: the sequence jumps.</summary>
    Gap,

    /// <summary>The <c>Apply</c> method of the aggregate or of a query threw; the inner exception is what it threw.</summary>
    ApplyFailed,
}

/// <summary>A stored stream cannot be read. Nothing is skipped: the aggregate stays unavailable until the cause is mended, and no other is affected.</summary>
public sealed class StreamException : CqrsException
{
    /// <summary>Creates the fault.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="aggregateName">The aggregate's persisted name.</param>
    /// <param name="aggregateId">The aggregate's id.</param>
    /// <param name="sequence">The sequence of the event in its stream.</param>
    /// <param name="position">The event's position in the log.</param>
    /// <param name="detail">The culprit: the event's name, what is wrong with the payload, or the sequence that was expected.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public StreamException(
        StreamFault fault,
        string aggregateName,
        string aggregateId,
        long sequence,
        long position,
        string detail,
        Exception? innerException = null)
        : base(
            $"The stream of the {aggregateName} \"{aggregateId}\" cannot be read at sequence {sequence} (position {position}): {detail}",
            innerException)
    {
        Fault = fault;
        AggregateName = aggregateName;
        AggregateId = aggregateId;
        Sequence = sequence;
        Position = position;
        Detail = detail;
    }

    /// <summary>What is wrong.</summary>
    public StreamFault Fault { get; }

    /// <summary>The aggregate's persisted name.</summary>
    public string AggregateName { get; }

    /// <summary>The aggregate's id.</summary>
    public string AggregateId { get; }

    /// <summary>The sequence of the event in its stream.</summary>
    public long Sequence { get; }

    /// <summary>The event's position in the log.</summary>
    public long Position { get; }

    /// <summary>The culprit: the event's name, what is wrong with the payload, or the sequence that was expected.</summary>
    public string Detail { get; }
}
