using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads one use of a type: whether it may be null there, and what writes it.</summary>
internal static class JsonValueReader
{
    public static JsonValueModel Read(ITypeSymbol type)
    {
        ITypeSymbol plain = Underlying(type);
        string? token = JsonTokens.Of(plain);
        bool acceptsNull = AcceptsNull(type);
        return new(
            JsonNames.OfType(plain) + (acceptsNull ? "?" : ""),
            token,
            token is null ? ConverterOf(plain) : null,
            acceptsNull,
            !plain.IsValueType);
    }

    /// <summary>The converter that a type has or would have.</summary>
    public static JsonConverterModel ConverterOf(ITypeSymbol plain) =>
        JsonClosedSetReader.ConverterOf(plain)
        ?? new(JsonHomeReader.HomeOf(plain)?.FullName(), JsonHomeReader.IsInherited(plain), JsonNames.OfConverter(plain), plain.WithNullableAnnotation(NullableAnnotation.None).FullName());

    /// <summary>The type inside <c>Nullable&lt;T&gt;</c>, or the type itself.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>True unless the type says that it is never null. Code without nullable annotations does not say so.</summary>
    public static bool AcceptsNull(ITypeSymbol type) => type.IsValueType
        ? type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        : type.NullableAnnotation != NullableAnnotation.NotAnnotated;
}
