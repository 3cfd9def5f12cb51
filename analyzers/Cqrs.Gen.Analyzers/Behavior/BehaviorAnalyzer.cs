using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Analyzers;

/// <summary>Applies the rules of behaviour to every aggregate and query.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BehaviorAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. BehaviorRule.All.Select(static rule => rule.Descriptor).Distinct(), DiagnosticDescriptors.HandleRaisesNothing];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolStartAction(
            static start =>
            {
                INamedTypeSymbol type = (INamedTypeSymbol)start.Symbol;
                if (type.FindAttribute("AggregateAttribute") is not null || type.FindAttribute("QueryAttribute") is not null)
                {
                    BodyGraph graph = new(type);
                    start.RegisterOperationBlockAction(block => graph.Add(block.OwningSymbol, block.OperationBlocks));
                    start.RegisterSymbolEndAction(end => graph.Report(end.ReportDiagnostic));
                }
            },
            SymbolKind.NamedType);
    }
}
