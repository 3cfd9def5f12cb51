namespace Cqrs.Gen.Architecture.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>What a build, git or an editor puts there.</summary>
    private static readonly string[] Untracked = [".git", "artifacts", "bin", "obj", ".vs", ".idea", ".vscode", "TestResults"];

    public static string Root { get; } = FindRoot();

    /// <summary>A file or folder of the repository.</summary>
    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>The files under a folder, without those that a build put there.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(At(folder))
        ? Directory.EnumerateFiles(At(folder), pattern, SearchOption.AllDirectories)
            .Where(static file => !Path.GetRelativePath(Root, file).Split('/', '\\').Any(Untracked.Contains))
            .Order(StringComparer.Ordinal)
        : [];

    public static IEnumerable<string> TopLevel() => Directory.EnumerateFileSystemEntries(Root)
        .Select(static entry => Path.GetFileName(entry)!)
        .Where(static name => !Untracked.Contains(name) && !name.EndsWith(".user", StringComparison.Ordinal) && !name.Contains(".db", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

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
