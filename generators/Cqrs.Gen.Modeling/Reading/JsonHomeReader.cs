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

    /// <summary>Whether classes derived from the home see the type: nothing in it is private.</summary>
    public static bool IsInherited(ITypeSymbol type) => HomeOf(type) is not null && !HoldsPrivate(type);

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
        : Depth(left) != Depth(right) ? Depth(left) > Depth(right) ? left : right
        : DerivesFrom(right, left) ? right : left;

    private static bool DerivesFrom(INamedTypeSymbol type, INamedTypeSymbol other) =>
        type.BaseType is { } parent && (SymbolEqualityComparer.Default.Equals(parent, other) || DerivesFrom(parent, other));

    private static bool HoldsPrivate(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return HoldsPrivate(array.ElementType);
        }

        for (INamedTypeSymbol? current = type as INamedTypeSymbol; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility == Accessibility.Private || current.TypeArguments.Any(HoldsPrivate))
            {
                return true;
            }
        }

        return false;
    }

    private static int Depth(INamedTypeSymbol type) => type.ContainingType is { } outer ? Depth(outer) + 1 : 0;
}
