using System.IO.Compression;

[assembly: AssemblyFixture(typeof(Cqrs.Gen.Package.Tests.Packages))]

namespace Cqrs.Gen.Package.Tests;

/// <summary>The packages, made once by the README's command, and a place outside the repository where applications use them.</summary>
public sealed class Packages : IAsyncLifetime
{
    internal const string Steps = "From `dotnet new` to a stored event";

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("packages-");
    private Dictionary<string, string> _settings = [];

    internal string Feed => Path.Combine(Readme.Root, "artifacts", "packages");

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Feed))
        {
            Directory.Delete(Feed, recursive: true);
        }

        // An output of its own, so that it gets in no other build's way.
        (int exitCode, string output) = await Shell.RunAsync(
            Readme.Root, Readme.Block(Steps, "sh"), new Dictionary<string, string> { ["ArtifactsPath"] = Path.Combine(Readme.Root, "artifacts", "packed") });
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);

        // Packages of the same version from an earlier run must not be found; all warnings of an application's build are errors.
        _settings = new()
        {
            ["CQRS_GEN"] = Readme.Root,
            ["NUGET_PACKAGES"] = Path.Combine(_place.FullName, ".packages"),
            ["TreatWarningsAsErrors"] = "true",
        };
    }

    public ValueTask DisposeAsync()
    {
        _place.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    internal string At(params string[] path) => Path.Combine([_place.FullName, .. path]);

    internal string[] Entries(string package)
    {
        string file = Assert.Single(Directory.EnumerateFiles(Feed, package + ".*.nupkg"), path => char.IsDigit(Path.GetFileName(path)[package.Length + 1]));
        using ZipArchive archive = ZipFile.OpenRead(file);
        return [.. archive.Entries.Select(static entry => entry.FullName)];
    }

    /// <summary>Runs commands in a folder of the place; they must succeed.</summary>
    internal async Task<string> RunAsync(string folder, string commands)
    {
        (int exitCode, string output) = await TryAsync(folder, commands);
        Assert.True(exitCode == 0, output);
        return output;
    }

    internal Task<(int ExitCode, string Output)> TryAsync(string folder, string commands) =>
        Shell.RunAsync(At(folder), string.Join(" && ", commands.Split('\n', StringSplitOptions.RemoveEmptyEntries)), _settings);
}
