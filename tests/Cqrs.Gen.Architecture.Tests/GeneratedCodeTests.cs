using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Architecture.Tests;

public sealed class GeneratedCodeTests
{
    [Fact]
    public void Generated_code_names_only_the_base_class_library_the_contracts_and_its_own_assembly()
    {
        string runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string[] foreign = [.. Used().Select(static use => use.Symbol.ContainingAssembly?.Name).OfType<string>().Distinct()
            .Where(name => name is not ("BankAccount" or "Cqrs.Gen") && !File.Exists(Path.Combine(runtime, name + ".dll")))];

        Findings.AreNone(foreign);
    }

    [Fact]
    public void Generated_code_uses_nothing_that_is_banned_in_src()
    {
        HashSet<string> banned = [.. File.ReadLines(Repository.At("src", "BannedSymbols.txt")).Select(static line => line.Split(';')[0].Trim()).Where(static id => id.Length > 0)];
        string[] found = [.. Used().Where(use => Ids(use.Symbol).Any(banned.Contains)).Select(static use => $"{use.File}: {use.Symbol.ToDisplayString()}").Distinct()];

        Assert.NotEmpty(banned);
        Findings.AreNone(found);
    }

    [Fact]
    public void Generated_code_starts_every_name_of_a_namespace_at_the_global_one()
    {
        string[] found = [.. SampleCompilation.Run().Generated.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<UsingDirectiveSyntax>())
            .Select(static directive => $"{directive.SyntaxTree.FilePath}: {directive}")];

        Findings.AreNone(found);
    }

    private static List<(string File, ISymbol Symbol)> Used()
    {
        (Compilation compilation, SyntaxTree[] generated) = SampleCompilation.Run();
        Assert.NotEmpty(generated);
        List<(string File, ISymbol Symbol)> used = [];
        foreach (SyntaxTree tree in generated)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            Findings.AreNone(model.GetDiagnostics().Where(static d => d.Severity >= DiagnosticSeverity.Warning).Select(static d => d.ToString()));
            foreach (SyntaxNode name in tree.GetRoot().DescendantNodes().Where(static node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax))
            {
                if (model.GetSymbolInfo(name).Symbol is { } symbol and not INamespaceSymbol)
                {
                    used.Add((Path.GetFileName(tree.FilePath), symbol));
                }
            }
        }

        return used;
    }

    private static IEnumerable<string> Ids(ISymbol symbol)
    {
        for (ISymbol? s = symbol.OriginalDefinition; s is not null and not INamespaceSymbol { IsGlobalNamespace: true } and not IModuleSymbol; s = s.ContainingSymbol)
        {
            if (s.GetDocumentationCommentId() is { } id)
            {
                yield return id;
            }
        }
    }
}
