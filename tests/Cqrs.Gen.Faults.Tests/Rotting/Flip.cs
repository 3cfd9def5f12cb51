namespace Cqrs.Gen.Faults;

/// <summary>What of an event a bit is flipped in.</summary>
internal enum Part
{
    Payload,
    Metadata,
    Type,
}

/// <summary>One bit of one stored event that is not any more what was written.</summary>
/// <param name="Position">The event's position in the log.</param>
/// <param name="Part">What of it.</param>
/// <param name="Bit">Which bit: the remainder by the number of bits there are.</param>
internal readonly record struct Flip(long Position, Part Part, int Bit);

/// <summary>Changes what a store keeps behind its back.</summary>
internal interface IRot
{
    /// <summary>Whether a replay takes this from the row, and so hears of it; what it does not take cannot hurt it.</summary>
    bool IsReplayed(Part part);

    Task FlipAsync(IReadOnlyCollection<Flip> flips);

    /// <summary>Takes all checksums away: the bug on purpose of keeping none.</summary>
    Task ForgetChecksumsAsync();
}
