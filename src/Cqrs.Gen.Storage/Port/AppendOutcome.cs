namespace Cqrs.Gen.Storage;

/// <summary>What became of one append.</summary>
public enum AppendResult
{
    /// <summary>It was recorded.</summary>
    Appended,

    /// <summary>The stream was at another version; nothing was recorded.</summary>
    Conflict,

    /// <summary>The command had been recorded before; nothing more was recorded.</summary>
    Repeat,
}

/// <summary>What became of one append.</summary>
/// <param name="Result">Whether it was recorded.</param>
/// <param name="Version">The sequence of the last event recorded for the command; for a conflict, of the stream's last event.</param>
/// <param name="Position">The log position of the last event recorded for the command; for a conflict 0.</param>
/// <param name="EventCount">How many events the command recorded; for a conflict 0.</param>
public readonly record struct AppendOutcome(AppendResult Result, long Version, long Position, int EventCount);
