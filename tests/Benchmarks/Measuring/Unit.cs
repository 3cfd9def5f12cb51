namespace Cqrs.Gen.Benchmarks;

/// <summary>How a table shows what was measured.</summary>
/// <param name="Heading">The heading of the column.</param>
/// <param name="Of">The figure of one turn.</param>
internal sealed record Unit(string Heading, Func<Measurement, double> Of)
{
    /// <summary>Nanoseconds an operation; less is better.</summary>
    public static Unit Nanoseconds { get; } = new("ns", static m => m.Nanoseconds);

    /// <summary>Milliseconds an operation; less is better.</summary>
    public static Unit Milliseconds { get; } = new("ms", static m => m.Nanoseconds / 1e6);

    /// <summary>Operations a second; more is better.</summary>
    public static Unit Rate(string operations) => new(operations + "/s", static m => m.PerSecond);
}
