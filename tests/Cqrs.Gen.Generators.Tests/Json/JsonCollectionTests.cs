using System.Reflection;
using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>Every kind of collection: written as System.Text.Json writes it, read back as the same kind with the same items.</summary>
public sealed class JsonCollectionTests
{
    private const string Own = """
        public sealed class Lines : List<int>;
        public sealed class Waiting : Queue<string>;
        public sealed class Pile : Stack<int>;
        public sealed class Bag : ConcurrentBag<int>;
        public sealed class Marks : HashSet<string> { public Marks() : base(StringComparer.OrdinalIgnoreCase) { } }
        public sealed class Hidden : ICollection<int>
        {
            private readonly List<int> _items = [];
            int ICollection<int>.Count => _items.Count;
            bool ICollection<int>.IsReadOnly => false;
            void ICollection<int>.Add(int item) => _items.Add(item);
            void ICollection<int>.Clear() => _items.Clear();
            bool ICollection<int>.Contains(int item) => _items.Contains(item);
            void ICollection<int>.CopyTo(int[] array, int at) => _items.CopyTo(array, at);
            bool ICollection<int>.Remove(int item) => _items.Remove(item);
            IEnumerator<int> IEnumerable<int>.GetEnumerator() => _items.GetEnumerator();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => _items.GetEnumerator();
            public static Hidden Of(params int[] items) { Hidden result = new(); foreach (int item in items) ((ICollection<int>)result).Add(item); return result; }
        }
        public struct Value() : ICollection<int>
        {
            private readonly List<int> _items = [];
            public int Count => _items.Count;
            public bool IsReadOnly => false;
            public void Add(int item) => _items.Add(item);
            public void Clear() => _items.Clear();
            public bool Contains(int item) => _items.Contains(item);
            public void CopyTo(int[] array, int at) => _items.CopyTo(array, at);
            public bool Remove(int item) => _items.Remove(item);
            public IEnumerator<int> GetEnumerator() => _items.GetEnumerator();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => _items.GetEnumerator();
        }
        """;

