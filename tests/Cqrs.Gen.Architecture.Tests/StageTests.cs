using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Architecture.Tests;

/// <summary>The stages of the generator: symbols, reading, model, emitters, text; each knows only what it is given.</summary>
public sealed class StageTests
{
    private const string Compiler = "Microsoft.CodeAnalysis";

    [Theory]
    [InlineData("generators/Cqrs.Gen.Modeling/Equality")]
    [InlineData("generators/Cqrs.Gen.Modeling/Model")]
    [InlineData("generators/Cqrs.Gen.Generators/Emitters")]
    public void Behind_the_readers_nothing_knows_the_compiler(string folder) =>
        Findings.AreNone(FilesOf(folder).Where(static file => File.ReadAllText(file).Contains(Compiler, StringComparison.Ordinal)).Select(Repository.Relative));

    [Theory]
    [InlineData("Equality", "Equality")]
    [InlineData("Model", "Model Equality")]
    [InlineData("Symbols", "Symbols Model Equality")]
    [InlineData("Findings", "Findings Symbols Equality")]
    public void A_folder_of_the_model_refers_only_to_what_stands_below_it(string folder, string allowed)
    {
        Dictionary<string, string> folderOf = new(StringComparer.Ordinal);
        foreach (string file in Repository.Files("generators/Cqrs.Gen.Modeling", "*.cs"))
        {
            foreach (BaseTypeDeclarationSyntax type in Tree(file).DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            {
                folderOf[type.Identifier.Text] = FolderOf(file);
            }
        }

        string[] wrong = [.. FilesOf("generators/Cqrs.Gen.Modeling/" + folder).SelectMany(file => Tree(file).DescendantNodes().OfType<TypeSyntax>()
            .OfType<SimpleNameSyntax>()
            .Select(static name => name.Identifier.Text)
            .Where(name => folderOf.TryGetValue(name, out string? used) && !allowed.Split(' ').Contains(used))
            .Distinct()
            .Select(name => $"{Repository.Relative(file)} refers to {name} of {folderOf[name]}"))];

        Findings.AreNone(wrong);
    }

    [Fact]
    public void The_generator_reports_no_diagnostic() => Findings.AreNone(Repository.Files("generators", "*.cs")
        .Where(static file => File.ReadAllText(file) is { } text
            && (text.Contains("ReportDiagnostic", StringComparison.Ordinal) || text.Contains("DiagnosticDescriptor", StringComparison.Ordinal)))
        .Select(Repository.Relative));

    private static string[] FilesOf(string folder)
    {
        string[] files = [.. Repository.Files(folder, "*.cs")];
        Assert.NotEmpty(files);
        return files;
    }

    private static SyntaxNode Tree(string file) => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot();

    private static string FolderOf(string file) => Path.GetRelativePath(Repository.At("generators", "Cqrs.Gen.Modeling"), file).Split('/', '\\')[0];
}
