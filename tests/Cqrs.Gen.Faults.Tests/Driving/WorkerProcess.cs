using System.Diagnostics;

namespace Cqrs.Gen.Faults;

/// <summary>A process of its own that executes commands.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly Task _listening;
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _ended;

    private WorkerProcess(Process process, Ledger ledger)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _listening = ListenAsync(ledger);
    }

    /// <param name="program">The program.</param>
    /// <param name="ledger">Takes down what it says, and knows what to begin with.</param>
    /// <param name="store">The store, in the words of <see cref="Orders"/>.</param>
    /// <param name="first">The first caller.</param>
    /// <param name="callers">How many callers.</param>
    /// <param name="orders">Further orders.</param>
    public static WorkerProcess Start(string program, Ledger ledger, string store, int first = 0, int callers = 64, params string[] orders)
    {
        Process process = Process.Start(new ProcessStartInfo(program, [store, $"first={first}", $"callers={callers}", .. orders])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.StandardInput.WriteLine(string.Join(' ', Enumerable.Range(first, callers).Select(ledger.Next)));
        process.StandardInput.Flush();
        return new(process, ledger);
    }

    /// <summary>Waits until it opened its store.</summary>
    public Task OpenedAsync() => _open.Task;

    /// <summary>Ends it at once, as a power switch would, and hears what it said last.</summary>
    /// <returns>Whether it had not ended by itself.</returns>
    public async Task<bool> KillAsync()
    {
        _process.Kill();
        await EndAsync();
        return _process.ExitCode == 128 + 9;
    }

    /// <summary>Lets it complete what it began, and end.</summary>
    public async Task StopAsync()
    {
        _process.StandardInput.Close();
        await EndAsync();
        Assert.Equal(0, _process.ExitCode);
    }

    /// <summary>Waits until it did all it was told to.</summary>
    public async Task CompleteAsync()
    {
        await EndAsync();
        Assert.Equal(0, _process.ExitCode);
    }

    /// <summary>Waits until it killed itself.</summary>
    public async Task KilledAsync()
    {
        await EndAsync();
        Assert.Equal(128 + 9, _process.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_ended)
        {
            _process.Kill();
            await _listening;
        }

        _process.Dispose();
    }

    private async Task EndAsync()
    {
        await _listening;
        await _process.WaitForExitAsync();
        _ended = true;
        string errors = await _errors;
        Assert.True(errors.Length == 0, errors);
    }

    private async Task ListenAsync(Ledger ledger)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line == "open;")
            {
                _open.TrySetResult();
            }

            ledger.Add(line);
        }

        _open.TrySetException(new InvalidOperationException("The process ended before it opened its store: " + await _errors));
        _ = _open.Task.Exception; // nobody may be waiting
    }
}
