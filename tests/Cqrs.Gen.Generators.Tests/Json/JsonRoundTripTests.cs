using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>Every supported type: written as System.Text.Json writes it, and read back to what was written.</summary>
public sealed class JsonRoundTripTests
{
    internal const string Values = """
        public enum Status { Open, Closed = 5, @Default }
        public enum Small : sbyte { Least = -128, None = 0 }
        public sealed record Tokens(
            bool Flag, sbyte I8, byte U8, short I16, ushort U16, int I32, uint U32, long I64, ulong U64, float F32, double F64, decimal Money,
            char Letter, string Text, DateTime Time, DateTimeOffset Moment, DateOnly Date, TimeOnly Clock, TimeSpan Span, Guid Id, Uri Link, Version Release,
            Status Status, Small Small) : IEvent<Account>;
        public sealed record Maybe(
            bool? Flag, int? I32, decimal? Money, char? Letter, string? Text, DateTime? Time, DateOnly? Date, Guid? Id, Uri? Link, Status? Status, byte[]? Bytes,
            Point? Point, Line? Line, List<int>? Items) : IEvent<Account>;
        public readonly record struct Point(int X, int Y);
        public sealed record Line(string Product, int Quantity, decimal Price);
        public static class Samples
        {
            public static IEnumerable<object> All =>
            [
                new Tokens(true, sbyte.MaxValue, byte.MaxValue, short.MaxValue, ushort.MaxValue, int.MaxValue, uint.MaxValue, long.MaxValue, ulong.MaxValue,
                    float.MaxValue, double.MaxValue, decimal.MaxValue, 'é', "A \"quoted\" \\ <text> é 😀 \u0000 \u2028 +&'", DateTime.MaxValue, DateTimeOffset.MaxValue,
                    DateOnly.MaxValue, TimeOnly.MaxValue, TimeSpan.MaxValue, Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"),
                    new Uri("https://example.org/a b?q=é#f"), new Version(1, 2, 3, 4), Status.Closed, Small.Least),
                new Tokens(false, sbyte.MinValue, byte.MinValue, short.MinValue, ushort.MinValue, int.MinValue, uint.MinValue, long.MinValue, ulong.MinValue,
                    float.MinValue, double.MinValue, decimal.MinValue, '\0', "", DateTime.MinValue, DateTimeOffset.MinValue,
                    DateOnly.MinValue, TimeOnly.MinValue, TimeSpan.MinValue, Guid.Empty, new Uri("relative/path", UriKind.Relative), new Version(0, 0), default, default),
                new Tokens(true, -1, 1, -1, 1, -1, 1, -1, 1, float.Epsilon, double.Epsilon, 0.0000000000000000000000000001m, '"', "\ud83d\ude00", new DateTime(2026, 1, 31, 13, 5, 59, 123, DateTimeKind.Utc).AddTicks(4567),
                    new DateTimeOffset(2026, 1, 31, 13, 5, 59, TimeSpan.FromMinutes(-90)), new DateOnly(2024, 2, 29), new TimeOnly(1, 2, 3), new TimeSpan(-3, 4, 5, 6, 7), Guid.Parse("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"),
                    new Uri("urn:isbn:0451450523"), new Version(10, 20, 30), Status.Default, Small.None),
                new Tokens(true, 0, 0, 0, 0, 0, 0, 0, 0, -0f, -0d, 10.00m, ' ', "x", new DateTime(2026, 1, 31, 0, 0, 0, DateTimeKind.Unspecified), default, default, default, default, default,
                    new Uri("a", UriKind.Relative), new Version(1, 0), default, default),
                new Maybe(null, null, null, null, null, null, null, null, null, null, null, null, null, null),
                new Maybe(false, 0, 0m, 'a', "", default(DateTime), default(DateOnly), default(Guid), new Uri("x", UriKind.Relative), Status.Open, [], new Point(1, 2), new Line("p", 2, 3.50m), []),
                new Maybe(true, 7, 1.10m, 'z', "t", DateTime.UnixEpoch, DateOnly.MaxValue, Guid.Empty, new Uri("y", UriKind.Relative), Status.Default, [0, 1, 255], default(Point), new Line("", 0, 0), [1, 2]),
            ];
        }
        """;

