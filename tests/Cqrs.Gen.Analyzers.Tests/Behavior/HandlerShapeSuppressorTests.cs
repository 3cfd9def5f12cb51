using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Analyzers.Tests;

public sealed class HandlerShapeSuppressorTests
{
    [Fact]
    public async Task Advice_about_the_shape_of_a_method_is_suppressed_for_handlers_alone()
    {
        const string source = """
            [Cqrs.Gen.Aggregate]
            public sealed partial class Account
            {
                private int Handle(string c) => 1;
                private void Apply(string e) { }
                private int Other(string x) => 1;
            }

            public sealed class Elsewhere
            {
                private int Handle(string c) => 1;
            }
            """;
        CancellationToken cancellationToken = TestContext.Current.CancellationToken;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Bank",
            [CSharpSyntaxTree.ParseText(source, cancellationToken: cancellationToken)],
            DomainTest.Platform,
            new(OutputKind.DynamicallyLinkedLibrary));
        CompilationWithAnalyzersOptions options = new(
            new([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);
        ImmutableArray<Diagnostic> diagnostics = await compilation
            .WithAnalyzers([new Adviser(), new HandlerShapeSuppressor()], options)
            .GetAnalyzerDiagnosticsAsync(cancellationToken);

        Assert.Equal(
            ["4 CA1822", "4 IDE0060", "5 CA1822", "5 IDE0060"],
            diagnostics.Where(static d => d.IsSuppressed).Select(Describe).Order());
        Assert.Equal(
            ["11 CA1822", "11 IDE0060", "6 CA1822", "6 IDE0060"],
            diagnostics.Where(static d => !d.IsSuppressed).Select(Describe).Order(StringComparer.Ordinal));
    }

    private static string Describe(Diagnostic diagnostic) => $"{diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1} {diagnostic.Id}";

    /// <summary>Reports what the analyzers of the SDK would, of every method and parameter.</summary>
#pragma warning disable RS1001, RS1029, RS1036, RS2008 // It stands in for another's analyzer, under the other's ids, and no compiler loads it.
    private sealed class Adviser : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor Static = new("CA1822", "t", "m", "c", DiagnosticSeverity.Warning, true);
        private static readonly DiagnosticDescriptor Unused = new("IDE0060", "t", "m", "c", DiagnosticSeverity.Warning, true);

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Static, Unused];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.EnableConcurrentExecution();
            context.RegisterSymbolAction(
                static symbol =>
                {
                    if (symbol.Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
                    {
                        symbol.ReportDiagnostic(Diagnostic.Create(Static, method.Locations[0]));
                        symbol.ReportDiagnostic(Diagnostic.Create(Unused, method.Parameters[0].Locations[0]));
                    }
                },
                SymbolKind.Method);
        }
    }
#pragma warning restore RS1001, RS1029, RS1036, RS2008
}
