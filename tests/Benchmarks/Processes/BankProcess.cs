using System.Diagnostics;
using System.Globalization;

namespace Cqrs.Gen.Benchmarks;

/// <summary>A <see cref="BankWorker"/> from outside.</summary>
internal sealed class BankProcess(params string[] arguments) : IDisposable
{
    private readonly Process _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [BankWorker.Name, .. arguments])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,

        // Several processes share few cores here: threads that have nothing to do are not to look for work before they sleep.
        Environment = { ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0" },
    })!;

    /// <summary>Waits until it says something.</summary>
    public async Task ExpectAsync(string line)
    {
        if (await _process.StandardOutput.ReadLineAsync() is var said && said != line)
        {
            throw new InvalidOperationException($"The process says \"{said}\" instead of \"{line}\".");
        }
    }

    /// <summary>Lets it begin.</summary>
    public Task BeginAsync() => _process.StandardInput.WriteLineAsync();

    /// <summary>Reads one deposit that was acknowledged, or null at the end.</summary>
    public async Task<Deposit?> ReadAsync() => await _process.StandardOutput.ReadLineAsync() is { } line && line.Split(' ') is var words
        ? new(words[0], long.Parse(words[1], CultureInfo.InvariantCulture), decimal.Parse(words[2], CultureInfo.InvariantCulture))
        : null;

    /// <summary>Reads how many bytes it had resident at most.</summary>
    public async Task<long> ReadPeakAsync() => long.Parse((await _process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture);

    /// <summary>Reads what was acknowledged, until it ends.</summary>
    public async Task<List<Deposit>> EndAsync()
    {
        List<Deposit> acknowledged = [];
        while (await ReadAsync() is { } deposit)
        {
            acknowledged.Add(deposit);
        }

        await _process.WaitForExitAsync();
        return _process.ExitCode == 0 ? acknowledged : throw new InvalidOperationException($"The process ended with {_process.ExitCode}.");
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
