using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>
/// Where readers say what is wrong. The generator passes <see cref="NoFindings"/>: it never reports. The analyzer passes a collecting one and
/// reports at the culprit's live location.
/// </summary>
internal interface IFindingSink
{
    /// <param name="kind">What is wrong.</param>
    /// <param name="culprit">The symbol that the user must look at.</param>
    /// <param name="arguments">The names that the message speaks of.</param>
    void Report(FindingKind kind, ISymbol culprit, params string[] arguments);
}

/// <summary>The sink of the generator.</summary>
internal sealed class NoFindings : IFindingSink
{
    public static NoFindings Instance { get; } = new();

    public void Report(FindingKind kind, ISymbol culprit, params string[] arguments)
    {
    }
}
