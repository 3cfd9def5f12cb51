using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>What is wrong with a query: its methods and its documents.</summary>
internal static class QueryFindings
{
    public static void Report(INamedTypeSymbol type, Domain domain, FindingReporter findings, CancellationToken cancellationToken)
    {
        if (QueryReader.Read(type, findings, cancellationToken) is not null)
        {
            JsonShapeReader.ReadState(type, findings, cancellationToken);
            Pinning.ReportQuery(type, findings);
            AggregateMethods methods = new(type, cancellationToken);
            NearMisses.Report(type, (kind, message) => kind == MessageKind.Event && methods.Lacks(kind, message), findings);
            NearMisses.ReportKeys(type, findings);
            NearMisses.ReportHandles(type, methods, findings);
            ReportUnconsumed(type, methods, domain, findings);
        }
    }

    /// <summary>The events that an exhaustive query does not consume, of all aggregates of which it consumes some.</summary>
    private static void ReportUnconsumed(INamedTypeSymbol query, AggregateMethods methods, Domain domain, FindingReporter findings)
    {
        if (query.FindAttribute("QueryAttribute")?.NamedArguments.Any(static a => a is { Key: "Exhaustive", Value.Value: true }) != true)
        {
            return;
        }

        IEnumerable<INamedTypeSymbol> sources = ApplyReader.MethodsOf(query)
            .Where(static m => m.Parameters.Length > 0)
            .SelectMany(static m => m.Parameters[0].Type.OwnersOf(MessageKind.Event))
            .Where(static owner => owner.IsFound())
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        foreach (INamedTypeSymbol e in sources.SelectMany(domain.EventsOf).Where(e => methods.Lacks(MessageKind.Event, e)))
        {
            findings.Report(
                FindingKind.QueryNotExhaustive,
                query,
                ImmutableDictionary<string, string?>.Empty
                    .Add(DiagnosticProperties.Aggregate, query.GetDocumentationCommentId())
                    .Add(DiagnosticProperties.Message, e.GetDocumentationCommentId()),
                query.ShortName(),
                e.ShortName());
        }
    }
}
