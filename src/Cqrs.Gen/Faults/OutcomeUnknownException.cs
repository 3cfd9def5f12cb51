namespace Cqrs.Gen;

/// <summary>
/// The store broke between being asked to commit and answering, so the command may or may not be recorded. Execute it again with the
/// same command id: it is recorded once, whatever happened the first time.
/// </summary>
public sealed class OutcomeUnknownException : CqrsException
{
    /// <summary>Creates the fault.</summary>
    /// <param name="commandId">The id to repeat the command with.</param>
    /// <param name="innerException">What the database said.</param>
    public OutcomeUnknownException(string commandId, Exception? innerException = null)
        : base($"It is not known whether the command \"{commandId}\" was recorded. Execute it again with the same command id.", innerException) =>
        CommandId = commandId;

    /// <summary>The id to repeat the command with.</summary>
    public string CommandId { get; }
}
