using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Analyzers;

/// <summary>The closed set is whole: every event is applied, every command is handled.</summary>
internal static class Completeness
{
    public static void Check(
        MessageModel message,
        INamedTypeSymbol type,
        INamedTypeSymbol aggregate,
        ISymbol culprit,
        Domain domain,
        FindingReporter findings,
        CancellationToken cancellationToken)
    {
        AggregateMethods methods = domain.MethodsOf(aggregate, cancellationToken);
        if (message.ChangesNoState || !methods.Lacks(message.Kind, type) || methods.Inherits(message.Kind, type))
        {
            return;
        }

        FindingKind kind = message.Kind == MessageKind.Event ? FindingKind.EventHasNoApply : FindingKind.CommandHasNoHandle;
        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty
            .Add(DiagnosticProperties.Aggregate, aggregate.GetDocumentationCommentId())
            .Add(DiagnosticProperties.Message, type.GetDocumentationCommentId());
        if (NearMisses.Has(aggregate, message.Kind, type))
        {
            properties = properties.Add(DiagnosticProperties.NearMiss, "");
        }

        findings.Report(kind, culprit, properties, aggregate.ShortName(), type.ShortName());
    }
}
