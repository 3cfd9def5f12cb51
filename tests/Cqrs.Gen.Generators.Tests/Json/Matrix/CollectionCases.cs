using static Cqrs.Gen.Generators.Tests.Json.Matrix.MatrixCase;

namespace Cqrs.Gen.Generators.Tests.Json.Matrix;

/// <summary>Types that are written as JSON arrays, and dictionaries.</summary>
internal static class CollectionCases
{
    private const string ObjectModel = "System.Collections.ObjectModel.";
    private const string Concurrent = "System.Collections.Concurrent.";
    private const string Immutable = "System.Collections.Immutable.";
    private const string Frozen = "System.Collections.Frozen.";
    private const string Pairs = "new Dictionary<string, int> { [\"a\"] = 1, [\"B b\"] = 2 }";

    public static IEnumerable<MatrixCase> All =>
    [
        Of("int[]", "new int[] { 1, 2 }", "new int[0]"),
        Of("int[][]", "new int[][] { [1], [] }"),
        Of("int[,]", "new int[1, 1]"),
        Of("ArraySegment<int>", "new ArraySegment<int>(new int[] { 1 })"),
        Of("Memory<int>", "new int[] { 1, 2 }"),
        Of("ReadOnlyMemory<int>", "new int[] { 1, 2 }"),
        Of("IEnumerable<int>", "new int[] { 1, 2 }", "new List<int>()"),
        Of("ICollection<int>", "new List<int> { 1 }"),
        Of("IList<int>", "new List<int> { 1 }"),
        Of("IReadOnlyCollection<int>", "new List<int> { 1 }"),
        Of("IReadOnlyList<int>", "new List<int> { 1 }"),
        Of("ISet<int>", "new HashSet<int> { 1 }"),
        Of("IReadOnlySet<int>", "new HashSet<int> { 1 }"),
        Of("List<int>", "new List<int> { 1, 2 }"),
        Of("LinkedList<int>", "new LinkedList<int>([1, 2])"),
        Of("Queue<int>", "new Queue<int>([1, 2])"),
        Of("Stack<int>", "new Stack<int>([1, 2])"),
        Of("HashSet<int>", "new HashSet<int> { 1, 2 }"),
        Of("SortedSet<int>", "new SortedSet<int> { 2, 1 }"),
        Of("PriorityQueue<int, int>", "new PriorityQueue<int, int>()"),
        Named("Collection<int>", ObjectModel + "Collection<int>", "new([1, 2])"),
        Named("ObservableCollection<int>", ObjectModel + "ObservableCollection<int>", "new(new List<int> { 1, 2 })"),
        Named("ReadOnlyCollection<int>", ObjectModel + "ReadOnlyCollection<int>", "new(new int[] { 1, 2 })"),
        Named("ReadOnlyObservableCollection<int>", ObjectModel + "ReadOnlyObservableCollection<int>", "new(new(new List<int> { 1, 2 }))"),
        Named("ReadOnlySet<int>", ObjectModel + "ReadOnlySet<int>", "new(new HashSet<int> { 1, 2 })"),
        Named("ConcurrentBag<int>", Concurrent + "ConcurrentBag<int>", "new([1, 2])"),
        Named("ConcurrentQueue<int>", Concurrent + "ConcurrentQueue<int>", "new([1, 2])"),
        Named("ConcurrentStack<int>", Concurrent + "ConcurrentStack<int>", "new([1, 2])"),
        Named("BlockingCollection<int>", Concurrent + "BlockingCollection<int>", "new() { 1, 2 }"),
        Named("ImmutableArray<int>", Immutable + "ImmutableArray<int>", "[1, 2]"),
        Named("ImmutableList<int>", Immutable + "ImmutableList<int>", "[1, 2]"),
        Named("IImmutableList<int>", Immutable + "IImmutableList<int>", "[1, 2]"),
        Named("ImmutableQueue<int>", Immutable + "ImmutableQueue<int>", "[1, 2]"),
        Named("IImmutableQueue<int>", Immutable + "IImmutableQueue<int>", "[1, 2]"),
        Named("ImmutableStack<int>", Immutable + "ImmutableStack<int>", "[1, 2]"),
        Named("IImmutableStack<int>", Immutable + "IImmutableStack<int>", "[1, 2]"),
        Named("ImmutableHashSet<int>", Immutable + "ImmutableHashSet<int>", "[1, 2]"),
        Named("IImmutableSet<int>", Immutable + "IImmutableSet<int>", "[1, 2]"),
        Named("ImmutableSortedSet<int>", Immutable + "ImmutableSortedSet<int>", "[2, 1]"),
        Named("FrozenSet<int>", Frozen + "FrozenSet<int>", Frozen + "FrozenSet.ToFrozenSet(new int[] { 1, 2 })"),
        Of("IAsyncEnumerable<int>", "null!"),
        Named("IEnumerable", "System.Collections.IEnumerable", "new List<object> { 1 }"),
        Named("ICollection", "System.Collections.ICollection", "new List<object> { 1 }"),
        Named("IList", "System.Collections.IList", "new List<object> { 1 }"),
        Named("ArrayList", "System.Collections.ArrayList", "[1]"),
        Named("Queue", "System.Collections.Queue", "new()"),
        Named("Stack", "System.Collections.Stack", "new()"),
        Named("BitArray", "System.Collections.BitArray", "new(2)"),
        new("a class of the user's that is an ICollection<T>", "public sealed class Items : List<int>; public sealed record $E(Items Member) : IEvent<Account>;", "new $E([1, 2])"),
        new("a class of the user's that is an ISet<T>", "public sealed class Items : HashSet<int>; public sealed record $E(Items Member) : IEvent<Account>;", "new $E([1, 2])"),
        new(
            "a class of the user's that is only an IEnumerable<T>",
            "public sealed class Items : IEnumerable<int> { public IEnumerator<int> GetEnumerator() { yield return 1; } System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); } public sealed record $E(Items Member) : IEvent<Account>;",
            "new $E(new())"),

        Of("Dictionary<string, int>", Pairs),
        Of("IDictionary<string, int>", Pairs),
        Of("IReadOnlyDictionary<string, int>", Pairs),
        Of("SortedDictionary<string, int>", $"new SortedDictionary<string, int>({Pairs}, StringComparer.Ordinal)"),
        Of("SortedList<string, int>", $"new SortedList<string, int>({Pairs}, StringComparer.Ordinal)"),
        Of("OrderedDictionary<string, int>", $"new OrderedDictionary<string, int>({Pairs})"),
        Named("ReadOnlyDictionary<string, int>", ObjectModel + "ReadOnlyDictionary<string, int>", $"new({Pairs})"),
        Named("ConcurrentDictionary<string, int>", Concurrent + "ConcurrentDictionary<string, int>", "new(new Dictionary<string, int> { [\"a\"] = 1 })"),
        Named("ImmutableDictionary<string, int>", Immutable + "ImmutableDictionary<string, int>", Immutable + "ImmutableDictionary.CreateRange(new Dictionary<string, int> { [\"a\"] = 1 })"),
        Named("IImmutableDictionary<string, int>", Immutable + "IImmutableDictionary<string, int>", Immutable + "ImmutableDictionary.CreateRange(new Dictionary<string, int> { [\"a\"] = 1 })"),
        Named("ImmutableSortedDictionary<string, int>", Immutable + "ImmutableSortedDictionary<string, int>", Immutable + $"ImmutableSortedDictionary.CreateRange(StringComparer.Ordinal, {Pairs})"),
        Named("FrozenDictionary<string, int>", Frozen + "FrozenDictionary<string, int>", Frozen + "FrozenDictionary.ToFrozenDictionary(new Dictionary<string, int> { [\"a\"] = 1 })"),
        Named("IDictionary", "System.Collections.IDictionary", "new System.Collections.Hashtable()"),
        Named("Hashtable", "System.Collections.Hashtable", "new()"),
        Named("SortedList", "System.Collections.SortedList", "new()"),
        new("a class of the user's that is an IDictionary<string, T>", "public sealed class Items : Dictionary<string, int>; public sealed record $E(Items Member) : IEvent<Account>;", "new $E(new() { [\"a\"] = 1 })"),
        .. Keys,
    ];

