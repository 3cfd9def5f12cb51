using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Cqrs.Gen.Faults;

/// <summary>Publishes a program of the tests as a native binary.</summary>
internal static class NativeBinary
{
    /// <summary>Publishes it without a warning, those of native compilation included.</summary>
    /// <param name="project">The program's project, a folder of <c>tests</c>.</param>
    /// <param name="output">The folder in <c>artifacts</c> that this build has to itself, so that it gets in no other build's way.</param>
    /// <returns>The binary.</returns>
    public static async Task<string> PublishAsync(string project, string output)
    {
        string root = Root();
        string artifacts = Path.Combine(root, "artifacts", output);
        string runtime = RuntimeInformation.RuntimeIdentifier;
        ProcessStartInfo start = new("dotnet", ["publish", "tests/" + project, "-r", runtime, "-p:ArtifactsPath=" + artifacts, "-nodeReuse:false", "-p:UseSharedCompilation=false"])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
        };

        // A build inside a test's build would take over its settings.
        foreach (string name in start.Environment.Keys.Where(static key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        using Process publishing = Process.Start(start)!;
        string said = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        Assert.True(publishing.ExitCode == 0, said);
        Assert.DoesNotContain("warning", said, StringComparison.OrdinalIgnoreCase);
        return Path.Combine(artifacts, "publish", project, "release_" + runtime, project);
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cqrs.Gen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Cqrs.Gen.sln above {AppContext.BaseDirectory}.");
    }
}
