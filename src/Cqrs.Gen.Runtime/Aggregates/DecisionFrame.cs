namespace Cqrs.Gen;

/// <summary>
/// Says on whose behalf code runs that a handler called, so that a handler that executes a command on its own aggregate is told so instead of waiting for
/// itself for ever. Only handlers with services can reach the bus, so only they pay for it.
/// </summary>
internal sealed class DecisionFrame
{
    private static readonly AsyncLocal<DecisionFrame?> Innermost = new();

    private readonly object _aggregate;
    private readonly DecisionFrame? _outer;

    // A task that the handler left behind still carries the frame, but no longer runs on the aggregate's behalf.
    private volatile bool _hasEnded;

    private DecisionFrame(object aggregate, DecisionFrame? outer)
    {
        _aggregate = aggregate;
        _outer = outer;
    }

    /// <summary>Begins a decision; to be called in an asynchronous method, whose end takes the frame away.</summary>
    public static DecisionFrame Begin(object aggregate) => Innermost.Value = new(aggregate, Innermost.Value);

    public static bool IsDeciding(object aggregate)
    {
        for (DecisionFrame? frame = Innermost.Value; frame is not null; frame = frame._outer)
        {
            if (!frame._hasEnded && ReferenceEquals(frame._aggregate, aggregate))
            {
                return true;
            }
        }

        return false;
    }

    public void End() => _hasEnded = true;
}
