using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Cqrs.Gen.Faults;

/// <summary>How the worker was built.</summary>
public enum Build
{
    /// <summary>For the runtime, with the tests.</summary>
    Managed,

    /// <summary>As a native binary, when a test first asks for it.</summary>
    Native,
}

/// <summary>Where the worker's program is.</summary>
internal static class Worker
{
    /// <summary>The program as it was built beside the tests.</summary>
    public static readonly string Managed = Path.Combine(AppContext.BaseDirectory, "Cqrs.Gen.Faults.Worker");

    private static readonly Lazy<Task<string>> Native = new(PublishAsync);

    public static Task<string> OfAsync(Build build) => build == Build.Managed ? Task.FromResult(Managed) : Native.Value;

    // The build has an output of its own, so that it gets in no other build's way. Warnings are errors, those of native compilation, too.
    private static async Task<string> PublishAsync()
    {
        string root = Root();
        string artifacts = Path.Combine(root, "artifacts", "native-worker");
        string runtime = RuntimeInformation.RuntimeIdentifier;
        ProcessStartInfo start = new("dotnet", ["publish", "tests/Cqrs.Gen.Faults.Worker", "-r", runtime, "-p:ArtifactsPath=" + artifacts, "-nodeReuse:false", "-p:UseSharedCompilation=false"])
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
        string output = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        Assert.True(publishing.ExitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        return Path.Combine(artifacts, "publish", "Cqrs.Gen.Faults.Worker", "release_" + runtime, "Cqrs.Gen.Faults.Worker");
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
