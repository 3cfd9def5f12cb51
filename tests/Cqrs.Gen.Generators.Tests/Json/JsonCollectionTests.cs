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

    [Theory]
    [InlineData("bool", "true", "false")]
    [InlineData("sbyte", "-128", "127")]
    [InlineData("byte", "0", "255")]
    [InlineData("short", "-1", "1")]
    [InlineData("ushort", "0", "1")]
    [InlineData("int", "int.MinValue", "0")]
    [InlineData("uint", "0", "uint.MaxValue")]
    [InlineData("long", "long.MinValue", "long.MaxValue")]
    [InlineData("ulong", "0", "ulong.MaxValue")]
    [InlineData("float", "1.5f", "float.MaxValue")]
    [InlineData("double", "-0.1", "1e300")]
    [InlineData("decimal", "1.50m", "decimal.MinValue")]
    [InlineData("char", "'a'", "'\"'")]
    [InlineData("string", "\"é\"", "\"a\"")]
    [InlineData("Guid", "Guid.Empty", "Guid.Parse(\"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9\")")]
    [InlineData("DateTime", "new(2026, 1, 31, 13, 5, 59, DateTimeKind.Utc)", "default")]
    [InlineData("DateTimeOffset", "new(2026, 1, 31, 13, 5, 59, TimeSpan.FromHours(2))", "default")]
    [InlineData("DateOnly", "new(2026, 1, 31)", "default")]
    [InlineData("TimeOnly", "new(1, 2, 3)", "default")]
    [InlineData("TimeSpan", "new(1, 2, 3)", "default")]
    [InlineData("Uri", "new(\"https://example.org/a?b=c&d\")", "new(\"a\", UriKind.Relative)")]
    [InlineData("Version", "new(1, 2)", "new(1, 2, 3)")]
    [InlineData("Half", "(Half)1.5", "default")]
    [InlineData("Int128", "Int128.MaxValue", "default")]
    [InlineData("UInt128", "UInt128.MaxValue", "default")]
    public void A_key_may_be_of_any_type_that_is_one_value(string key, string first, string second)
    {
        JsonDomain domain = JsonDomain.Of($$"""
            public sealed record Held(Dictionary<{{key}}, int> Items, ImmutableDictionary<{{key}}, string> More) : IEvent<Account>;
            public static class Samples
            {
                private static Held Of({{key}} first, {{key}} second) => new(new() { [first] = 1, [second] = 2 }, ImmutableDictionary<{{key}}, string>.Empty.Add(first, "a"));
                public static IEnumerable<object> All => [Of({{first}}, {{second}})];
            }
            """);
        object sample = Assert.Single(domain.Samples);
        string expected = JsonSerializer.Serialize(sample, sample.GetType(), JsonDomain.SystemTextJson);
        Assert.Equal(expected, domain.Write(sample));
        foreach (string json in new[] { expected, " " + expected })
        {
            Assert.Equal(expected, JsonSerializer.Serialize(domain.Read(json), sample.GetType(), JsonDomain.SystemTextJson));
        }

        string again = expected.Replace("\"items\":{", "\"items\":{" + expected[(expected.IndexOf('{', 1) + 1)..(expected.IndexOf(":1,", StringComparison.Ordinal) + 3)], StringComparison.Ordinal);
        Assert.Contains("second time", domain.Refused(again).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("List<string>", "[\"a\",null]", "$.items[1]", "found null")]
    [InlineData("Queue<Line>", "[null]", "$.items[0]", "found null")]
    [InlineData("Memory<string>", "[null]", "$.items[0]", "found null")]
    [InlineData("SortedSet<int>", "[1,2,1]", "$.items[2]", "second time")]
    [InlineData("FrozenSet<int>", "[1,2,1]", "$.items[2]", "second time")]
    [InlineData("ImmutableSortedSet<string>", "[\"a\",\"a\"]", "$.items[1]", "second time")]
    [InlineData("IImmutableSet<int>", "[1,1]", "$.items[1]", "second time")]
    [InlineData("ReadOnlySet<int>", "[1,1]", "$.items[1]", "second time")]
    [InlineData("Marks", "[\"a\",\"A\"]", "$.items[1]", "second time")]
    [InlineData("SortedDictionary<string, int>", "{\"a\":1,\"a\":2}", "$.items.a", "second time")]
    [InlineData("ConcurrentDictionary<string, int>", "{\"a\":1,\"a\":2}", "$.items.a", "second time")]
    [InlineData("OrderedDictionary<string, int>", "{\"a\":1,\"a\":2}", "$.items.a", "second time")]
    [InlineData("FrozenDictionary<string, int>", "{\"a\":1,\"a\":2}", "$.items.a", "second time")]
    [InlineData("ImmutableSortedDictionary<string, int>", "{\"a\":1,\"a\":2}", "$.items.a", "second time")]
    [InlineData("Stock", "{\"a\":1,\"a\":2}", "$.items.a", "second time")]
    [InlineData("ReadOnlyDictionary<string, Line>", "{\"a\":null}", "$.items.a", "found null")]
    [InlineData("Stack<int>", "{}", "$.items", "Expected an array")]
    [InlineData("FrozenDictionary<string, int>", "[]", "$.items", "Expected an object")]
    [InlineData("ImmutableArray<int>", "null", "$.items", "Expected an array, found null")]
    [InlineData("Dictionary<int, int>", "{\"1.0\":1}", "$.items['1.0']", "")]
    [InlineData("Dictionary<Guid, int>", "{\"a\":1}", "$.items.a", "")]
    public void Is_refused_with_its_place(string type, string json, string path, string problem)
    {
        JsonDomain domain = JsonDomain.Of(
            Own + "public sealed record Line(string Product, int Quantity); public sealed class Stock : Dictionary<string, int>;\n"
            + $"public sealed record Held({type} Items) : IEvent<Account>;");
        PayloadException refusal = domain.Refused($$"""{"items":{{json}}}""");
        Assert.Equal(path, refusal.Path);
        Assert.Contains(problem, refusal.Problem, StringComparison.Ordinal);
    }

    private static string KindOf(object collection) =>
        // Frozen collections have a type for every content.
        collection.GetType() is var type && type.Namespace == "System.Collections.Frozen" ? "frozen" : type.FullName!;
}
