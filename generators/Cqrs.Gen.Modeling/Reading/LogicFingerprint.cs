using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Modeling;

/// <summary>
/// A hash of the code that leads to a state: every token of the class and its base classes but those of its <c>Handle</c> methods, which never change the
/// state. White space and comments do not count; nor does code of other classes that an <c>Apply</c> calls.
/// </summary>
internal static class LogicFingerprint
{
    public static string Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        List<SyntaxReference> references = [];
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            references.AddRange(current.DeclaringSyntaxReferences);
        }

        // Ordered by their text: the order of files differs between machines.
        IEnumerable<string> declarations = references
            .Select(r => Tokens(r.GetSyntax(cancellationToken)))
            .OrderBy(static text => text, StringComparer.Ordinal);
        return StableHash.Of(string.Join("\n", declarations));
    }

    private static string Tokens(SyntaxNode declaration) =>
        string.Join(" ", declaration.DescendantTokens(static n => !IsHandler(n)).Select(static t => t.Text));

    private static bool IsHandler(SyntaxNode node) => node is MethodDeclarationSyntax { Identifier.Text: "Handle" };
}
