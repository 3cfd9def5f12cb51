namespace Cqrs.Gen.Package.Tests;

/// <summary>The README of the repository: what it tells its readers to do is what the tests do.</summary>
internal static class Readme
{
    public static string Root { get; } = FindRoot();

    /// <summary>The first code block of a language under a heading.</summary>
    public static string Block(string heading, string language, int index = 0)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Root, "README.md"));
        string[] section = [.. lines.SkipWhile(line => line != "## " + heading).Skip(1).TakeWhile(static line => !line.StartsWith("## ", StringComparison.Ordinal))];
        int[] starts = [.. Enumerable.Range(0, section.Length).Where(i => section[i] == "```" + language)];
        Assert.True(starts.Length > index, $"The README has no {language} block {index + 1} under \"{heading}\".");
        return string.Join('\n', section.Skip(starts[index] + 1).TakeWhile(static line => line != "```"));
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cqrs.Gen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Cqrs.Gen.sln above {AppContext.BaseDirectory}.");
    }
}