    private static IEnumerable<MatrixCase> Keys => new (string Key, string Value)[]
    {
        ("bool", "true"), ("byte", "1"), ("sbyte", "-1"), ("short", "-1"), ("ushort", "1"), ("int", "-1"), ("uint", "1"), ("long", "-1"), ("ulong", "1"), ("Int128", "-1"), ("UInt128", "1"),
        ("Half", "(Half)1.5f"), ("float", "0.1f"), ("double", "0.1"), ("decimal", "1.10m"), ("char", "'é'"), ("DateTime", "DateTime.UnixEpoch"), ("DateTimeOffset", "DateTimeOffset.UnixEpoch"),
        ("DateOnly", "DateOnly.MaxValue"), ("TimeOnly", "TimeOnly.MaxValue"), ("TimeSpan", "TimeSpan.MinValue"), ("Guid", "Guid.Empty"), ("Uri", "new Uri(\"a\", UriKind.Relative)"),
        ("Version", "new Version(1, 2)"), ("DayOfWeek", "DayOfWeek.Friday"), ("object", "\"a\""), ("byte[]", "new byte[1]"), ("KeyValuePair<int, int>", "new(1, 2)"),
    }.Select(static k => Of($"Dictionary<{k.Key}, string>", $"new Dictionary<{k.Key}, string> {{ [{k.Value}] = \"v\" }}"));
}
