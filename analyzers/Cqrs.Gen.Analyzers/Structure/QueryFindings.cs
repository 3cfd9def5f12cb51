using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>What is wrong with a query: its methods and its documents.</summary>
internal static class QueryFindings
{
    public static void Report(INamedTypeSymbol type, FindingReporter findings, CancellationToken cancellationToken)
    {
        if (QueryReader.Read(type, findings, cancellationToken) is not null)
        {
            JsonShapeReader.ReadState(type, findings, cancellationToken);
            AggregateMethods methods = new(type, cancellationToken);
            NearMisses.Report(type, (kind, message) => kind == MessageKind.Event && methods.Lacks(kind, message), findings);
        }
    }
}
