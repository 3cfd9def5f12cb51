namespace Cqrs.Gen;

/// <summary>The generated JSON of an aggregate's commands: a closed set told apart by <c>$type</c>, the kebab-case of the command's type.</summary>
/// <typeparam name="TSelf">The aggregate's class.</typeparam>
public interface ICommandSerializer<TSelf>
    where TSelf : class
{
    /// <summary>Writes a command with its <c>$type</c> first.</summary>
    /// <param name="command">The command.</param>
    /// <param name="output">Where the JSON goes.</param>
    /// <exception cref="CommandNotHandledException">The command is not one of the aggregate's.</exception>
    /// <exception cref="PayloadException">The command holds a value that JSON cannot hold exactly.</exception>
    static abstract void WriteCommand(ICommand command, PayloadWriter output);

    /// <summary>Reads a command; its <c>$type</c> may stand anywhere in the object.</summary>
    /// <param name="json">One JSON object in UTF-8.</param>
    /// <returns>A command of the aggregate.</returns>
    /// <exception cref="PayloadException">The JSON is malformed, its <c>$type</c> is missing, repeated or unknown, or a member is not what the command's type says.</exception>
    static abstract ICommand ReadCommand(ReadOnlySpan<byte> json);
}
