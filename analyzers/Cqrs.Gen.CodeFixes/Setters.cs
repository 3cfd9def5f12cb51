using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.CodeFixes;

/// <summary>Setters that a fix may change.</summary>
internal static class Setters
{
    /// <summary>The setter of a property; null if it has none, or if a base class, a derived class or an interface asks for one like it.</summary>
    public static AccessorDeclarationSyntax? FreeOf(PropertyDeclarationSyntax property, SemanticModel? model, CancellationToken cancellationToken) =>
        model?.GetDeclaredSymbol(property, cancellationToken) is { IsOverride: false, IsVirtual: false, IsAbstract: false } symbol && !ImplementsSetter(symbol)
            ? property.AccessorList?.Accessors.FirstOrDefault(static a => a.IsKind(SyntaxKind.SetAccessorDeclaration))
            : null;

    private static bool ImplementsSetter(IPropertySymbol property) => property.ContainingType.AllInterfaces
        .SelectMany(static i => i.GetMembers().OfType<IPropertySymbol>())
        .Any(asked => asked.SetMethod is not null && SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(asked), property));
}
