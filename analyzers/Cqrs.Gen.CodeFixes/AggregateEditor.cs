using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace Cqrs.Gen.CodeFixes;

/// <summary>Adds methods to the user's half of an aggregate.</summary>
internal static class AggregateEditor
{
    /// <summary>Adds methods after the last one of that name, or at the end of the class.</summary>
    public static async Task<Solution> AddAsync(
        Solution solution,
        INamedTypeSymbol aggregate,
        string methodName,
        Func<MethodStyle, IEnumerable<MethodDeclarationSyntax>> write,
        CancellationToken cancellationToken)
    {
        if (await FindAsync(solution, aggregate, methodName, cancellationToken).ConfigureAwait(false) is not (Document document, TypeDeclarationSyntax declaration))
        {
            return solution;
        }

        MethodDeclarationSyntax[] methods = [.. declaration.Members.OfType<MethodDeclarationSyntax>().Where(m => m.Identifier.Text == methodName)];
        int place = methods.Length == 0 ? declaration.Members.Count : declaration.Members.IndexOf(methods[methods.Length - 1]) + 1;
        SyntaxNode root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        SyntaxTrivia endOfLine = root.DescendantTrivia().FirstOrDefault(static t => t.IsKind(SyntaxKind.EndOfLineTrivia));
        TypeDeclarationSyntax extended = declaration.WithMembers(declaration.Members.InsertRange(
            place,
            write(MethodStyle.Of(declaration, methods)).Select(m => m
                .WithTrailingTrivia(endOfLine)
                .WithAdditionalAnnotations(Formatter.Annotation, Simplifier.Annotation))));
        return solution.WithDocumentSyntaxRoot(document.Id, root.ReplaceNode(declaration, MethodStyle.WithBody(extended)));
    }

    /// <summary>Of several declarations, the one that has such methods already, else the marked one.</summary>
    private static async Task<(Document Document, TypeDeclarationSyntax Declaration)?> FindAsync(
        Solution solution, INamedTypeSymbol aggregate, string methodName, CancellationToken cancellationToken)
    {
        List<(Document Document, TypeDeclarationSyntax Declaration)> found = [];
        foreach (SyntaxReference reference in aggregate.DeclaringSyntaxReferences)
        {
            // Generated halves are no documents of the project.
            if (solution.GetDocument(reference.SyntaxTree) is { } document
                && await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is TypeDeclarationSyntax declaration)
            {
                found.Add((document, declaration));
            }
        }

        return found
            .OrderByDescending(f => f.Declaration.Members.OfType<MethodDeclarationSyntax>().Any(m => m.Identifier.Text == methodName))
            .ThenByDescending(static f => f.Declaration.AttributeLists.Count > 0)
            .Select(static f => ((Document, TypeDeclarationSyntax)?)f)
            .FirstOrDefault();
    }
}
