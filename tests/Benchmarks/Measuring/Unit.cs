namespace Cqrs.Gen.Benchmarks;

/// <summary>How a table shows what was measured.</summary>
/// <param name="Heading">The heading of the column.</param>
/// <param name="Of">The figure of one turn.</param>
/// <param name="MemoryHeading">The heading of the column of memory.</param>
/// <param name="MemoryOf">The memory of one turn.</param>
internal sealed record Unit(string Heading, Func<Measurement, double> Of, string MemoryHeading, Func<Measurement, double> MemoryOf)
{
    /// <summary>Nanoseconds an operation; less is better.</summary>
    public static Unit Nanoseconds { get; } = Allocating("ns", static m => m.Nanoseconds);

    /// <summary>Milliseconds and resident memory of a process; less is better.</summary>
    public static Unit Process { get; } = new("ms", static m => m.Nanoseconds / 1e6, "MiB resident at most", static m => m.BytesEach / (1 << 20));

    /// <summary>Operations a second; more is better.</summary>
    public static Unit Rate(string operations) => Allocating(operations + "/s", static m => m.PerSecond);

    private static Unit Allocating(string heading, Func<Measurement, double> of) => new(heading, of, "bytes", static m => m.BytesEach);
}
