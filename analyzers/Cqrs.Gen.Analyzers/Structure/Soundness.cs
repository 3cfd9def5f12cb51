using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Analyzers;

/// <summary>
/// Whether a declaration is as its author means it. Where the compiler has something to say already, whatever a rule would add is at best a consequence.
/// </summary>
internal static class Soundness
{
    public static bool IsSound(this ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => HasSoundSyntax(method) && method.ReturnType.IsSoundType() && method.Parameters.All(static p => p.Type.IsSoundType()) && !method.IsDeclaredTwice(),
        IPropertySymbol property => HasSoundSyntax(property) && property.Type.IsSoundType(),
        IFieldSymbol field => HasSoundSyntax(field) && field.Type.IsSoundType(),
        IParameterSymbol parameter => parameter.Type.IsSoundType(),
        INamedTypeSymbol type => HasSoundSyntax(type) && HasSoundHead(type),
        _ => true,
    };

    /// <summary>False if the compiler could not find the type or a part of it.</summary>
    public static bool IsSoundType(this ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => false,
        IArrayTypeSymbol array => array.ElementType.IsSoundType(),
        IPointerTypeSymbol pointer => pointer.PointedAtType.IsSoundType(),
        INamedTypeSymbol named => named.TypeArguments.All(static t => t.IsSoundType()),
        _ => true,
    };

    private static bool HasSoundSyntax(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is { ContainsDiagnostics: true } node
            && node.GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error));

    private static bool HasSoundHead(INamedTypeSymbol type) =>
        (type.BaseType is null || type.BaseType.IsSoundType())
        && type.Interfaces.All(static i => i.IsSoundType())
        && type.GetAttributes().All(static a => a.NamedArguments.All(static n => n.Value.Kind != TypedConstantKind.Error))
        && !IsDeclaredApart(type);

    /// <summary>Several declarations of which one is not partial.</summary>
    private static bool IsDeclaredApart(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Length > 1
        && type.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax t && !t.Modifiers.Any(SyntaxKind.PartialKeyword));
}
