using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Tells types that the compiler found from those that it reports as missing.</summary>
internal static class FoundTypes
{
    /// <summary>False if the compiler could not find the type or a part of it: it says so itself, and generated code must not name it again.</summary>
    public static bool IsFound(this ITypeSymbol type) => type switch
    {
        IErrorTypeSymbol => false,
        IArrayTypeSymbol array => array.ElementType.IsFound(),
        IPointerTypeSymbol pointer => pointer.PointedAtType.IsFound(),
        INamedTypeSymbol named => named.TypeArguments.All(static t => t.IsFound()),
        _ => true,
    };
}
