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
        IMethodSymbol method => HasSoundSyntax(method) && method.ReturnType.IsFound() && method.Parameters.All(static p => p.Type.IsFound()) && !method.IsDeclaredTwice(),
        IPropertySymbol property => HasSoundSyntax(property) && property.Type.IsFound(),
        IFieldSymbol field => HasSoundSyntax(field) && field.Type.IsFound(),
        IParameterSymbol parameter => parameter.Type.IsFound(),
        INamedTypeSymbol type => HasSoundSyntax(type) && HasSoundHead(type),
        _ => true,
    };

    private static bool HasSoundSyntax(ISymbol symbol) =>
        !symbol.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is { ContainsDiagnostics: true } node
            && node.GetDiagnostics().Any(static d => d.Severity == DiagnosticSeverity.Error));

    private static bool HasSoundHead(INamedTypeSymbol type) =>
        (type.BaseType is null || type.BaseType.IsFound())
        && type.Interfaces.All(static i => i.IsFound())
        && type.GetAttributes().All(static a => a.NamedArguments.All(static n => n.Value.Kind != TypedConstantKind.Error))
        && !IsDeclaredApart(type);

    /// <summary>Several declarations of which one is not partial.</summary>
    private static bool IsDeclaredApart(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Length > 1
        && type.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax t && !t.Modifiers.Any(SyntaxKind.PartialKeyword));
}
