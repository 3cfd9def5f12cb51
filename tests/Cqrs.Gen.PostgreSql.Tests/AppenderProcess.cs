using System.Diagnostics;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>A process of its own that appends to a store.</summary>
internal sealed class AppenderProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Cqrs.Gen.PostgreSql.Appender");
    private readonly Process _process;
    private readonly List<string> _lines = [];

    public AppenderProcess(PostgreSqlStorageOptions options, int callers, int appends, string prefix) => _process = Process.Start(
        new ProcessStartInfo(Program, [options.Connection.ConnectionString, $"{callers}", $"{appends}", prefix, options.Schema]) { RedirectStandardOutput = true, RedirectStandardError = true })!;

    /// <summary>What it said that was acknowledged.</summary>
    public IEnumerable<string> Acknowledged => _lines.Where(static line => line.StartsWith("ack", StringComparison.Ordinal));

    /// <summary>What it said of faults.</summary>
    public IEnumerable<string> Faults => _lines.Where(static line => line.StartsWith("fault", StringComparison.Ordinal));

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
    /// <returns>What it wrote on its standard error.</returns>
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
