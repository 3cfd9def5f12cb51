using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads <c>[JsonNumberHandling]</c>, which is for numbers and for the items of collections and the values of dictionaries that are numbers.</summary>
internal static class JsonNumberReader
{
    /// <summary>How a member's numbers are written and read: what it says itself, or its type, or the collection, or the defaults.</summary>
    /// <param name="member">The member.</param>
    /// <param name="type">The type that is written with it.</param>
    /// <param name="defaults">The type's defaults.</param>
    /// <returns>Null for a member without numbers.</returns>
    public static JsonNumbers? OfMember(ISymbol member, INamedTypeSymbol type, JsonDefaults defaults)
    {
        ITypeSymbol value = JsonMemberReader.TypeOf(member);
        return IsNumber(value) ? Of(member) ?? Of(type) ?? defaults.Numbers
            : HoldsNumbers(value) ? Of(member) ?? Of(type) ?? Of(value) ?? defaults.Numbers
            : null;
    }

    /// <summary>How the numbers in a type are written and read where no member decides.</summary>
    public static JsonNumbers OfType(ITypeSymbol type, JsonDefaults defaults) => Of(type) ?? defaults.Numbers;

    /// <summary>Whether a type is a collection of numbers or a dictionary whose values are numbers.</summary>
    public static bool HoldsNumbers(ITypeSymbol type) => JsonCollectionReader.KindOf(type) is { Item: { } item } && IsNumber(item);

    /// <summary>Why what a member says of its numbers cannot be, or null.</summary>
    public static string? UnsupportedReason(ISymbol member, IAssemblySymbol assembly)
    {
        ITypeSymbol type = JsonMemberReader.TypeOf(member);
        return Of(member) is null ? null
            : JsonCustomReader.Of(member, type, assembly) is not null ? "its converter decides how it is written, and knows nothing of [JsonNumberHandling]: leave one of them"
            : !IsNumber(type) && !HoldsNumbers(type) ? "[JsonNumberHandling] is for numbers and for collections of numbers, and this is neither: leave it out"
            : null;
    }

    /// <summary>Why numbers cannot be handled so, or null.</summary>
    public static string? UnsupportedReason(JsonNumbers numbers) =>
        (numbers & (JsonNumbers.WriteAsString | JsonNumbers.AllowReadingFromString)) == JsonNumbers.WriteAsString
            ? "its numbers would be written as strings and could not be read from them: add JsonNumberHandling.AllowReadingFromString"
            : null;

    public static bool IsNumber(ITypeSymbol type) => JsonTokens.IsNumber(JsonTokens.Of(JsonValueReader.Underlying(type)));

    private static JsonNumbers? Of(ISymbol symbol) =>
        symbol.FindJsonAttribute("JsonNumberHandlingAttribute") is { ConstructorArguments: [{ Value: int handling }] } ? (JsonNumbers)handling : null;
}
