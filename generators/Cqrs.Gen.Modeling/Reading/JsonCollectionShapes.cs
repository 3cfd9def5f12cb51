namespace Cqrs.Gen.Modeling;

/// <summary>
/// The collections of the framework that are written as JSON arrays, by their full names. In C# texts, <c>{0}</c> is the collection's own type and
/// <c>{1}</c> that of its items.
/// </summary>
internal static class JsonCollectionShapes
{
    private const string Generic = "System.Collections.Generic.";
    private const string ObjectModel = "System.Collections.ObjectModel.";
    private const string Concurrent = "System.Collections.Concurrent.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string HashSet = "new global::System.Collections.Generic.HashSet<{1}>()";

    private static readonly Dictionary<string, JsonCollectionShape> Known = new(StringComparer.Ordinal)
    {
        [Generic + "List`1"] = Gathered("items.ToList()"),
        [Generic + "IList`1"] = Interface(Gathered("items.ToList()")),
        [Generic + "ICollection`1"] = Interface(Gathered("items.ToList()")),
        [Generic + "IEnumerable`1"] = Interface(Gathered("items.ToList()")),
        [Generic + "IReadOnlyList`1"] = Interface(Gathered("items.ToList()")),
        [Generic + "IReadOnlyCollection`1"] = Interface(Gathered("items.ToList()")),
        [Generic + "LinkedList`1"] = Filled("AddLast"),
        [Generic + "Queue`1"] = Filled("Enqueue"),
        [Generic + "Stack`1"] = Gathered("items.PushOnto(new {0}())"),
        [Generic + "HashSet`1"] = Unique("new {0}()"),
        [Generic + "SortedSet`1"] = Unique("new {0}()"),
        [Generic + "ISet`1"] = Interface(Unique(HashSet)),
        [Generic + "IReadOnlySet`1"] = Interface(Unique(HashSet)),

        [ObjectModel + "Collection`1"] = Filled("Add"),
        [ObjectModel + "ObservableCollection`1"] = Filled("Add"),
        [ObjectModel + "ReadOnlyCollection`1"] = Gathered("new {0}(items.ToArray())"),
        [ObjectModel + "ReadOnlyObservableCollection`1"] =
            Of("new global::System.Collections.ObjectModel.ObservableCollection<{1}>()", "items.Add(", "new {0}(items)"),
        [ObjectModel + "ReadOnlySet`1"] = Unique(HashSet, "new {0}(items)"),

        [Concurrent + "ConcurrentQueue`1"] = Filled("Enqueue"),
        [Concurrent + "BlockingCollection`1"] = Filled("Add"),
        [Concurrent + "ConcurrentStack`1"] = Gathered("items.ReverseInto(new {0}())"),

        // A bag gives what a thread put in last first.
        [Concurrent + "ConcurrentBag`1"] = Gathered("items.ReverseInto(new {0}())"),

        [Immutable + "ImmutableArray`1"] = Gathered("items.ToImmutableArray()") with { Absence = JsonAbsence.Uninitialized },
        [Immutable + "ImmutableList`1"] = Built("ImmutableList"),
        [Immutable + "IImmutableList`1"] = Interface(Built("ImmutableList")),
        [Immutable + "ImmutableQueue`1"] = Gathered("global::System.Collections.Immutable.ImmutableQueue.Create<{1}>(items.ToArray())"),
        [Immutable + "IImmutableQueue`1"] = Interface(Gathered("global::System.Collections.Immutable.ImmutableQueue.Create<{1}>(items.ToArray())")),
        [Immutable + "ImmutableStack`1"] = Gathered("items.ToImmutableStack()"),
        [Immutable + "IImmutableStack`1"] = Interface(Gathered("items.ToImmutableStack()")),
        [Immutable + "ImmutableHashSet`1"] = Built("ImmutableHashSet") with { IsUnique = true },
        [Immutable + "IImmutableSet`1"] = Interface(Built("ImmutableHashSet") with { IsUnique = true }),
        [Immutable + "ImmutableSortedSet`1"] = Built("ImmutableSortedSet") with { IsUnique = true },

        ["System.Collections.Frozen.FrozenSet`1"] = Unique(HashSet, "global::System.Collections.Frozen.FrozenSet.ToFrozenSet(items)"),

        ["System.Memory`1"] = Gathered("items.ToArray()") with { Source = "values.Span", Absence = JsonAbsence.None },
        ["System.ReadOnlyMemory`1"] = Gathered("items.ToArray()") with { Source = "values.Span", Absence = JsonAbsence.None },
    };

    /// <summary><c>T[]</c>.</summary>
    public static JsonCollectionShape Array => Gathered("items.ToArray()");

    /// <summary>A class or struct of the user's that implements <c>ICollection&lt;T&gt;</c>.</summary>
    public static JsonCollectionShape OwnCollection => Own("global::Cqrs.Gen.JsonArrays.Add<{0}, {1}>(ref items, ");

    /// <summary>A class or struct of the user's that implements <c>ISet&lt;T&gt;</c>.</summary>
    public static JsonCollectionShape OwnSet => Own("global::Cqrs.Gen.JsonArrays.AddToSet<{0}, {1}>(ref items, ") with { IsUnique = true };

    /// <summary>The shape of a type of the framework by its full name, or null.</summary>
    public static JsonCollectionShape? Find(string name) => Known.TryGetValue(name, out JsonCollectionShape? shape) ? shape : null;

    // Whatever implements an interface: enumerated without an enumerator of its own where it can be.
    private static JsonCollectionShape Interface(JsonCollectionShape shape) => shape with { Source = "global::Cqrs.Gen.JsonArrays.Enumerate(values)" };

    // First all items, then the collection of exactly their number.
    private static JsonCollectionShape Gathered(string result) => Of("new global::Cqrs.Gen.JsonItems<{1}>()", "items.Add(", result);

    private static JsonCollectionShape Filled(string add) => Of("new {0}()", $"items.{add}(", "items");

    private static JsonCollectionShape Unique(string builder, string result = "items") => Of(builder, "items.Add(", result) with { IsUnique = true };

    private static JsonCollectionShape Built(string type) =>
        Of($"global::System.Collections.Immutable.{type}.CreateBuilder<{{1}}>()", "items.Add(", "items.ToImmutable()");

    private static JsonCollectionShape Own(string add) => Interface(Of("new {0}()", add, "items"));

    private static JsonCollectionShape Of(string builder, string add, string result) =>
        new("values", JsonAbsence.Null, builder, add, IsUnique: false, result);
}
