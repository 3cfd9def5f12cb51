using Cqrs.Gen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Cqrs.Gen.Analyzers.Tests;

/// <summary>
/// Applies a fix to what a source marks with <c>{|CQG2001:…|}</c>, one by one and all at once in the document, the project and the solution. The result is
/// analysed as every source is: it compiles with what is generated for it, and no rule has anything left to say.
/// </summary>
internal sealed class FixTest<TFix> : CSharpCodeFixTest<StructureAnalyzer, TFix, DefaultVerifier>
    where TFix : CodeFixProvider, new()
{
    private FixTest(string source, string fixedSource)
    {
        TestCode = source;
        FixedCode = fixedSource;
        FixedState.MarkupHandling = MarkupMode.Allow; // what stays unfixed is expected to be said again
        TestState.Sources.Add(("Usings.cs", DomainTest.Usings));
        FixedState.Sources.Add(("Usings.cs", DomainTest.Usings));
        TestState.AdditionalReferences.AddRange(DomainTest.Platform);
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        ReferenceAssemblies = DomainTest.Net10;
        DisabledDiagnostics.AddRange(DomainTest.Intent.Except(new TFix().FixableDiagnosticIds));
    }

    /// <param name="source">The source before.</param>
    /// <param name="fixedSource">The source after all its diagnostics are fixed.</param>
    /// <param name="iterations">How many fixes it takes one by one; 1 unless given.</param>
    /// <param name="equivalenceKey">Which of several fixes; the first unless given.</param>
    public static Task Fixes(string source, string fixedSource, int iterations = 1, string? equivalenceKey = null) =>
        new FixTest<TFix>(source, fixedSource) { NumberOfIncrementalIterations = iterations, CodeActionEquivalenceKey = equivalenceKey }
            .RunAsync(TestContext.Current.CancellationToken);

    /// <summary>The fix has nothing to offer.</summary>
    public static Task OffersNothing(string source) => new FixTest<TFix>(source, source).RunAsync(TestContext.Current.CancellationToken);

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => DomainTest.Rules;

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(CqrsGenerator)];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);
}
