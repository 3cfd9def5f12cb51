using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Cqrs.Gen.PostgreSql.Server;

/// <summary>Runs programs as a user that PostgreSQL accepts: it refuses to run as root.</summary>
internal static partial class Shell
{
    private const string User = "postgres";

    public static bool IsRoot => Environment.UserName == "root";

    /// <summary>Whether there is a user to run a server as.</summary>
    public static bool HasUser => !IsRoot || File.ReadLines("/etc/passwd").Any(static line => line.StartsWith(User + ":", StringComparison.Ordinal));

    /// <summary>A program with its arguments, to be run as that user.</summary>
    public static ProcessStartInfo Unprivileged(string program, params string[] arguments)
    {
        string[] prefix = IsRoot ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups"] : [];
        string[] line = [.. prefix, program, .. arguments];
        return new(line[0], line[1..]) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
    }

    /// <summary>Gives a folder to that user.</summary>
    public static void HandOver(string folder)
    {
        if (IsRoot)
        {
            Run(new("chown", [$"{User}:{User}", folder]) { RedirectStandardError = true, RedirectStandardOutput = true });
        }
    }

    /// <exception cref="InvalidOperationException">The program failed; the message says what it printed.</exception>
    public static void Run(ProcessStartInfo start)
    {
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{start.FileName} {string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}: {output}{errors.GetAwaiter().GetResult()}");
        }
    }

    /// <summary>Sends a signal; a process that is gone already is no error.</summary>
    public static void Signal(int process, Signal signal) => _ = Kill(process, (int)signal);

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}

internal enum Signal
{
    Interrupt = 2,
    Quit = 3,
    Kill = 9,
    Continue = 18,
    Stop = 19,
}
