using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Cqrs.Gen.Modeling;

/// <summary>Reads arrays, collections and dictionaries: those of the framework and the user's own.</summary>
internal static class JsonCollectionReader
{
    // What keeps a comparer that is not part of its JSON.
    private static readonly HashSet<string> Comparing = new(StringComparer.Ordinal)
    {
        "HashSet`1", "SortedSet`1", "ISet`1", "IReadOnlySet`1", "ImmutableHashSet`1", "ImmutableSortedSet`1", "IImmutableSet`1", "FrozenSet`1",
        "Dictionary`2", "OrderedDictionary`2", "SortedDictionary`2", "SortedList`2", "IDictionary`2", "IReadOnlyDictionary`2", "ConcurrentDictionary`2",
        "ImmutableDictionary`2", "ImmutableSortedDictionary`2", "IImmutableDictionary`2", "FrozenDictionary`2",
    };

    /// <summary>The collection, or null if the type is none.</summary>
    /// <param name="type">The type.</param>
    /// <param name="reader">Reads the types of its items.</param>
    public static JsonTypeModel? Read(ITypeSymbol type, JsonShapeReader reader) => Read(type, JsonNumberReader.OfType(type, reader.DefaultsOf(type)), reader);

    /// <summary>The converter of a collection of numbers where they are handled in some way.</summary>
    public static JsonConverterModel ConverterOf(ITypeSymbol type, JsonNumbers numbers, JsonShapeReader reader)
    {
        JsonConverterModel converter = JsonValueReader.ConverterOf(type);
        return converter with { Name = converter.Name + SuffixOf(type, numbers, reader) };
    }

    /// <summary>The collection whose numbers are handled in some way, or null if the type is none.</summary>
    public static JsonTypeModel? Read(ITypeSymbol type, JsonNumbers numbers, JsonShapeReader reader)
    {
        if (KindOf(type) is not { Shape: { } shape, Item: { } item } kind)
        {
            return null;
        }

        if (type.IsValueType && shape.Absence == JsonAbsence.Null)
        {
            shape = shape with { Absence = JsonAbsence.None };
        }

        if (reader.ValueOf(item, type, JsonNumberReader.IsNumber(item) ? numbers : null, out string reason) is not { } value)
        {
            return JsonTypeReader.Unsupported(type, $"{item.ShortName()}: {reason}");
        }

        JsonNumbers? own = JsonNumberReader.IsNumber(item) ? JsonNumberReader.OfType(type, reader.DefaultsOf(type)) : null;
        string suffix = own is null ? "" : SuffixOf(type, numbers, reader);
        JsonConverterModel converter = JsonValueReader.ConverterOf(type);
        converter = converter with { Name = converter.Name + suffix };
        TypeModel? home = JsonHomeReader.HomeOf(type)?.ToModel();
        string name = JsonNames.OfType(type);
        string display = JsonNames.OfDisplay(type) + suffix;
        if (kind.Key is not { } keyType)
        {
            return new JsonCollectionModel(converter, home, name, display, value, Filled(shape, name, value.Type), own);
        }

        if (JsonKeyReader.Read(keyType, type, reader, out reason) is not { } key)
        {
            return JsonTypeReader.Unsupported(type, $"{keyType.ShortName()}: {reason}");
        }

        return new JsonDictionaryModel(converter, home, name, display, key, value, Filled(shape, name, $"{key.Type}, {value.Type}"), IsReadOnlyDictionary(type), own);
    }

    /// <summary>What a type is that holds items; null for any other type.</summary>
    public static JsonCollectionKind? KindOf(ITypeSymbol type) =>
        JsonCollectionKind.OfFramework(type) ?? (type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named ? JsonCollectionKind.OfUser(named) : null);

    /// <summary>True for a collection whose comparer decides what it holds, so that a restored one must have the same.</summary>
    public static bool HasComparer(ITypeSymbol type) => Comparing.Contains(type.MetadataName) && JsonCollectionKind.OfFramework(type) is not null;

    // A member may want other numbers than the collection has by itself.
    private static string SuffixOf(ITypeSymbol type, JsonNumbers numbers, JsonShapeReader reader) =>
        numbers == JsonNumberReader.OfType(type, reader.DefaultsOf(type)) ? "" : "__" + numbers.ToString().Replace(", ", "");

    // One that may keep extension data is made by System.Text.Json itself.
    private static bool IsReadOnlyDictionary(ITypeSymbol type) => !JsonExtensionReader.IsElements(type) && (
        type.MetadataName == "IReadOnlyDictionary`2" || type.AllInterfaces.Any(static i => i.MetadataName == "IReadOnlyDictionary`2"));

    private static JsonCollectionShape Filled(JsonCollectionShape shape, string self, string arguments)
    {
        string Fill(string text) => string.Format(CultureInfo.InvariantCulture, text, self, arguments);
        return shape with { Source = Fill(shape.Source), Builder = Fill(shape.Builder), Add = Fill(shape.Add), Result = Fill(shape.Result) };
    }
}
