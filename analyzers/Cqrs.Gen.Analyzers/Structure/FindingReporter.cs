using System.Collections.Concurrent;
using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>Turns what a reader found into the diagnostic of the rule, where the culprit stands now.</summary>
/// <param name="report">Where diagnostics go.</param>
/// <param name="reported">What was reported of the compilation before.</param>
/// <param name="subject">What is being read: a culprit of another assembly is reported there.</param>
internal sealed class FindingReporter(Action<Diagnostic> report, ReportedFindings reported, ISymbol subject) : IFindingSink
{
    public void Report(FindingKind kind, ISymbol culprit, params string[] arguments) =>
        Report(kind, culprit, ImmutableDictionary<string, string?>.Empty, arguments);

    /// <param name="kind">What is wrong.</param>
    /// <param name="culprit">The symbol that the user must look at.</param>
    /// <param name="properties">What a fix must know.</param>
    /// <param name="arguments">The names that the message speaks of.</param>
    public void Report(FindingKind kind, ISymbol culprit, ImmutableDictionary<string, string?> properties, params string[] arguments)
    {
        if (!IsAround(culprit)
            && culprit.IsSound()
            && (LocationOf(culprit) ?? LocationOf(subject)) is { } location
            && reported.IsNew(kind, location, arguments))
        {
            report(Diagnostic.Create(FindingDescriptors.Of(kind), location, properties, arguments));
        }
    }

    /// <summary>True for a type around the subject, with which the finding is reported.</summary>
    private bool IsAround(ISymbol culprit)
    {
        for (INamedTypeSymbol? outer = subject.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(outer, culprit))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The declaration's name; of several declarations, that which bears the attribute.</summary>
    private static Location? LocationOf(ISymbol culprit)
    {
        SyntaxTree? marked = culprit.GetAttributes()
            .Where(static a => a.AttributeClass?.ContainingNamespace.ToDisplayString() == "Cqrs.Gen")
            .Select(static a => a.ApplicationSyntaxReference?.SyntaxTree)
            .FirstOrDefault(static tree => tree is not null);
        return culprit.Locations.FirstOrDefault(l => l.IsInSource && l.SourceTree == marked)
            ?? culprit.Locations.FirstOrDefault(static l => l.IsInSource);
    }
}

/// <summary>What was reported of a compilation: a type that several events reach is read with each of them, and reported once. Safe for concurrent use.</summary>
internal sealed class ReportedFindings
{
    private readonly ConcurrentDictionary<(FindingKind Kind, Location Location, string Arguments), bool> _reported = new();

    public bool IsNew(FindingKind kind, Location location, string[] arguments) => _reported.TryAdd((kind, location, string.Join("\n", arguments)), true);
}
