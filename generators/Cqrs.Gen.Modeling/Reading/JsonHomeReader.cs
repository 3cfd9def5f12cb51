using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cqrs.Gen.Modeling;

/// <summary>Finds the user's type in which a converter must be nested because only there the type that it converts can be named.</summary>
internal static class JsonHomeReader
{
    /// <summary>The innermost type around a private or protected type in it, or null if the whole assembly sees the type.</summary>
    public static INamedTypeSymbol? HomeOf(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                return HomeOf(array.ElementType);
            case INamedTypeSymbol named:
                INamedTypeSymbol? home = null;
                for (INamedTypeSymbol? current = named; current is not null; current = current.ContainingType)
                {
                    if (home is null && IsHidden(current))
                    {
                        home = current.ContainingType;
                    }

                    foreach (ITypeSymbol argument in current.TypeArguments)
                    {
                        home = Inner(home, HomeOf(argument));
                    }
                }

                return home;
            default:
                return null;
        }
    }

    /// <summary>Whether a converter can be where it sees the type.</summary>
    public static bool CanHold(ITypeSymbol type) => HomeOf(type) is not { } home || UnsupportedReason(home) is null;

    /// <summary>Why a converter cannot be nested there, or null if it can.</summary>
    public static string? UnsupportedReason(INamedTypeSymbol home)
    {
        for (INamedTypeSymbol? current = home; current is not null; current = current.ContainingType)
        {
            if (current.IsGenericType)
            {
                return $"it is private to the generic type {current.ShortName()}: make it internal";
            }

            if (!current.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() is TypeDeclarationSyntax t && t.Modifiers.Any(SyntaxKind.PartialKeyword)))
            {
                return $"it is private to {home.ShortName()}, and {current.ShortName()} is not partial: make that partial, or the type internal";
            }
        }

        return null;
    }

    private static bool IsHidden(INamedTypeSymbol type) =>
        type.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal;

    private static INamedTypeSymbol? Inner(INamedTypeSymbol? left, INamedTypeSymbol? right) =>
        left is null ? right
        : right is null ? left
        : Depth(left) >= Depth(right) ? left : right;

    private static int Depth(INamedTypeSymbol type) => type.ContainingType is { } outer ? Depth(outer) + 1 : 0;
}
