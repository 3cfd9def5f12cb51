using System.Diagnostics;

namespace Cqrs.Gen.Package.Tests;

/// <summary>Runs commands as a reader of the documentation would type them.</summary>
internal static class Shell
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Runs a command, with settings beside those of the environment, and returns its exit code and what it said.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string folder, string command, IReadOnlyDictionary<string, string> settings)
    {
        ProcessStartInfo start = new("sh", ["-c", command + " 2>&1"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };

        // A build inside a test's build would take over its settings, and its servers would outlive the test.
        foreach (string name in start.Environment.Keys.Where(static key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        foreach ((string name, string value) in settings)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Patience);
        try
        {
            string output = await process.StandardOutput.ReadToEndAsync(stop.Token);
            await process.WaitForExitAsync(stop.Token);
            return (process.ExitCode, output);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
