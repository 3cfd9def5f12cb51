namespace Cqrs.Gen.Modeling;

/// <summary>A type written as a JSON array.</summary>
/// <param name="Item">Its items.</param>
/// <param name="Shape">How it is taken apart and put together again.</param>
/// <param name="Numbers">How its numbers are written and read where no member decides; null if it holds none.</param>
internal sealed record JsonCollectionModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    JsonValueModel Item,
    JsonCollectionShape Shape,
    JsonNumbers? Numbers)
    : JsonTypeModel(Converter, Home, Type, DisplayName)
{
    public override IEnumerable<JsonValueModel> Uses => [Item];
}

/// <summary>A type written as a JSON object whose members are its entries.</summary>
/// <param name="Key">The keys of its entries.</param>
/// <param name="Value">The values of its entries.</param>
/// <param name="Shape">How it is taken apart and put together again.</param>
/// <param name="IsReadOnly">True if it is an <c>IReadOnlyDictionary</c>, whatever else it is.</param>
/// <param name="Numbers">How its values, if they are numbers, are written and read where no member decides; else null.</param>
internal sealed record JsonDictionaryModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    JsonValueModel Key,
    JsonValueModel Value,
    JsonCollectionShape Shape,
    bool IsReadOnly,
    JsonNumbers? Numbers)
    : JsonTypeModel(Converter, Home, Type, DisplayName)
{
    public override IEnumerable<JsonValueModel> Uses => [Key, Value];
}

/// <summary>How a collection is taken apart and put together again, in C#.</summary>
/// <param name="Source">What is enumerated when it is written, of the variable <c>values</c>.</param>
/// <param name="Absence">The value that stands for no collection and is refused.</param>
/// <param name="Builder">What collects its items when it is read, for the variable <c>items</c>.</param>
/// <param name="Add">The call that adds an item, up to the item: <c>items.Add(</c>. The key of an entry is the variable <c>key</c>.</param>
/// <param name="IsUnique">True if that call returns false for an item or a key that is there already.</param>
/// <param name="Result">The collection, made of <c>items</c>.</param>
internal sealed record JsonCollectionShape(string Source, JsonAbsence Absence, string Builder, string Add, bool IsUnique, string Result);

internal enum JsonAbsence
{
    /// <summary>Null, of a class or an interface.</summary>
    Null,

    /// <summary>An immutable array that was never given a value.</summary>
    Uninitialized,

    /// <summary>None: every value is a collection.</summary>
    None,
}
