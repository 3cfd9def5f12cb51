using System.Diagnostics;

namespace Cqrs.Gen.Benchmarks;

/// <summary>A program that takes turns with others.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="TakeTurn">Does the work once and says what it took. It throws if the result is wrong.</param>
internal sealed record Contender(string Name, Func<Task<Measurement>> TakeTurn)
{
    /// <summary>A loop on one thread, for work of nanoseconds.</summary>
    /// <param name="name">What the table calls it.</param>
    /// <param name="operations">How many operations are in a turn.</param>
    /// <param name="loop">Does so many operations.</param>
    public static Contender Loop(string name, int operations, Action<int> loop) => new(name, () =>
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        loop(operations);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return Task.FromResult(new Measurement(operations, elapsed, GC.GetAllocatedBytesForCurrentThread() - bytes));
    });
}
