using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Cqrs.Gen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Cqrs.Gen.Generators.Tests;

/// <summary>
/// Runs the generator over a user's source and proves, whatever else the test is about: nothing throws, the generator reports nothing, the output
/// compiles without a warning, an unrelated edit leaves every step cached, and no model holds on to a compilation.
/// </summary>
internal sealed class GeneratorRun
{
    private static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    private static readonly ImmutableArray<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Cqrs.Gen.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly CSharpCompilation _output;
    private readonly IReadOnlyDictionary<string, string> _files;

    private GeneratorRun(CSharpCompilation output, IReadOnlyDictionary<string, string> files)
    {
        _output = output;
        _files = files;
    }

    /// <summary>The emitted files by their hint names.</summary>
    public IReadOnlyDictionary<string, string> Files => _files;

    /// <summary>A reference to the compiled result, for a second assembly.</summary>
    public MetadataReference Reference => _output.ToMetadataReference();

    /// <summary>The same as a compiled image, of which the compiler shows others only the public half.</summary>
    public MetadataReference ImageReference
    {
        get
        {
            using MemoryStream image = new();
            Assert.True(_output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
            return MetadataReference.CreateFromImage(image.ToArray());
        }
    }

    /// <summary>Runs and proves.</summary>
    public static GeneratorRun Of(string source, string assemblyName = "Bank", params MetadataReference[] references)
    {
        CSharpCompilation compilation = Compile(source, assemblyName, references);
        CSharpGeneratorDriver driver = Driver();
        driver = (CSharpGeneratorDriver)driver.RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out ImmutableArray<Diagnostic> reported);
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        Assert.Empty(reported);
        AssertCompiles((CSharpCompilation)output, result);
        AssertCached(driver, compilation);
        ModelGraph.AssertHoldsNoCompilation(result);
        return new((CSharpCompilation)output, TextsOf(result));
    }

    /// <summary>Runs over source that need not compile; proves only that nothing throws.</summary>
    public static IReadOnlyDictionary<string, string> OfBroken(string source)
    {
        CSharpGeneratorDriver driver = (CSharpGeneratorDriver)Driver().RunGenerators(Compile(source, "Bank", []));
        GeneratorRunResult result = Assert.Single(driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        return TextsOf(result);
    }

    /// <summary>Runs over one source, then over an edited one; the hint names of the files that were emitted anew.</summary>
    public static IReadOnlyList<string> EmittedAnew(string before, string after)
    {
        CSharpCompilation compilation = Compile(before, "Bank", []);
        (GeneratorRunResult earlier, GeneratorRunResult result) = RunAgain(compilation, compilation.SyntaxTrees[0], after);
        Dictionary<string, string> first = TextsOf(earlier);
        int anew = result.TrackedOutputSteps
            .SelectMany(static step => step.Value)
            .SelectMany(static run => run.Outputs)
            .Count(static output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        string[] changed = [.. result.GeneratedSources.Where(s => !first.TryGetValue(s.HintName, out string? text) || text != s.SourceText.ToString()).Select(static s => s.HintName).Order(StringComparer.Ordinal)];
        Assert.Equal(changed.Length, anew);
        return changed;
    }

    /// <summary>Runs over a domain and a file beside it, then over an edit of that file; whether anything of the domain was read again, with whatever result.</summary>
    public static bool ReadsAgain(string domain, string before, string after)
    {
        SyntaxTree beside = CSharpSyntaxTree.ParseText(before, ParseOptions, "Beside.cs");
        (_, GeneratorRunResult result) = RunAgain(Compile(domain, "Bank", []).AddSyntaxTrees(beside), beside, after);
        return result.TrackedSteps["Cqrs.Reading"].SelectMany(static run => run.Outputs).Any(static output => output.Reason is not IncrementalStepRunReason.Cached);
    }

    /// <summary>Loads the compiled result.</summary>
    public Assembly Load() => LoadInto(new AssemblyLoadContext(_output.AssemblyName, isCollectible: true));

    /// <summary>Loads the compiled result together with one that it refers to.</summary>
    public (Assembly Referenced, Assembly Self) LoadWith(GeneratorRun referenced)
    {
        AssemblyLoadContext context = new(_output.AssemblyName, isCollectible: true);
        return (referenced.LoadInto(context), LoadInto(context));
    }

    private Assembly LoadInto(AssemblyLoadContext context)
    {
        using MemoryStream image = new();
        Microsoft.CodeAnalysis.Emit.EmitResult emitted = _output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics));
        image.Position = 0;
        return context.LoadFromStream(image);
    }

