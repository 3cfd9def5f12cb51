namespace Cqrs.Gen;

/// <summary>A command reached an aggregate that has no handler for it: it belongs to another aggregate, or its type is not of the closed set.</summary>
public sealed class CommandNotHandledException : CqrsException
{
    /// <summary>Creates the fault.</summary>
    /// <param name="aggregateName">The aggregate's persisted name.</param>
    /// <param name="commandType">The command's type.</param>
    public CommandNotHandledException(string aggregateName, Type commandType)
        : base($"The {aggregateName} has no Handle method for {commandType}.")
    {
        AggregateName = aggregateName;
        CommandType = commandType;
    }

    /// <summary>The aggregate's persisted name.</summary>
    public string AggregateName { get; }

    /// <summary>The command's type.</summary>
    public Type CommandType { get; }
}
