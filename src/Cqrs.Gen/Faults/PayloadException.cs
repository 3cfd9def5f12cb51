namespace Cqrs.Gen;

/// <summary>JSON that is not what the model says: it does not parse, a member is missing, unknown or repeated, or a value is of the wrong kind.</summary>
public sealed class PayloadException : CqrsException
{
    /// <summary>Creates the fault.</summary>
    /// <param name="problem">What is wrong, as a sentence without its place.</param>
    /// <param name="path">The JSON path of the culprit, such as <c>$.amount</c>.</param>
    /// <param name="byteOffset">Where in the payload the culprit stands, in bytes from 0.</param>
    /// <param name="innerException">What the JSON reader said, if anything.</param>
    public PayloadException(string problem, string path, long byteOffset, Exception? innerException = null)
        : base($"{problem} (at {path}, byte {byteOffset})", innerException)
    {
        Problem = problem;
        Path = path;
        ByteOffset = byteOffset;
    }

    /// <summary>What is wrong, as a sentence without its place.</summary>
    public string Problem { get; }

    /// <summary>The JSON path of the culprit, such as <c>$.amount</c>.</summary>
    public string Path { get; }

    /// <summary>Where in the payload the culprit stands, in bytes from 0.</summary>
    public long ByteOffset { get; }
}
