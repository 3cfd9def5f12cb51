using System.Diagnostics;

namespace Cqrs.Gen.Aot.Tests;

/// <summary>What a program said and how it ended.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Errors)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lines on standard error, without those that tell of progress on a slow machine.</summary>
    public string[] ErrorLines => [.. Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => !line.EndsWith(" a second", StringComparison.Ordinal))];
}

/// <summary>Runs programs.</summary>
internal static class Tool
{
    /// <summary>How long a program may take on a busy machine before it counts as hanging.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Process Start(string folder, string program, IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A build inside a test's build would take over its settings.
        foreach (string name in start.Environment.Keys.Where(static key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(name);
        }

        return Process.Start(start)!;
    }

    public static async Task<Outcome> RunAsync(string folder, string program, IEnumerable<string> arguments, string? input = null, TimeSpan? patience = null)
    {
        using Process process = Start(folder, program, arguments);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(patience ?? Patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(stop.Token);
            Task<string> errors = process.StandardError.ReadToEndAsync(stop.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), stop.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(stop.Token);
            return new(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
