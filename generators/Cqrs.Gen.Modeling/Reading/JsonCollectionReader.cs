using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads arrays, lists, sets and dictionaries.</summary>
internal static class JsonCollectionReader
{
    public static bool IsCollection(ITypeSymbol type) => ShapeOf(type) is not null || IsDictionary(type);

    /// <summary>The collection, or null if the type is none that is known.</summary>
    public static JsonTypeModel? Read(ITypeSymbol type, JsonShapeReader reader)
    {
        JsonCollectionShape? shape = ShapeOf(type);
        if (shape is null && !IsDictionary(type))
        {
            return null;
        }

        ITypeSymbol item = type is IArrayTypeSymbol array ? array.ElementType : ((INamedTypeSymbol)type).TypeArguments.Last();
        if (reader.ValueOf(item, type, out string reason) is not { } value)
        {
            return JsonTypeReader.Unsupported(type, $"{item.ShortName()}: {reason}");
        }

        JsonConverterModel converter = JsonValueReader.ConverterOf(type);
        TypeModel? home = JsonHomeReader.HomeOf(type)?.ToModel();
        string name = JsonNames.OfType(type);
        string display = JsonNames.OfDisplay(type);
        return shape is { } known
            ? new JsonCollectionModel(converter, home, name, display, known, value)
            : new JsonDictionaryModel(converter, home, name, display, value);
    }

    /// <summary>True for a class whose comparer decides what it holds, so that a restored one must have the same.</summary>
    public static bool HasComparer(ITypeSymbol type) =>
        type is INamedTypeSymbol named && IsGeneric(named) && named.MetadataName is "HashSet`1" or "Dictionary`2";

    private static JsonCollectionShape? ShapeOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } => JsonCollectionShape.Array,
        INamedTypeSymbol { MetadataName: "ImmutableArray`1" } named when IsIn(named, "Immutable") => JsonCollectionShape.ImmutableArray,
        INamedTypeSymbol named when IsGeneric(named) => named.MetadataName switch
        {
            "List`1" or "IList`1" or "ICollection`1" or "IEnumerable`1" or "IReadOnlyList`1" or "IReadOnlyCollection`1" => JsonCollectionShape.List,
            "HashSet`1" or "ISet`1" or "IReadOnlySet`1" => JsonCollectionShape.Set,
            _ => null,
        },
        _ => null,
    };

    private static bool IsDictionary(ITypeSymbol type) =>
        type is INamedTypeSymbol { MetadataName: "Dictionary`2" or "IDictionary`2" or "IReadOnlyDictionary`2" } named
        && IsGeneric(named)
        && named.TypeArguments[0].SpecialType == SpecialType.System_String;

    private static bool IsGeneric(INamedTypeSymbol type) => IsIn(type, "Generic");

    private static bool IsIn(INamedTypeSymbol type, string space) =>
        type.ContainingNamespace is { ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } own
        && own.Name == space;
}
