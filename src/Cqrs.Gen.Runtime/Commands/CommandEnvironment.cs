using Microsoft.Extensions.Logging;

namespace Cqrs.Gen;

/// <summary>What the executors of all aggregates share.</summary>
/// <param name="Store">The event store.</param>
/// <param name="Services">What handlers take as parameters.</param>
/// <param name="Clock">Where timestamps and waits come from.</param>
/// <param name="Log">Where to log.</param>
/// <param name="Instruments">What is measured.</param>
/// <param name="MaxAttempts">How often a command is decided at the most.</param>
internal sealed record CommandEnvironment(
    StoreGate Store,
    HandlerServices Services,
    TimeProvider Clock,
    ILogger Log,
    Instruments Instruments,
    int MaxAttempts)
{
    public AppendDrafts Drafts { get; } = new();

    /// <summary>Now, in whole microseconds: the finest that every store keeps, so that a replayed event shows the moment that the first reader saw.</summary>
    public DateTimeOffset Now()
    {
        DateTimeOffset now = Clock.GetUtcNow();
        return new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }

    /// <summary>Waits before a command is decided again: not at all at first, then a little and at random, so that two processes get out of step.</summary>
    public Task BackOffAsync(int attempt, CancellationToken cancellationToken)
    {
        int most = 1 << Math.Min(attempt, 6);
        return attempt == 1 ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(1, most + 1)), Clock, cancellationToken);
    }
}
