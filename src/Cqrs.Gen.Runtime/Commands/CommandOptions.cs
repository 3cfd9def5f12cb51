namespace Cqrs.Gen;

/// <summary>What the caller may say about one execution of a command.</summary>
/// <param name="CommandId">
/// The command's id, unique within its aggregate, 1 to 512 characters. A command whose id was recorded before is recognised as a repeat (before
/// anything is decided, if the aggregate has handlers that take services), and answered with what it recorded then; so a client that did not hear the answer may
/// safely ask again. Null: the bus makes one up, and a retry by the caller is a new command. A refused command records nothing, so its id may be used again.
/// </param>
/// <param name="ExpectedVersion">
/// The version of the aggregate that the caller has seen; 0 if it must not exist. If it is at another version the command is not decided, and
/// <see cref="ConcurrencyException"/> is thrown. Null: the command is decided on the latest state.
/// </param>
/// <param name="Metadata">What to record with the command's events; null for nothing.</param>
/// <param name="TakesSnapshot">
/// True to store a snapshot of the state after the command along with its events, though the aggregate's policy makes none due. Nothing is stored where the
/// command records no events.
/// </param>
public readonly record struct CommandOptions(string? CommandId = null, long? ExpectedVersion = null, Metadata? Metadata = null, bool TakesSnapshot = false);
