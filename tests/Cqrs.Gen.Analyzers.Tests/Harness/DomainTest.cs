using System.Collections.Immutable;
using Cqrs.Gen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace Cqrs.Gen.Analyzers.Tests;

/// <summary>
/// Analyses a user's source as a build does: the generator runs, the compiler reports, and every rule of ours is on. What a test does not expect fails it, so
/// each test also proves that no other rule speaks and that generated code makes no noise.
/// </summary>
internal sealed class DomainTest : CSharpAnalyzerTest<StructureAnalyzer, DefaultVerifier>
{
    /// <summary>The usings that every source has.</summary>
    public const string Usings = """
        global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;
        global using Cqrs.Gen;
        """;

    /// <summary>Rules that the short sources of other tests would trip over everywhere: names that are not pinned, methods that decide nothing, queries with keys.</summary>
    public static readonly string[] Intent = [DiagnosticIds.NameNotPinned, DiagnosticIds.HandleRaisesNothing, DiagnosticIds.QueryNotRun];

    private DomainTest(string source)
    {
        TestCode = source;
        TestState.Sources.Add(("Usings.cs", Usings));
        Configure(TestState);
        TestBehaviors |= TestBehaviors.SkipGeneratedSourcesCheck;
        ReferenceAssemblies = Net10;
    }

    /// <summary>Only names the platform: its assemblies are those that run the tests, so nothing is fetched.</summary>
    public static ReferenceAssemblies Net10 { get; } = new("net10.0");

    public static ImmutableArray<MetadataReference> Platform { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is { } name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "Cqrs.Gen.dll" or "Cqrs.Gen.Runtime.dll" or "Microsoft.Extensions.DependencyInjection.Abstractions.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } =
    [
        .. typeof(StructureAnalyzer).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>No rule has anything to say, and neither has the compiler unless the source expects it with <c>{|CS0246:…|}</c>.</summary>
    public static Task IsQuiet(string source, params MetadataReference[] references) => Reports(source, references, []);

    /// <summary>Exactly these are reported: at the places that the source marks with <c>{|#0:…|}</c>, with these messages.</summary>
    public static Task Reports(string source, params (string Id, string Message)[] expected) => Reports(source, [], expected);

    public static async Task Reports(string source, MetadataReference[] references, params (string Id, string Message)[] expected)
    {
        DomainTest test = new(source);
        test.TestState.AdditionalReferences.AddRange(references);
        test.DisabledDiagnostics.AddRange(Intent.Except(expected.Select(static e => e.Id)));

        for (int i = 0; i < expected.Length; i++)
        {
            DiagnosticDescriptor rule = Rules.SelectMany(static r => r.SupportedDiagnostics).First(d => d.Id == expected[i].Id);
            test.ExpectedDiagnostics.Add(new DiagnosticResult(rule).WithLocation(i).WithMessage(expected[i].Message));
        }

        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The compiled domain of another assembly.</summary>
    public static MetadataReference Reference(string source, string assemblyName)
    {
        CSharpParseOptions options = new(LanguageVersion.CSharp14);
        return CSharpCompilation.Create(
            assemblyName,
            [CSharpSyntaxTree.ParseText(source, options), CSharpSyntaxTree.ParseText(Usings, options)],
            Platform,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)).ToMetadataReference();
    }

    protected override IEnumerable<DiagnosticAnalyzer> GetDiagnosticAnalyzers() => Rules;

    protected override IEnumerable<Type> GetSourceGenerators() => [typeof(CqrsGenerator)];

    protected override ParseOptions CreateParseOptions() => new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    protected override CompilationOptions CreateCompilationOptions() =>
        ((CSharpCompilationOptions)base.CreateCompilationOptions()).WithNullableContextOptions(NullableContextOptions.Enable);

    private static void Configure(SolutionState state) => state.AdditionalReferences.AddRange(Platform);
}
