namespace Cqrs.Gen.Benchmarks;

/// <summary>What one turn of a contender took.</summary>
/// <param name="Operations">How many operations it did.</param>
/// <param name="Elapsed">How long they took together.</param>
/// <param name="Bytes">What they allocated together; of a process, what it had resident at most.</param>
internal readonly record struct Measurement(long Operations, TimeSpan Elapsed, long Bytes)
{
    public double Nanoseconds => Elapsed.TotalNanoseconds / Operations;

    public double PerSecond => Operations / Elapsed.TotalSeconds;

    public double BytesEach => (double)Bytes / Operations;
}
