using System.Diagnostics;

namespace Bank;

/// <summary>Says on standard error how far a long input is, when its lines do not scroll past on a terminal anyway.</summary>
/// <param name="output">Where to say it.</param>
/// <param name="isTerminal">Overwrites one line, instead of printing further ones, more rarely.</param>
internal sealed class Progress(TextWriter output, bool isTerminal)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly TimeSpan _pause = isTerminal ? TimeSpan.FromSeconds(0.2) : TimeSpan.FromSeconds(5);
    private TimeSpan _next = isTerminal ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(5);
    private bool _isShown;

    public void Report(long lines)
    {
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_started);
        if (elapsed < _next)
        {
            return;
        }

        _next = elapsed + _pause;
        _isShown = true;
        output.Write(FormattableString.Invariant($"{(isTerminal ? "\r" : "")}{lines,12:N0} lines, {lines / elapsed.TotalSeconds,8:N0} a second{(isTerminal ? "" : "\n")}"));
    }

    /// <summary>Clears the line that <see cref="Report"/> overwrites, before something else is printed.</summary>
    public void Clear()
    {
        if (_isShown && isTerminal)
        {
            output.Write("\r\e[K");
            _isShown = false;
        }
    }
}