    internal const string Collections = """
        public sealed record Lists(
            int[] Array, string?[] Texts, List<Line> Lines, IReadOnlyList<int> ReadOnly, IList<decimal> IList, ICollection<string> ICollection, IEnumerable<Guid> IEnumerable,
            IReadOnlyCollection<bool> IReadOnlyCollection, ImmutableArray<Line> Immutable, HashSet<string> Set, ISet<int> ISet, IReadOnlySet<int> IReadOnlySet, List<int?> MaybeNumbers, List<Line?> MaybeLines,
            List<byte[]> Blobs, int[][] Jagged, List<List<string>> Nested, Status[] Enums) : IEvent<Account>;
        public sealed record Dictionaries(
            Dictionary<string, int> Numbers, IReadOnlyDictionary<string, Line> Lines, IDictionary<string, string?> Texts, Dictionary<string, List<int>> Lists,
            Dictionary<string, Dictionary<string, decimal>> Nested, KeyValuePair<string, int> Pair) : IEvent<Account>;
        public enum Status { Open, Closed }
        public sealed record Line(string Product, int Quantity);
        public static class Samples
        {
            public static IEnumerable<object> All =>
            [
                new Lists([], [], [], [], [], [], [], [], [], [], new HashSet<int>(), new HashSet<int>(), [], [], [], [], [], []),
                new Lists([1, 2], ["a", null], [new("p", 1), new("q", 2)], [3], [1.10m], ["x"], [Guid.Empty], [true, false], [new("r", 3)], ["s", "t"], new HashSet<int> { 1, 2 }, new HashSet<int> { 3 },
                    [1, null], [null, new("l", 1)], [[1], []], [[1], [], [2, 3]], [["a"], []], [Status.Closed]),
                new Dictionaries([], new Dictionary<string, Line>(), new Dictionary<string, string?>(), [], [], new("", 0)),
                new Dictionaries(new() { ["a"] = 1, ["B b"] = 2, ["é\"\\"] = 3, [""] = 4 }, new Dictionary<string, Line> { ["l"] = new("p", 1) }, new Dictionary<string, string?> { ["n"] = null, ["t"] = "x" },
                    new() { ["x"] = [1, 2] }, new() { ["o"] = new() { ["i"] = 1.0m } }, new("k", 9)),
            ];
        }
        """;

    internal const string Objects = """
        public sealed record Positional(string Owner, int Age = 18, string? Note = "none", Level Level = Level.High, decimal Rate = 1.5m) : IEvent<Account>;
        public enum Level { Low, High }
        public sealed class Settable : IEvent<Account> { public string Name { get; set; } = "unnamed"; public int Count { get; set; } public List<string> Tags { get; set; } = []; public int Twice => Count * 2; }
        public sealed class Required : IEvent<Account> { public required string Name { get; init; } public required int Age { get; set; } public string? Note { get; init; } = "initial"; }
        public sealed record Mixed(string Id) : IEvent<Account> { public int Size { get; init; } = 5; public required bool Ready { get; init; } [JsonIgnore] public string Shown => Id + Size; }
        public sealed class Constructed : IEvent<Account> { public Constructed(string name, int size) { Name = name; Size = size; } public string Name { get; } public int Size { get; } }
        public sealed class Marked : IEvent<Account> { public Marked() { } [JsonConstructor] public Marked(string name) => Name = name; public string Name { get; } = ""; }
        public readonly record struct Struct(int X, string Y) : IEvent<Account>;
        public struct Mutable : IEvent<Account> { public int X { get; set; } [JsonInclude] public int Y; }
        public readonly struct Immutable : IEvent<Account> { public Immutable(int x) => X = x; public int X { get; } }
        public sealed record Named([property: JsonPropertyName("renamed é")] int Value, [property: JsonPropertyOrder(-1)] int First, int IPAddress, int URL, int aLower, int X) : IEvent<Account>;
        public sealed class Included : IEvent<Account> { [JsonInclude] public int Field; [JsonInclude] public int Set { get; private set; } [JsonInclude] internal int Hidden { get; set; } public static Included Of(int set) => new() { Field = 1, Set = set, Hidden = 3 }; }
        public class Base : IEvent<Account> { public string Owner { get; init; } = ""; public virtual int Size { get; init; } }
        public sealed class Derived : Base { public int Own { get; init; } public override int Size { get; init; } }
        public abstract record Root(string Id); public sealed record Leaf(string Id, int Size) : Root(Id), IEvent<Account>;
        public sealed record Tree(string Name, Tree? Left, List<Tree> Children) : IEvent<Account>;
        public sealed record Generic(Range<int> Numbers, Range<string?> Texts, Outer<int>.Inner Inner) : IEvent<Account>;
        public sealed record Range<T>(T From, T To);
        public static class Outer<T> { public sealed record Inner(T Value); }
        public sealed record Wrapped(AccountId Id, Email Mail) : IEvent<Account>;
        public readonly record struct AccountId(Guid Value); public sealed record Email(string Value);
        public sealed record Keywords(int @class, string @event, bool @true, int value, int reader, int writer, int seen, int result, int initial, int discriminated) : IEvent<Account>;
        public sealed record Empty : IEvent<Account>;
        public sealed record Omitted([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int Size) : IEvent<Account>;
        public sealed class Complete : IEvent<Account> { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Complete(string name) => Name = name; public required string Name { get; init; } }
        public sealed class Again : IEvent<Account> { public Again(string name) => Name = name; public required string Name { get; init; } }
        public static class Samples
        {
            public static IEnumerable<object> All =>
            [
                new Positional("o"), new Positional("o", 0, null, Level.Low, 0), new Settable(), new Settable { Name = "n", Count = 2, Tags = ["t"] },
                new Required { Name = "n", Age = 3 }, new Required { Name = "", Age = 0, Note = null }, new Mixed("i") { Ready = true }, new Mixed("i") { Ready = false, Size = 0 },
                new Constructed("n", 1), new Marked("m"), new Struct(1, "y"), new Mutable { X = 1, Y = 2 }, new Immutable(4), new Named(1, 2, 3, 4, 5, 6), Included.Of(2),
                new Base { Owner = "b", Size = 1 }, new Derived { Owner = "d", Size = 2, Own = 3 }, new Leaf("l", 1),
                new Tree("root", null, []), new Tree("root", new("left", null, []), [new("child", new("grandchild", null, []), [])]),
                new Generic(new(1, 2), new(null, "z"), new(7)), new Wrapped(new(Guid.Empty), new("a@b")), new Keywords(1, "e", true, 2, 3, 4, 5, 6, 7, 8), new Empty(),
                new Omitted(null, 0), new Omitted("n", 1), new Complete("c"), new Again("a") { Name = "a" },
            ];
        }
        """;

