using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>Turns what a reader found into the diagnostic of the rule, where the culprit stands now.</summary>
internal sealed class FindingReporter(Action<Diagnostic> report) : IFindingSink
{
    public void Report(FindingKind kind, ISymbol culprit, params string[] arguments)
    {
        if (culprit.IsSound() && LocationOf(culprit) is { } location)
        {
            report(Diagnostic.Create(FindingDescriptors.Of(kind), location, arguments));
        }
    }

    /// <summary>The declaration's name; of several declarations, that which bears the attribute.</summary>
    public static Location? LocationOf(ISymbol culprit)
    {
        SyntaxTree? marked = culprit.GetAttributes()
            .Where(static a => a.AttributeClass?.ContainingNamespace.ToDisplayString() == "Cqrs.Gen")
            .Select(static a => a.ApplicationSyntaxReference?.SyntaxTree)
            .FirstOrDefault(static tree => tree is not null);
        return culprit.Locations.FirstOrDefault(l => l.IsInSource && l.SourceTree == marked)
            ?? culprit.Locations.FirstOrDefault(static l => l.IsInSource);
    }
}
