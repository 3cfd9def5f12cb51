using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Analyzers;

/// <summary>
/// Reads every aggregate, query, event and command as the generator does, and reports what the readers find wrong. All of it follows from a type and the
/// aggregate that it names, so it shows while typing and not only at the end of a compilation.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StructureAnalyzer : DiagnosticAnalyzer
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
            ReportedFindings reported = new();
            start.RegisterSymbolAction(symbol => Analyze(symbol, domain, reported), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, Domain domain, ReportedFindings reported)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        FindingReporter findings = new(context.ReportDiagnostic, reported, subject: type);
        AroundFindings.Report(type, findings, context.CancellationToken);
        bool isAggregate = type.FindAttribute("AggregateAttribute") is not null;
        bool isQuery = type.FindAttribute("QueryAttribute") is not null;
        bool isMessage = type.IsMessage(MessageKind.Event) || type.IsMessage(MessageKind.Command);
        if (!(isAggregate || isQuery || isMessage) || !type.IsSound())
        {
            return;
        }

        if (isAggregate)
        {
            AggregateFindings.Report(type, domain, findings, context.CancellationToken);
        }

        if (isQuery)
        {
            QueryFindings.Report(type, domain, findings, context.CancellationToken);
        }

        if (isMessage)
        {
            MessageFindings.Report(type, domain, findings, context.CancellationToken);
        }
    }
}