    public static TheoryData<string, string, string> Collections => new()
    {
        { "int[]", "[1, 2]", "[]" },
        { "string?[]", "[\"a\", null]", "[]" },
        { "int[][]", "[[1], [], [2, 3]]", "[]" },
        { "List<int>", "[1, 2, 3, 4, 5, 6, 7, 8]", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18]" },
        { "List<Line?>", "[new(\"p\", 1), null]", "[]" },
        { "List<Line>", "[.. Enumerable.Range(0, 20).Select(static i => new Line(\"p\", i))]", "[]" },
        { "IList<decimal>", "[1.10m]", "new List<decimal>()" },
        { "ICollection<string>", "[\"x\"]", "new List<string>()" },
        { "IEnumerable<Guid>", "new List<Guid> { Guid.Empty }", "new List<Guid>()" },
        { "IReadOnlyList<bool>", "new List<bool> { true, false }", "new List<bool>()" },
        { "IReadOnlyCollection<int?>", "new List<int?> { 1, null }", "new List<int?>()" },
        { "LinkedList<int>", "new([3, 1, 2])", "new()" },
        { "Queue<int>", "new([3, 1, 2])", "new()" },
        { "Stack<int>", "new([3, 1, 2])", "new(Enumerable.Range(0, 20))" },
        { "HashSet<string>", "[\"s\", \"t\"]", "[]" },
        { "SortedSet<int>", "[2, 1]", "[]" },
        { "ISet<int>", "new HashSet<int> { 1, 2 }", "new HashSet<int>()" },
        { "IReadOnlySet<int>", "new HashSet<int> { 1, 2 }", "new HashSet<int>()" },
        { "Collection<int>", "[1, 2]", "[]" },
        { "ObservableCollection<int>", "[1, 2]", "[]" },
        { "ReadOnlyCollection<int>", "new([1, 2])", "new([])" },
        { "ReadOnlyObservableCollection<int>", "new([1, 2])", "new([])" },
        { "ReadOnlySet<int>", "new(new HashSet<int> { 1, 2 })", "new(new HashSet<int>())" },
        { "ConcurrentQueue<int>", "new([1, 2])", "new()" },
        { "ConcurrentStack<int>", "new([1, 2])", "new()" },
        { "ConcurrentBag<int>", "new([1, 2, 3])", "new()" },
        { "BlockingCollection<int>", "new() { 1, 2 }", "new()" },
        { "ImmutableArray<Line>", "[new(\"r\", 3)]", "[]" },
        { "ImmutableList<int>", "[1, 2]", "[]" },
        { "IImmutableList<int>", "ImmutableList.Create(1, 2)", "ImmutableList<int>.Empty" },
        { "ImmutableQueue<int>", "ImmutableQueue.Create(1, 2)", "ImmutableQueue<int>.Empty" },
        { "IImmutableQueue<int>", "ImmutableQueue.Create(1, 2)", "ImmutableQueue<int>.Empty" },
        { "ImmutableStack<int>", "ImmutableStack.Create(1, 2, 3)", "ImmutableStack<int>.Empty" },
        { "IImmutableStack<int>", "ImmutableStack.Create(1, 2)", "ImmutableStack<int>.Empty" },
        { "ImmutableHashSet<int>", "[1, 2]", "[]" },
        { "IImmutableSet<int>", "ImmutableHashSet.Create(1, 2)", "ImmutableHashSet<int>.Empty" },
        { "ImmutableSortedSet<int>", "[2, 1]", "[]" },
        { "FrozenSet<int>", "new[] { 1, 2 }.ToFrozenSet()", "FrozenSet<int>.Empty" },
        { "Memory<int>", "new int[] { 1, 2 }", "default" },
        { "ReadOnlyMemory<string>", "new[] { \"a\", \"b\" }", "default" },
        { "Lines", "[1, 2]", "[]" },
        { "Waiting", "Filled<Waiting>(static w => { w.Enqueue(\"b\"); w.Enqueue(\"a\"); })", "new()" },
        { "Pile", "Filled<Pile>(static p => { p.Push(1); p.Push(2); })", "new()" },
        { "Bag", "[1, 2, 3]", "[]" },
        { "Marks", "[\"a\", \"b\"]", "[]" },
        { "Hidden", "Hidden.Of(1, 2)", "new()" },
        { "Value", "new() { 1, 2 }", "new()" },
        { "Dictionary<string, int>", "new() { [\"a\"] = 1, [\"B b\"] = 2, [\"é\\\"\\\\\"] = 3, [\"\"] = 4 }", "new()" },
        { "IDictionary<string, string?>", "new Dictionary<string, string?> { [\"n\"] = null, [\"t\"] = \"x\" }", "new Dictionary<string, string?>()" },
        { "IReadOnlyDictionary<string, Line>", "new Dictionary<string, Line> { [\"l\"] = new(\"p\", 1) }", "new Dictionary<string, Line>()" },
        { "SortedDictionary<string, int>", "new() { [\"b\"] = 1, [\"a\"] = 2 }", "new()" },
        { "SortedList<string, int?>", "new() { [\"b\"] = 1, [\"a\"] = null }", "new()" },
        { "OrderedDictionary<string, int>", "new() { [\"b\"] = 1, [\"a\"] = 2 }", "new()" },
        { "ConcurrentDictionary<string, int>", "new() { [\"b\"] = 1, [\"a\"] = 2 }", "new()" },
        { "ReadOnlyDictionary<string, int>", "new(new Dictionary<string, int> { [\"b\"] = 1 })", "new(new Dictionary<string, int>())" },
        { "ImmutableDictionary<string, int>", "ImmutableDictionary<string, int>.Empty.Add(\"a\", 1)", "ImmutableDictionary<string, int>.Empty" },
        { "IImmutableDictionary<string, int>", "ImmutableDictionary<string, int>.Empty.Add(\"a\", 1)", "ImmutableDictionary<string, int>.Empty" },
        { "ImmutableSortedDictionary<string, Line?>", "ImmutableSortedDictionary<string, Line?>.Empty.Add(\"b\", null).Add(\"a\", new(\"p\", 1))", "ImmutableSortedDictionary<string, Line?>.Empty" },
        { "FrozenDictionary<string, int>", "new Dictionary<string, int> { [\"b\"] = 1 }.ToFrozenDictionary()", "FrozenDictionary<string, int>.Empty" },
        { "Dictionary<string, Dictionary<string, List<int>>>", "new() { [\"o\"] = new() { [\"i\"] = [1] } }", "new() { [\"e\"] = [] }" },
        { "Stock", "new() { [\"b\"] = 1 }", "new()" },
    };

    [Fact]
    public void Is_written_as_System_Text_Json_writes_it_and_read_back_the_same()
    {
        object[][] rows = [.. Collections.Select(static row => (object[])[row.Data.Item1, row.Data.Item2, row.Data.Item3])];
        JsonDomain domain = JsonDomain.Of(
            Own
            + "public sealed record Line(string Product, int Quantity); public sealed class Stock : Dictionary<string, int>;\n"
            + string.Concat(rows.Select(static (row, i) => $"public sealed record Held{i}({row[0]} Items) : IEvent<Account>;\n"))
            + "public static class Samples { private static T Filled<T>(Action<T> fill) where T : new() { T result = new(); fill(result); return result; }\n"
            + $"public static IEnumerable<object> All => [{string.Join(", ", rows.Select(static (row, i) => $"new Held{i}({row[1]}), new Held{i}({row[2]})"))}]; }}");
        foreach (object sample in domain.Samples)
        {
            string expected = JsonSerializer.Serialize(sample, sample.GetType(), JsonDomain.SystemTextJson);
            Assert.Equal(expected, domain.Write(sample));
            PropertyInfo property = sample.GetType().GetProperty("Items")!;
            EventDescriptor descriptor = domain.Account.WriteEvent(sample).Descriptor;

            // As predicted, and not so: white space leads to the general reader.
            foreach (string json in new[] { expected, " " + expected })
            {
                object read = domain.Account.ReadEvent(descriptor.Name, descriptor.Version, json)!;
                Assert.Equal(expected, JsonSerializer.Serialize(read, read.GetType(), JsonDomain.SystemTextJson));
                Assert.Equal(KindOf(property.GetValue(sample)!), KindOf(property.GetValue(read)!));
            }
        }
    }

    private static string KindOf(object collection) =>
        // Frozen collections have a type for every content.
        collection.GetType() is var type && type.Namespace == "System.Collections.Frozen" ? "frozen" : type.FullName!;
}
