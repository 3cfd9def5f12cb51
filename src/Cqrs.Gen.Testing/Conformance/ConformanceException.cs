namespace Cqrs.Gen.Testing.Conformance;

/// <summary>A store does not do what every store must do.</summary>
public sealed class ConformanceException : Exception
{
    /// <summary>Creates the failure.</summary>
    /// <param name="subject">What was looked at.</param>
    /// <param name="expected">What every store must give.</param>
    /// <param name="actual">What this store gave.</param>
    public ConformanceException(string subject, string expected, string actual)
        : base($"{subject}{Environment.NewLine}  expected: {expected}{Environment.NewLine}  actual:   {actual}")
    {
        Subject = subject;
        Expected = expected;
        Actual = actual;
    }

    /// <summary>What was looked at.</summary>
    public string Subject { get; }

    /// <summary>What every store must give.</summary>
    public string Expected { get; }

    /// <summary>What this store gave.</summary>
    public string Actual { get; }
}
