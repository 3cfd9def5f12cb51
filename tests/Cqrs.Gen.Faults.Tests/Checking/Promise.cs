namespace Cqrs.Gen.Faults;

/// <summary>What is promised of a log.</summary>
internal enum Promise
{
    /// <summary>What was acknowledged is there, with the version and the position that were said.</summary>
    NothingLost,

    /// <summary>No command and no event is there twice.</summary>
    NothingTwice,

    /// <summary>Positions, and the sequences of each stream, go up by one.</summary>
    NoGap,

    /// <summary>What a caller sent after an acknowledgement comes after what was acknowledged.</summary>
    InOrder,

    /// <summary>A command was decided on the state that the events before it lead to.</summary>
    DecidedOnTruth,

    /// <summary>Documents are the fold of their events, byte for byte.</summary>
    TrueDocuments,

    /// <summary>States, read from snapshots and events, are the fold of all events.</summary>
    TrueStates,
}

/// <summary>A promise that was not kept.</summary>
internal sealed record Breach(Promise Promise, string What);
