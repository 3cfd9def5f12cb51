using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Modeling;

/// <summary>
/// Tells whether making an object may be refused by code of the user's: a payload that a constructor or a setter does not take is as wrong as one of another
/// shape, so it is refused in the same way.
/// </summary>
internal static class JsonRefusalReader
{
    /// <param name="type">The type.</param>
    /// <param name="constructor">How it is made.</param>
    public static bool MayRefuse(INamedTypeSymbol type, IMethodSymbol constructor) =>
        IsForeign(type)
        || (!constructor.IsImplicitlyDeclared && constructor.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is ConstructorDeclarationSyntax c && HoldsCode(c)))
        || JsonMemberReader.MembersOf(type).Any(static m => m.DeclaringSyntaxReferences.Any(static r => HoldsCode(r.GetSyntax())));

    // Of another assembly only what it declares is known. The framework's plain types refuse nothing.
    private static bool IsForeign(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.IsEmpty && type.ContainingNamespace.ToDisplayString().Split('.')[0] != "System";

    private static bool HoldsCode(SyntaxNode declaration) => declaration.DescendantNodes().Any(static n =>
        n is InvocationExpressionSyntax or ThrowExpressionSyntax or ThrowStatementSyntax
        && n.FirstAncestorOrSelf<AttributeSyntax>() is null
        && n.FirstAncestorOrSelf<AccessorDeclarationSyntax>() is not { RawKind: (int)SyntaxKind.GetAccessorDeclaration }
        && n.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() is not { Parent: PropertyDeclarationSyntax });
}
