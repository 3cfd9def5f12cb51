using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>What is wrong with a type because of the aggregates and queries in it. It is reported with that type: a fix must find it there.</summary>
internal static class AroundFindings
{
    public static void Report(INamedTypeSymbol type, IFindingSink findings, CancellationToken cancellationToken)
    {
        Only around = new(type, findings);
        foreach (INamedTypeSymbol nested in TypesIn(type))
        {
            if (nested.FindAttribute("AggregateAttribute") is not null || nested.FindAttribute("QueryAttribute") is not null)
            {
                DomainTypeReader.CanBeExtended(nested, around, cancellationToken);
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamedTypeSymbol type) =>
        type.GetTypeMembers().SelectMany(static nested => TypesIn(nested).Prepend(nested));

    /// <summary>Passes on what concerns one type.</summary>
    private sealed class Only(INamedTypeSymbol type, IFindingSink findings) : IFindingSink
    {
        public void Report(FindingKind kind, ISymbol culprit, params string[] arguments)
        {
            if (SymbolEqualityComparer.Default.Equals(culprit, type))
            {
                findings.Report(kind, culprit, arguments);
            }
        }
    }
}
