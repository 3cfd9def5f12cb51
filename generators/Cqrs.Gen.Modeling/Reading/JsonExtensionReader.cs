using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>What may carry <c>[JsonExtensionData]</c>.</summary>
internal static class JsonExtensionReader
{
    /// <summary>Whether a dictionary can hold any JSON as it was written.</summary>
    public static bool IsElements(ITypeSymbol type) =>
        type is INamedTypeSymbol { Arity: 2 } named
        && (named.IsSystem("Dictionary", 2, "System", "Collections", "Generic") || named.IsSystem("IDictionary", 2, "System", "Collections", "Generic"))
        && named.TypeArguments[0].SpecialType == SpecialType.System_String
        && named.TypeArguments[1].IsSystem("JsonElement", 0, "System", "Text", "Json");
}
