using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Benchmarks.Compiler;

/// <summary>A whole build of a contender's domain, then edits to it.</summary>
internal static class Build
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is { } name
                && (name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "netstandard.dll" or "mscorlib.dll" or "Cqrs.Gen.dll" or "Mediator.dll" or "Microsoft.Extensions.DependencyInjection.Abstractions.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static Cost Measure(Contender contender, int size)
    {
        SyntaxTree[] parts = [.. Enumerable.Range(0, size).Select(part => Parse(contender.Source(part, false), $"Part{part}.cs"))];
        SyntaxTree unrelated = Parse(Sources.Unrelated(isEdited: false), "Unrelated.cs");
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Domain",
            [.. parts, unrelated],
            References,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, concurrentBuild: true));
        GC.Collect();

        GeneratorDriver driver = CSharpGeneratorDriver.Create(contender.Generators, parseOptions: Options);
        Compilation output = compilation;
        double generator = Time(() => driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out output, out _));
        double compiler = Time(() => Compile(output));
        double rules = contender.Analyzers.IsEmpty ? 0 : Analyze(output.Clone(), contender.Analyzers);
        ImmutableArray<GeneratedSourceResult> emitted = Emitted(driver);

        CSharpCompilation afterUnrelated = compilation.ReplaceSyntaxTree(unrelated, Parse(Sources.Unrelated(isEdited: true), "Unrelated.cs"));
        double unrelatedEdit = Time(() => driver = driver.RunGenerators(afterUnrelated));
        int afterUnrelatedEdit = AgainIn(Emitted(driver), emitted);

        CSharpCompilation afterEvent = afterUnrelated.ReplaceSyntaxTree(parts[0], Parse(contender.Source(0, true), "Part0.cs"));
        double eventEdit = Time(() => driver = driver.RunGenerators(afterEvent));
        ImmutableArray<GeneratedSourceResult> edited = Emitted(driver);
        return new(
            generator,
            rules,
            compiler,
            unrelatedEdit,
            eventEdit,
            edited.Length,
            afterUnrelatedEdit,
            AgainIn(edited, emitted),
            emitted.Sum(static file => file.SourceText.Lines.Count));
    }

    private static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, Options, path);

    private static void Compile(Compilation compilation)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult result = compilation.Emit(image);
        Demand(result.Success, string.Join('\n', result.Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Take(5)));
    }

    // What the compiler reports as the analyzers' time with -reportanalyzer: theirs, without the binding that they share with it.
    private static double Analyze(Compilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        CompilationWithAnalyzers analysis = compilation.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new([]), null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        AnalysisResult result = analysis.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult();
        Diagnostic[] found = [.. result.GetAllDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning)];
        Demand(found.Length == 0, string.Join('\n', found.Take(5).Select(static d => d.ToString())));
        return result.AnalyzerTelemetryInfo.Values.Sum(static info => info.ExecutionTime.TotalMilliseconds);
    }

    private static ImmutableArray<GeneratedSourceResult> Emitted(GeneratorDriver driver)
    {
        GeneratorDriverRunResult result = driver.GetRunResult();
        Demand(result.Results.All(static r => r.Exception is null), "A generator failed.");
        return [.. result.Results.SelectMany(static r => r.GeneratedSources)];
    }

    // A file that is taken over from before is the same object.
    private static int AgainIn(ImmutableArray<GeneratedSourceResult> now, ImmutableArray<GeneratedSourceResult> before)
    {
        HashSet<Microsoft.CodeAnalysis.Text.SourceText> old = [.. before.Select(static file => file.SourceText)];
        return now.Count(file => !old.Contains(file.SourceText));
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static void Demand(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
