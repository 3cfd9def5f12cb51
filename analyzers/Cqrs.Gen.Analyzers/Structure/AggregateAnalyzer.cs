using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Analyzers;

/// <summary>Reads every <c>[Aggregate]</c> as the generator does, and reports what the reader finds wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AggregateAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => FindingDescriptors.Local;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            Domain domain = new(start.Compilation);
            start.RegisterSymbolAction(symbol => Analyze(symbol, domain), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Domain domain)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.FindAttribute("AggregateAttribute") is null || !type.IsSound())
        {
            return;
        }

        FindingReporter findings = new(context.ReportDiagnostic);
        if (AggregateReader.Read(type, findings, context.CancellationToken) is { } aggregate)
        {
            ReportForeignMessages(type, aggregate, domain, findings, context.CancellationToken);
        }
    }

    /// <summary>What another assembly declares for this aggregate can only be reported here.</summary>
    private static void ReportForeignMessages(
        INamedTypeSymbol type,
        AggregateModel aggregate,
        Domain domain,
        IFindingSink findings,
        CancellationToken cancellationToken)
    {
        foreach (INamedTypeSymbol foreign in domain.ForeignMessagesOf(type))
        {
            foreach (MessageModel message in MessageReader.Read(foreign, NoFindings.Instance).Where(m => m.Owner == aggregate.Contract))
            {
                Completeness.Check(message, foreign, type, culprit: type, domain, findings, cancellationToken);
            }
        }
    }
}