    [Theory]
    [InlineData(nameof(Values), Values)]
    [InlineData(nameof(Collections), Collections)]
    [InlineData(nameof(Objects), Objects)]
    public void Is_written_as_System_Text_Json_writes_it_and_read_back_equal(string name, string source)
    {
        JsonDomain domain = JsonDomain.Of(source);
        Assert.NotEmpty(domain.Samples);
        foreach (object sample in domain.Samples)
        {
            string expected = JsonSerializer.Serialize(sample, sample.GetType(), JsonDomain.SystemTextJson);
            Assert.True(expected == domain.Write(sample), $"{name}: expected {expected}, wrote {domain.Write(sample)}");
            object read = domain.RoundTrip(sample);
            Assert.IsType(sample.GetType(), read);
            Assert.Equal(expected, JsonSerializer.Serialize(read, read.GetType(), JsonDomain.SystemTextJson));
            Assert.Equivalent(sample, read, strict: true);
        }
    }

    [Fact]
    public void A_time_in_local_time_keeps_its_kind()
    {
        JsonDomain domain = JsonDomain.Of("public sealed record Happened(DateTime At) : IEvent<Account>;");
        foreach (DateTimeKind kind in Enum.GetValues<DateTimeKind>())
        {
            DateTime at = new(2026, 7, 1, 12, 30, 0, kind);
            DateTime read = (DateTime)domain.RoundTrip(domain.Make("Happened", at)).GetType().GetProperty("At")!.GetValue(domain.RoundTrip(domain.Make("Happened", at)))!;
            Assert.Equal((at, kind), (read, read.Kind));
        }
    }

    [Fact]
    public void Flags_are_written_as_a_number()
    {
        JsonDomain domain = JsonDomain.Of("[Flags] public enum Rights { None = 0, Read = 1, Write = 2 } public sealed record Granted(Rights Rights) : IEvent<Account>;");
        Assert.Equal("""{"rights":3}""", domain.Write(domain.Read("""{"rights":3}""")));
        Assert.Equal("$.rights", domain.Refused("""{"rights":4}""").Path);
        Assert.Equal("$.rights", domain.Refused("""{"rights":"Read"}""").Path);
    }

    [Fact]
    public void An_enumeration_may_choose_numbers_or_names_of_its_own()
    {
        JsonDomain domain = JsonDomain.Of("""
            [JsonConverter(typeof(JsonNumberEnumConverter<Number>))] public enum Number { One = 1, Uno = 1, Two = 2 }
            [JsonConverter(typeof(JsonStringEnumConverter<Name>))] public enum Name { [JsonStringEnumMemberName("the first")] First, Second, Alias = Second }
            public sealed record Chosen(Number Number, Name Name) : IEvent<Account>;
            """);
        Assert.Equal("""{"number":1,"name":"the first"}""", domain.Write(domain.Read("""{"number":1,"name":"the first"}""")));
        Assert.Equal("""{"number":2,"name":"Second"}""", domain.Write(domain.Read("""{"number":2,"name":"Alias"}""")));
        Assert.Equal("$.number", domain.Refused("""{"number":3,"name":"Second"}""").Path);
    }

    [Fact]
    public void More_members_than_a_word_has_bits_are_all_told_apart()
    {
        string members = string.Join(", ", Enumerable.Range(0, 150).Select(static i => $"int M{i}"));
        JsonDomain domain = JsonDomain.Of($"public sealed record Wide({members}) : IEvent<Account>;");
        string[] json = [.. Enumerable.Range(0, 150).Select(static i => $"\"m{i}\":{i}")];
        Assert.Equal("{" + string.Join(",", json) + "}", domain.Write(domain.Read("{" + string.Join(",", json.Reverse()) + "}")));
        Assert.Equal("$.m130", domain.Refused("{" + string.Join(",", json.Where(static (_, i) => i != 130)) + "}").Path);
        Assert.Equal("$.m70", domain.Refused("{" + string.Join(",", json.Append(json[70])) + "}").Path);
    }
}
