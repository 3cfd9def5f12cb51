using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads <c>[JsonPolymorphic]</c> and <c>[JsonDerivedType]</c>.</summary>
internal static class JsonHierarchyReader
{
    private const string DefaultDiscriminator = "$type";

    public static bool IsHierarchy(ITypeSymbol type) =>
        type.FindJsonAttribute("JsonDerivedTypeAttribute") is not null || type.FindJsonAttribute("JsonPolymorphicAttribute") is not null;

    /// <summary>Why a hierarchy cannot be written as it is declared, or null.</summary>
    public static string? UnsupportedReason(INamedTypeSymbol type)
    {
        (INamedTypeSymbol? Type, object? Value)[] cases = CasesOf(type).ToArray();
        if (cases.Length == 0)
        {
            return "no derived type is declared: name each by [JsonDerivedType]";
        }

        foreach (KeyValuePair<string, TypedConstant> argument in type.FindJsonAttribute("JsonPolymorphicAttribute")?.NamedArguments ?? [])
        {
            if (argument is { Key: "UnknownDerivedTypeHandling", Value.Value: int and not 0 })
            {
                return "UnknownDerivedTypeHandling would write a type as another, so that it is lost: declare each derived type by [JsonDerivedType]";
            }

            if (argument is { Key: "IgnoreUnrecognizedTypeDiscriminators", Value.Value: true })
            {
                return "IgnoreUnrecognizedTypeDiscriminators would read a type as another, so that it is lost: leave it out";
            }
        }

        HashSet<object> values = [];
        HashSet<ISymbol> types = new(SymbolEqualityComparer.Default);
        foreach ((INamedTypeSymbol? derived, object? value) in cases)
        {
            string? reason =
                derived is null || !derived.IsOrDerivesFrom(type) ? $"{derived?.ShortName() ?? "what [JsonDerivedType] names"} does not derive from it"
                : derived.IsUnboundGenericType ? $"the derived type {derived.ShortName()} is an open generic type: name a closed one"
                : derived.IsAbstract ? $"the derived type {derived.ShortName()} is abstract: name those that can be made"
                : value is null ? $"the derived type {derived.ShortName()} has no discriminator, so it could not be told when it is read: give it one in [JsonDerivedType]"
                : !types.Add(derived) ? $"the derived type {derived.ShortName()} is declared twice"
                : !values.Add(value) ? $"the discriminator {value} is declared twice"
                : null;
            if (reason is not null)
            {
                return reason;
            }
        }

        return null;
    }

    public static JsonTypeModel Read(INamedTypeSymbol type, JsonShapeReader reader)
    {
        List<JsonCaseModel> cases = [];
        foreach ((INamedTypeSymbol? derived, object? value) in CasesOf(type))
        {
            if (reader.CaseOf(derived!, type, out string reason) is not { } converter)
            {
                return JsonTypeReader.Unsupported(type, $"{derived!.ShortName()}: {reason}");
            }

            cases.Add(new(JsonNames.OfType(derived!), converter, value as string, value as int? ?? 0, DepthOf(derived!)));
        }

        bool hasItself = !type.IsAbstract && !cases.Any(c => c.Type == JsonNames.OfType(type));
        JsonConverterModel? itself = null;
        if (hasItself && (itself = reader.CaseOf(type, type, out string why)) is null)
        {
            return JsonTypeReader.Unsupported(type, why);
        }

        return new JsonHierarchyModel(
            JsonValueReader.ConverterOf(type),
            JsonHomeReader.HomeOf(type)?.ToModel(),
            JsonNames.OfType(type),
            JsonNames.OfDisplay(type),
            DiscriminatorOf(type),
            itself,
            cases.ToEquatableArray());
    }

    /// <summary>The converter of a type without its derived types: where it is one of a hierarchy's, or the hierarchy's own.</summary>
    public static JsonConverterModel ConverterOfCase(INamedTypeSymbol type)
    {
        JsonConverterModel converter = JsonValueReader.ConverterOf(type);
        return IsHierarchy(type) ? converter with { Name = converter.Name + "__Itself" } : converter;
    }

    /// <summary>The names of the members by which other hierarchies or commands know a type; none if nothing does.</summary>
    public static string[] DiscriminatorsOf(INamedTypeSymbol type)
    {
        IEnumerable<string> names = AncestorsOf(type)
            .Where(ancestor => CasesOf(ancestor).Any(c => SymbolEqualityComparer.Default.Equals(c.Type, type)))
            .Select(DiscriminatorOf);
        return names.Concat(type.IsMessage(MessageKind.Command) ? [DefaultDiscriminator] : []).Distinct().ToArray();
    }

    /// <summary>Whether a type is one of a hierarchy's.</summary>
    public static bool IsCase(INamedTypeSymbol type) =>
        AncestorsOf(type).Any(ancestor => CasesOf(ancestor).Any(c => SymbolEqualityComparer.Default.Equals(c.Type, type)));

    private static IEnumerable<INamedTypeSymbol> AncestorsOf(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            yield return contract;
        }
    }

    private static IEnumerable<(INamedTypeSymbol? Type, object? Value)> CasesOf(INamedTypeSymbol type)
    {
        foreach (AttributeData attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { } kind && JsonAttributes.IsJson(kind, "JsonDerivedTypeAttribute", 0) && attribute.ConstructorArguments.Length > 0)
            {
                yield return (attribute.ConstructorArguments[0].Value as INamedTypeSymbol, attribute.ConstructorArguments.Length > 1 ? attribute.ConstructorArguments[1].Value : null);
            }
        }
    }

    private static string DiscriminatorOf(INamedTypeSymbol type) =>
        type.FindJsonAttribute("JsonPolymorphicAttribute")?.NamedArguments.FirstOrDefault(static a => a.Key == "TypeDiscriminatorPropertyName").Value.Value as string ?? DefaultDiscriminator;

    private static int DepthOf(INamedTypeSymbol type) => AncestorsOf(type).Count();
}
