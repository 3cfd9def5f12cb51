using System.Collections.Immutable;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Analyzers;

/// <summary>Reads every <c>[Query]</c> as the generator does, and reports what the reader finds wrong.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class QueryAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => FindingDescriptors.Local;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        INamedTypeSymbol type = (INamedTypeSymbol)context.Symbol;
        if (type.FindAttribute("QueryAttribute") is not null && type.IsSound())
        {
            QueryReader.Read(type, new FindingReporter(context.ReportDiagnostic), context.CancellationToken);
        }
    }
}
