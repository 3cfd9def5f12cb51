using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.CodeFixes;

/// <summary>How the user writes such methods.</summary>
/// <param name="Accessibility">The modifiers that the others have: empty, <c>private</c>, <c>public</c>, …</param>
/// <param name="ReturnsState">True if an Apply returns the next state instead of changing it.</param>
internal sealed record MethodStyle(SyntaxTokenList Accessibility, bool ReturnsState)
{
    public static MethodStyle Of(TypeDeclarationSyntax declaration, IReadOnlyList<MethodDeclarationSyntax> methods)
    {
        MethodDeclarationSyntax? like = methods.LastOrDefault(static m => !m.Modifiers.Any(SyntaxKind.StaticKeyword)) ?? (methods.Count > 0 ? methods[methods.Count - 1] : null);
        SyntaxTokenList accessibility = like is null
            ? default
            : SyntaxFactory.TokenList(like.Modifiers.Where(static m => SyntaxFacts.IsAccessibilityModifier(m.Kind())).Select(static m => m.WithLeadingTrivia().WithTrailingTrivia(SyntaxFactory.Space)));
        bool returnsState = like is null
            ? declaration is RecordDeclarationSyntax
            : like.ReturnType is not PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        return new(accessibility, returnsState);
    }

    /// <summary>A class that ends in a semicolon gets braces.</summary>
    public static TypeDeclarationSyntax WithBody(TypeDeclarationSyntax declaration) => declaration.OpenBraceToken.IsKind(SyntaxKind.None)
        ? declaration
            .WithSemicolonToken(default)
            .WithOpenBraceToken(SyntaxFactory.Token(SyntaxKind.OpenBraceToken))
            .WithCloseBraceToken(SyntaxFactory.Token(SyntaxKind.CloseBraceToken).WithTrailingTrivia(declaration.SemicolonToken.TrailingTrivia))
        : declaration;
}
