using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>The attributes of System.Text.Json on types and members.</summary>
internal static class JsonAttributes
{
    public static AttributeData? FindJsonAttribute(this ISymbol symbol, string name)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.Name == name && IsJson(type))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>What <c>[JsonIgnore]</c> says, or the defaults.</summary>
    public static JsonIgnore IgnoreOf(ISymbol symbol, JsonDefaults defaults)
    {
        if (symbol.FindJsonAttribute("JsonIgnoreAttribute") is not { } attribute)
        {
            return defaults.Ignore;
        }

        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == "Condition" && argument.Value.Value is int condition)
            {
                return (JsonIgnore)condition;
            }
        }

        return JsonIgnore.Always;
    }

    /// <summary>How <c>[JsonConverter]</c> says that an enumeration is written.</summary>
    public static JsonEnumStyle EnumStyleOf(ISymbol symbol) =>
        symbol.FindJsonAttribute("JsonConverterAttribute") is { } attribute ? attribute.FindEnumStyle() : JsonEnumStyle.Default;

    /// <summary>Whether an attribute is <c>[JsonConverter]</c>, or a kind of it.</summary>
    public static bool IsConverterAttribute(INamedTypeSymbol? type) =>
        type is not null && (IsJson(type, "JsonConverterAttribute", 0) || IsConverterAttribute(type.BaseType));

    /// <summary>The converter that <c>[JsonConverter]</c> names, or null if it does not name but make one.</summary>
    public static INamedTypeSymbol? NamedConverter(this AttributeData attribute) =>
        attribute is { AttributeClass: { } type, ConstructorArguments: [{ Value: INamedTypeSymbol converter }] } && IsJson(type) ? converter : null;

    /// <summary>The name that an attribute gives in its constructor.</summary>
    public static string? NameIn(AttributeData? attribute) =>
        attribute is { ConstructorArguments: [{ Value: string name }] } ? name : null;

    /// <summary>Whether members that a type does not have are passed over.</summary>
    public static bool SkipsUnknown(INamedTypeSymbol type, JsonDefaults defaults) =>
        type.FindJsonAttribute("JsonUnmappedMemberHandlingAttribute") is { ConstructorArguments: [{ Value: int handling }] } ? handling == 0 : defaults.SkipsUnknown;

    public static int OrderOf(ISymbol member) =>
        member.FindJsonAttribute("JsonPropertyOrderAttribute") is { ConstructorArguments: [{ Value: int order }] } ? order : 0;

    public static bool IsJson(INamedTypeSymbol type, string name, int arity) => type.Name == name && type.Arity == arity && IsJson(type);

    public static JsonEnumStyle FindEnumStyle(this AttributeData attribute) =>
        attribute.NamedConverter() is { } converter && IsJson(converter)
            ? converter.Name switch
            {
                "JsonStringEnumConverter" => JsonEnumStyle.String,
                "JsonNumberEnumConverter" => JsonEnumStyle.Number,
                _ => JsonEnumStyle.Custom,
            }
            : JsonEnumStyle.Custom;

    private static bool IsJson(INamedTypeSymbol type) => type.ContainingNamespace is
    {
        Name: "Serialization",
        ContainingNamespace: { Name: "Json", ContainingNamespace: { Name: "Text", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } },
    };
}

/// <summary>The values of <c>JsonIgnoreCondition</c>, by their numbers.</summary>
internal enum JsonIgnore
{
    Never = 0,
    Always = 1,
    WhenWritingDefault = 2,
    WhenWritingNull = 3,
    WhenWriting = 4,
    WhenReading = 5,
}

internal enum JsonEnumStyle
{
    Default,
    String,
    Number,
    Custom,
}
