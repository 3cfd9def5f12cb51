using System.Diagnostics.CodeAnalysis;

namespace Cqrs.Gen;

/// <summary>What became of a command.</summary>
public readonly struct CommandResult
{
    private readonly Decision _decision;

    internal CommandResult(string commandId, long version, long position, Decision decision, bool isRepeat = false)
    {
        CommandId = commandId;
        Version = version;
        Position = position;
        IsRepeat = isRepeat;
        _decision = decision;
    }

    /// <summary>The id under which the command was executed: the caller's, or the one that the bus made up.</summary>
    public string CommandId { get; }

    /// <summary>
    /// The sequence of the last event that the command recorded; if it recorded none, the version of the aggregate that it was decided upon, 0 if that
    /// does not exist.
    /// </summary>
    public long Version { get; }

    /// <summary>The log position of the last event that the command recorded; 0 if it recorded none.</summary>
    public long Position { get; }

    /// <summary>True if the command's id was recorded before: nothing more was recorded, and the result is that of the first time.</summary>
    public bool IsRepeat { get; }

    /// <summary>Why the command was refused, or null if it was accepted.</summary>
    public UserError? Error => _decision.Error;

    /// <summary>True if the command was accepted, also if it led to no event.</summary>
    [MemberNotNullWhen(false, nameof(Error))]
    public bool IsSuccess => !_decision.IsRefused;

    /// <summary>The events that the command recorded, in order; none if it was refused.</summary>
    public IReadOnlyList<IEvent> Events => _decision.Events;

    /// <summary>The result of an accepted command, for test doubles and decorators of <see cref="ICommandBus"/>.</summary>
    /// <param name="commandId">The command's id.</param>
    /// <param name="version">The aggregate's version after it.</param>
    /// <param name="position">The log position of its last event; 0 if it has none.</param>
    /// <param name="events">Its events in order.</param>
    public static CommandResult Accepted(string commandId, long version, long position, params ReadOnlySpan<IEvent> events) =>
        new(commandId, version, position, Decision.Of(events));

    /// <summary>The result of a refused command, for test doubles and decorators of <see cref="ICommandBus"/>.</summary>
    /// <param name="commandId">The command's id.</param>
    /// <param name="version">The version of the aggregate that it was decided upon.</param>
    /// <param name="error">Why it was refused.</param>
    public static CommandResult Refused(string commandId, long version, UserError error) => new(commandId, version, 0, Decision.Refuse(error));

    /// <summary>What became of the command, in a few words.</summary>
    public override string ToString() => Error is { } error
        ? $"refused at version {Version}: {error}"
        : $"{(IsRepeat ? "repeat" : "accepted")}: {_decision.Count} event(s), version {Version}, position {Position}";
}
