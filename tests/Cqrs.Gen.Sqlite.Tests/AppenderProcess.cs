using System.Diagnostics;

namespace Cqrs.Gen.Sqlite.Tests;

/// <summary>A process of its own that appends to a file.</summary>
internal sealed class AppenderProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, $"Cqrs.Gen.Sqlite.Appender{(OperatingSystem.IsWindows() ? ".exe" : "")}");
    private readonly Process _process;
    private readonly List<string> _lines = [];

    private AppenderProcess(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // it needs a large file, which a limit forbids
        _process = Process.Start(start)!;
    }

    /// <summary>What it said so far.</summary>
    public IReadOnlyList<string> Lines => _lines;

    public int ExitCode => _process.ExitCode;

    public static AppenderProcess Start(string path, int callers, int appends, string prefix = "a") =>
        new(new(Program, [path, $"{callers}", $"{appends}", prefix]));

    /// <summary>Starts it where no file can grow beyond a size: the disk fails at some point, with an I/O error.</summary>
    public static AppenderProcess StartWithFileLimit(string path, int callers, int appends, int blocksOf512Bytes) =>
        new(new("/bin/sh", ["-c", $"trap '' XFSZ; ulimit -f {blocksOf512Bytes}; exec \"$0\" \"$@\"", Program, path, $"{callers}", $"{appends}", "a"]));

    public async Task WaitForLineAsync()
    {
        if (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _lines.Add(line);
        }
    }

    /// <summary>Ends it at once, as a power switch would.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Reads what it says until it ends.</summary>
    public async Task<string> EndAsync()
    {
        Task<string> errors = _process.StandardError.ReadToEndAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            _lines.Add(line);
        }

        await _process.WaitForExitAsync();
        return await errors;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
