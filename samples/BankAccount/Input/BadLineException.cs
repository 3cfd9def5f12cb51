namespace Bank;

/// <summary>A line that is no instruction, and where in it that shows.</summary>
internal sealed class BadLineException(string path, string problem) : Exception(problem)
{
    /// <summary>The JSON path of the culprit.</summary>
    public string Path { get; } = path;
}
