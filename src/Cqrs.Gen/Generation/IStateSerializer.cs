namespace Cqrs.Gen;

/// <summary>The generated JSON of the whole state of an aggregate or a query, private members included.</summary>
/// <typeparam name="TSelf">The class.</typeparam>
public interface IStateSerializer<TSelf>
    where TSelf : class
{
    /// <summary>
    /// A hash of the state's shape and of the code of the class and its base classes, without <c>Handle</c> methods. What was stored under another
    /// fingerprint is not read but made again from the events. Code of other classes that an <c>Apply</c> calls is not part of it: keep what decides
    /// a state in the class itself, or change something there when it changes elsewhere.
    /// </summary>
    static abstract string Fingerprint { get; }

    /// <summary>Writes the state.</summary>
    /// <param name="state">The state.</param>
    /// <param name="output">Where the JSON goes.</param>
    /// <exception cref="PayloadException">The state holds a value that JSON cannot hold exactly.</exception>
    static abstract void WriteState(TSelf state, PayloadWriter output);

    /// <summary>Reads the state.</summary>
    /// <param name="json">What <see cref="WriteState"/> wrote under the same <see cref="Fingerprint"/>.</param>
    /// <exception cref="PayloadException">The JSON is not what the class says.</exception>
    static abstract TSelf ReadState(ReadOnlySpan<byte> json);
}
