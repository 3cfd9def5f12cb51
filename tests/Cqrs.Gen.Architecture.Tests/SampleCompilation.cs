using Cqrs.Gen.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Cqrs.Gen.Architecture.Tests;

/// <summary>The sample's sources, compiled with the generator, so that what it wrote can be asked what it refers to.</summary>
internal static class SampleCompilation
{
    private const string Usings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    public static (Compilation Compilation, SyntaxTree[] Generated) Run()
    {
        CSharpParseOptions options = new(LanguageVersion.CSharp14);
        IEnumerable<string> trusted = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "BankAccount",
            [
                CSharpSyntaxTree.ParseText(Usings, options, cancellationToken: TestContext.Current.CancellationToken),
                .. Repository.Files("samples/BankAccount", "*.cs").Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file)),
            ],
            trusted.Select(static path => MetadataReference.CreateFromFile(path)),
            new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create([new CqrsGenerator().AsSourceGenerator()], parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation output, out _, TestContext.Current.CancellationToken);
        return (output, [.. output.SyntaxTrees.Except(compilation.SyntaxTrees)]);
    }
}
