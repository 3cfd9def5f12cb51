using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>The types that are one JSON token, or any JSON, by their names in <c>JsonValues</c>.</summary>
internal static class JsonTokens
{
    public static string? Of(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => "Boolean",
        SpecialType.System_SByte => "SByte",
        SpecialType.System_Byte => "Byte",
        SpecialType.System_Int16 => "Int16",
        SpecialType.System_UInt16 => "UInt16",
        SpecialType.System_Int32 => "Int32",
        SpecialType.System_UInt32 => "UInt32",
        SpecialType.System_Int64 => "Int64",
        SpecialType.System_UInt64 => "UInt64",
        SpecialType.System_Single => "Single",
        SpecialType.System_Double => "Double",
        SpecialType.System_Decimal => "Decimal",
        SpecialType.System_Char => "Char",
        SpecialType.System_String => "String",
        SpecialType.System_DateTime => "DateTime",
        _ => OfName(type),
    };

    /// <summary>Whether a dictionary's key may be of the type: <c>JsonKeys</c> has a method for it.</summary>
    /// <param name="token">The type's name here.</param>
    public static bool IsKey(string token) => !(token is "Bytes" or "Memory" or "ReadOnlyMemory" || token.StartsWith("Json", StringComparison.Ordinal));

    /// <summary>Whether the type is a number, so that <c>JsonNumberHandling</c> has a say.</summary>
    /// <param name="token">The type's name here.</param>
    public static bool IsNumber(string? token) => token is "SByte" or "Byte" or "Int16" or "UInt16" or "Int32" or "UInt32" or "Int64" or "UInt64" or "Int128" or "UInt128"
        or "Half" or "Single" or "Double" or "Decimal";

    private static string? OfName(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => "Bytes",
        INamedTypeSymbol { Arity: 1, Name: "Memory" or "ReadOnlyMemory" } memory =>
            memory.TypeArguments[0].SpecialType == SpecialType.System_Byte && memory.IsSystem(memory.Name, 1, "System") ? memory.Name : null,
        { Name: "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Guid" or "Uri" or "Version" or "Half" or "Int128" or "UInt128" } =>
            type.IsSystem(type.Name, 0, "System") ? type.Name : null,
        { Name: "JsonElement" or "JsonDocument" } => type.IsSystem(type.Name, 0, "System", "Text", "Json") ? type.Name : null,
        { Name: "JsonNode" or "JsonObject" or "JsonArray" or "JsonValue" } => type.IsSystem(type.Name, 0, "System", "Text", "Json", "Nodes") ? type.Name : null,
        _ => null,
    };
}