    // Whatever was kept of the earlier run, the later one gives what a first run gives.
    private static (GeneratorRunResult Earlier, GeneratorRunResult Later) RunAgain(CSharpCompilation compilation, SyntaxTree file, string edited)
    {
        GeneratorDriver driver = Driver().RunGenerators(compilation);
        GeneratorRunResult earlier = driver.GetRunResult().Results[0];
        compilation = compilation.ReplaceSyntaxTree(file, CSharpSyntaxTree.ParseText(edited, ParseOptions, file.FilePath));
        GeneratorRunResult later = driver.RunGenerators(compilation).GetRunResult().Results[0];
        Assert.Equal(TextsOf(Driver().RunGenerators(compilation).GetRunResult().Results[0]), TextsOf(later));
        return (earlier, later);
    }

    private static Dictionary<string, string> TextsOf(GeneratorRunResult result) =>
        result.GeneratedSources.ToDictionary(static s => s.HintName, static s => s.SourceText.ToString());

    private static CSharpCompilation Compile(string source, string assemblyName, MetadataReference[] references)
    {
        const string usings = "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks; global using Cqrs.Gen;";
        return CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.ParseText(source, ParseOptions, "Domain.cs"), CSharpSyntaxTree.ParseText(usings, ParseOptions, "Usings.cs")],
            [.. Platform, .. references],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                warningLevel: 9999,
                // Documentation is asked of generated code only: the sources of tests have none.
                specificDiagnosticOptions: [new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]));
    }

    private static CSharpGeneratorDriver Driver() => CSharpGeneratorDriver.Create(
        [new CqrsGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static void AssertCompiles(CSharpCompilation output, GeneratorRunResult result)
    {
        AssertNoProblem(output, result, static _ => true);

        // Generated files keep quiet about what the user's types cause; what they cause themselves must not hide behind that.
        foreach (GeneratedSourceResult file in result.GeneratedSources)
        {
            string strict = file.SourceText.ToString().Replace("#pragma warning disable\n", "#pragma warning disable CS0612, CS0618, CS1591\n", StringComparison.Ordinal);
            Assert.NotEqual(strict, file.SourceText.ToString());
            output = output.ReplaceSyntaxTree(file.SyntaxTree, CSharpSyntaxTree.ParseText(strict, ParseOptions, file.SyntaxTree.FilePath));
        }

        AssertNoProblem(output, result, static d => d.Id.StartsWith("CS", StringComparison.Ordinal));
    }

    private static void AssertNoProblem(CSharpCompilation output, GeneratorRunResult result, Func<Diagnostic, bool> counts)
    {
        string[] problems =
        [
            .. output.GetDiagnostics()
                .Where(d => d.Severity >= DiagnosticSeverity.Warning && counts(d))
                // The sources of tests have no documentation.
                .Where(static d => d.Id != "CS1591" || d.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true)
                .Select(static d => d.ToString()),
        ];
        Assert.True(
            problems.Length == 0,
            string.Join("\n", problems) + "\n" + string.Join("\n", result.GeneratedSources.Select(static s => $"// {s.HintName}\n{s.SourceText}")));
    }

    private static void AssertCached(GeneratorDriver driver, CSharpCompilation compilation)
    {
        CSharpCompilation edited = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("namespace Elsewhere; internal sealed class Unrelated;", ParseOptions, "Unrelated.cs"));
        GeneratorRunResult second = driver.RunGenerators(edited).GetRunResult().Results[0];
        // The compiler's own steps look at every new tree; ours have names of ours.
        IncrementalGeneratorRunStep[] ours = [.. second.TrackedSteps.Where(static step => step.Key.StartsWith("Cqrs.", StringComparison.Ordinal)).SelectMany(static step => step.Value)];
        Assert.True(ours.Length > 0 || second.GeneratedSources.IsEmpty, "No step has a name of ours.");
        string[] run = [.. ours.Concat(second.TrackedOutputSteps.SelectMany(static step => step.Value))
            .SelectMany(static step => step.Outputs.Select(output => $"{step.Name}: {output.Reason}"))
            .Where(static text => !text.EndsWith(": Cached", StringComparison.Ordinal) && !text.EndsWith(": Unchanged", StringComparison.Ordinal))];
        Assert.Empty(run);
    }
}
