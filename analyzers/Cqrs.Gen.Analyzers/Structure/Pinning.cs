using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>Persisted names that follow from the name of a class.</summary>
internal static class Pinning
{
    public static void ReportAggregate(INamedTypeSymbol aggregate, FindingReporter findings) =>
        Report(aggregate, "Aggregate", PersistedNames.OfAggregate(aggregate), findings);

    public static void ReportQuery(INamedTypeSymbol query, FindingReporter findings) => Report(query, "Query", PersistedNames.OfQuery(query), findings);

    public static void ReportEvent(INamedTypeSymbol e, FindingReporter findings) => Report(e, "Event", PersistedNames.OfEvent(e), findings);

    private static void Report(INamedTypeSymbol type, string attribute, string name, FindingReporter findings)
    {
        if (type.FindAttribute(attribute + "Attribute") is not { ConstructorArguments.Length: 1 } && PersistedNames.IsWellFormed(name))
        {
            findings.Report(
                FindingKind.NameNotPinned,
                type,
                ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Name, name).Add(DiagnosticProperties.Attribute, attribute),
                type.ShortName(),
                name,
                attribute);
        }
    }
}
