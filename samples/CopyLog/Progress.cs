using System.Diagnostics;
using Cqrs.Gen.Storage;

namespace CopyLog;

/// <summary>Says how far the copy is.</summary>
/// <param name="output">Where to say it.</param>
/// <param name="isTerminal">Overwrites one line, several times a second, instead of printing further ones.</param>
internal sealed class Progress(TextWriter output, bool isTerminal) : IProgress<LogCopyProgress>
{
    private readonly TimeSpan _pause = TimeSpan.FromSeconds(isTerminal ? 0.2 : 2);
    private long _last;
    private bool _isShown;

    public void Report(LogCopyProgress value)
    {
        if (_last != 0 && Stopwatch.GetElapsedTime(_last) < _pause)
        {
            return;
        }

        _last = Stopwatch.GetTimestamp();
        _isShown = true;
        output.Write(FormattableString.Invariant($"{(isTerminal ? "\r" : "")}{value.Position,14:N0} of {value.Total:N0} events{(isTerminal ? "" : "\n")}"));
    }

    /// <summary>Leaves the line, before something else is printed.</summary>
    public void End()
    {
        if (_isShown && isTerminal)
        {
            output.WriteLine();
            _isShown = false;
        }
    }
}
