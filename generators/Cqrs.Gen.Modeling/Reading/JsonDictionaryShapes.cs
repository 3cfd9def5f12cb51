namespace Cqrs.Gen.Modeling;

/// <summary>
/// The dictionaries of the framework, by their full names. In C# texts, <c>{0}</c> is the dictionary's own type and <c>{1}</c> those of its keys and
/// values.
/// </summary>
internal static class JsonDictionaryShapes
{
    private const string Generic = "System.Collections.Generic.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Dictionary = "new global::System.Collections.Generic.Dictionary<{1}>()";
    private const string TryAdd = "items.TryAdd(key, ";
    private const string TryAddToInterface = "global::System.Collections.Generic.CollectionExtensions.TryAdd(items, key, ";

    private static readonly Dictionary<string, JsonCollectionShape> Known = new(StringComparer.Ordinal)
    {
        [Generic + "Dictionary`2"] = Of("new {0}()"),
        [Generic + "IDictionary`2"] = Of(Dictionary),
        [Generic + "IReadOnlyDictionary`2"] = Of(Dictionary),
        [Generic + "OrderedDictionary`2"] = Of("new {0}()"),
        [Generic + "SortedDictionary`2"] = Of("new {0}()", add: TryAddToInterface),
        [Generic + "SortedList`2"] = Of("new {0}()", add: TryAddToInterface),
        ["System.Collections.Concurrent.ConcurrentDictionary`2"] = Of("new {0}()"),
        ["System.Collections.ObjectModel.ReadOnlyDictionary`2"] = Of(Dictionary, "new {0}(items)"),
        [Immutable + "ImmutableDictionary`2"] = Built("ImmutableDictionary"),
        [Immutable + "IImmutableDictionary`2"] = Built("ImmutableDictionary"),
        [Immutable + "ImmutableSortedDictionary`2"] = Built("ImmutableSortedDictionary"),
        ["System.Collections.Frozen.FrozenDictionary`2"] = Of(Dictionary, "global::System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(items)"),
    };

    /// <summary>A class or struct of the user's that implements <c>IDictionary&lt;TKey, TValue&gt;</c>.</summary>
    public static JsonCollectionShape Own =>
        Of("new {0}()", add: "global::Cqrs.Gen.JsonArrays.TryAdd<{0}, {1}>(ref items, key, ")
            with { Source = "(global::System.Collections.Generic.IEnumerable<global::System.Collections.Generic.KeyValuePair<{1}>>)values" };

    /// <summary>The shape of a type of the framework by its full name, or null.</summary>
    public static JsonCollectionShape? Find(string name) => Known.TryGetValue(name, out JsonCollectionShape? shape) ? shape : null;

    private static JsonCollectionShape Built(string type) =>
        Of($"global::System.Collections.Immutable.{type}.CreateBuilder<{{1}}>()", "items.ToImmutable()", TryAddToInterface);

    private static JsonCollectionShape Of(string builder, string result = "items", string add = TryAdd) =>
        new("values", JsonAbsence.Null, builder, add, IsUnique: true, result);
}
