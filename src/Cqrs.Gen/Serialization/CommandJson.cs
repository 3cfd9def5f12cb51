namespace Cqrs.Gen;

/// <summary>The JSON of commands, as the generator wrote it for an aggregate: one object each, told apart by <c>$type</c>.</summary>
public static class CommandJson
{
    /// <summary>Reads a command; its <c>$type</c> may stand anywhere in the object.</summary>
    /// <typeparam name="TAggregate">The aggregate's class.</typeparam>
    /// <param name="json">One JSON object in UTF-8.</param>
    /// <returns>A command of the aggregate.</returns>
    /// <exception cref="PayloadException">The JSON is malformed, its <c>$type</c> is missing, repeated or unknown, or a member is not what the command's type says.</exception>
    public static ICommand Read<TAggregate>(ReadOnlySpan<byte> json)
        where TAggregate : class, ICommandSerializer<TAggregate> => TAggregate.ReadCommand(json);

    /// <summary>Writes a command with its <c>$type</c> first.</summary>
    /// <typeparam name="TAggregate">The aggregate's class.</typeparam>
    /// <param name="command">The command.</param>
    /// <param name="output">Where the JSON goes.</param>
    /// <exception cref="CommandNotHandledException">The command is not one of the aggregate's.</exception>
    /// <exception cref="PayloadException">The command holds a value that JSON cannot hold exactly.</exception>
    public static void Write<TAggregate>(ICommand command, PayloadWriter output)
        where TAggregate : class, ICommandSerializer<TAggregate> => TAggregate.WriteCommand(command, output);
}
