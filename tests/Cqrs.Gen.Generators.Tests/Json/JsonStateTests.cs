namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>The whole state of an aggregate is written and restored, whatever its members look like.</summary>
public sealed class JsonStateTests
{
    [Theory]
    [InlineData("a class of every kind of member", """
        [Aggregate] public sealed partial class Account
        {
            private int _count = 3; private readonly string _owner = "initial"; public decimal Balance { get; private set; } public string Name { get; } = "unnamed"; public required string Region { get; init; }
            public int? Limit { get; set; } protected internal List<Line> Lines { get; } = []; private Hidden Secret { get; set; } = new(1); private readonly List<Hidden> _hidden = []; private Kind _kind;
            public int Clamped { get; set => field = Math.Max(0, value); } [JsonIgnore] public int Cached { get; set; } = 9; public int Twice => _count * 2; private static int Shared = 1; private const int Fixed = 2;
            private record Hidden(int Value); private enum Kind { A, B }
        }
        public sealed record Line(string Product, int Quantity);
        """,
        """{"balance":12.50,"name":"n","region":"r","limit":null,"lines":[{"product":"p","quantity":2}],"secret":{"value":5},"clamped":4,"_count":7,"_owner":"o","_hidden":[{"value":6}],"_kind":"B"}""")]
    [InlineData("an immutable record", "[Aggregate] public sealed partial record Account(string Owner, decimal Balance, ImmutableArray<string> Tags) { public int Count { get; init; } }",
        """{"owner":"o","balance":1.0,"tags":["t"],"count":3}""")]
    [InlineData("a record with defaults", "[Aggregate] public sealed partial record Account(int Total = 0, string? Note = null);", """{"total":5,"note":"n"}""")]
    [InlineData("a private constructor", "[Aggregate] public sealed partial class Account { private Account() { } private int _total; }", """{"_total":5}""")]
    [InlineData("a constructor for the members", "[Aggregate] public sealed partial class Account { public Account(string owner, int total) { _owner = owner; Total = total; } private readonly string _owner; public int Total { get; } public int More { get; set; } }",
        """{"total":5,"more":6,"_owner":"o"}""")]
    [InlineData("base classes", """
        public abstract class Root<T> { public T? Id { get; protected set; } protected int Depth { get; set; } }
        public abstract class Entity : Root<string> { private int _version; private readonly int _fixed; public int Version { get => _version; } public DateTime Made { get; private set; } protected internal string? Note { get; init; } }
        [Aggregate] public sealed partial class Account : Entity { private int _version; public int Total { get; set; } [JsonPropertyName("own")] private int Own { get; set; } }
        """, null)]
    [InlineData("an internal class nested in others", "public static partial class A { internal partial struct B { [Aggregate] internal sealed partial class C { private int _x; } } } [Aggregate] public sealed partial class Account { private int _total; }", """{"_total":5}""")]
    [InlineData("protected types of base classes", """
        public abstract partial class Basis { protected sealed record Line(string Product, Kind Kind); protected enum Kind { A, B } protected List<Line> Lines { get; set; } = []; }
        [Aggregate] public sealed partial class Account : Basis { private sealed record Own(Line Line); private Own? _own; private Dictionary<string, Line> _stock = []; }
        """, """{"_own":{"line":{"product":"p","kind":"B"}},"_stock":{"a":{"product":"r","kind":"B"}},"lines":[{"product":"q","kind":"A"}]}""")]
    [InlineData("nothing", "[Aggregate] public sealed partial class Account;", "{}")]
    public void Is_restored(string shape, string source, string? json)
    {
        JsonDomain domain = JsonDomain.Of(source);
        if (json is null)
        {
            // Two private fields of one name: the build says so, and the state is refused rather than mixed up.
            Assert.Contains("_version", Assert.Throws<PayloadException>(() => domain.Account.ReadState("{}")).Problem, StringComparison.Ordinal);
            return;
        }

        object state = domain.Account.ReadState(json);
        Assert.True(json == domain.Account.WriteState(state), $"{shape}: {domain.Account.WriteState(state)}");
    }

    [Fact]
    public void Members_of_base_classes_are_restored_private_ones_too()
    {
        JsonDomain domain = JsonDomain.Of("""
            public abstract class Root<T> { public T? Id { get; protected set; } protected int Depth { get; set; } }
            public abstract class Entity : Root<string> { private int _version; private readonly int _fixed; public DateTime Made { get; private set; } protected internal string? Note { get; init; } public int Seen() => _version + _fixed; }
            [Aggregate] public sealed partial class Account : Entity { public int Total { get; set; } }
            """);
        const string json = """{"total":1,"made":"2026-01-31T00:00:00Z","note":"n","_version":2,"_fixed":3,"id":"i","depth":4}""";
        object state = domain.Account.ReadState(json);
        Assert.Equal(json, domain.Account.WriteState(state));
        Assert.Equal(5, state.GetType().GetMethod("Seen")!.Invoke(state, null));
    }

    [Fact]
    public void Field_initialisers_run_and_comparers_stay()
    {
        JsonDomain domain = JsonDomain.Of("""
            [Aggregate] public sealed partial class Account
            {
                private readonly Dictionary<string, int> _stock = new(StringComparer.OrdinalIgnoreCase); private HashSet<string> _tags = new(StringComparer.OrdinalIgnoreCase);
                public Dictionary<string, int> Plain { get; init; } = []; [JsonIgnore] private readonly object _lock = new();
                public bool Knows => _stock.ContainsKey("APPLE") && _tags.Contains("RED") && Plain.ContainsKey("a") && !Plain.ContainsKey("A") && _lock is not null;
            }
            """);
        const string json = """{"plain":{"a":1},"_stock":{"apple":3},"_tags":["red"]}""";
        object state = domain.Account.ReadState(json);
        Assert.Equal(true, state.GetType().GetProperty("Knows")!.GetValue(state));
        Assert.Equal(json, domain.Account.WriteState(state));
        Assert.Throws<PayloadException>(() => domain.Account.ReadState("""{"plain":{},"_stock":{"a":1,"A":2},"_tags":[]}"""));
    }

    [Theory]
    [InlineData("{}", "$.balance")]
    [InlineData("""{"balance":1,"owner":null}""", "$.owner")]
    [InlineData("""{"balance":1,"owner":"o","other":1}""", "$.other")]
    [InlineData("""{"balance":1,"owner":"o"}x""", "$")]
    public void Is_refused_with_its_place(string json, string path)
    {
        JsonDomain domain = JsonDomain.Of("[Aggregate] public sealed partial class Account { public decimal Balance { get; private set; } public string Owner { get; private set; } = \"\"; }");
        Assert.Equal(path, Assert.Throws<PayloadException>(() => domain.Account.ReadState(json)).Path);
    }

    [Fact]
    public void What_has_no_JSON_is_refused_and_named()
    {
        JsonDomain domain = JsonDomain.Of("[Aggregate] public sealed partial class Account { private object? _anything; }");
        PayloadException refusal = Assert.Throws<PayloadException>(() => domain.Account.ReadState("{}"));
        Assert.Contains("_anything", refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_fingerprint_follows_the_shape()
    {
        static string Of(string member, string line = "int Quantity") =>
            JsonDomain.Of($"public sealed record Line({line}); [Aggregate] public sealed partial class Account {{ {member} }}").Account.Fingerprint;
        string first = Of("private Line? _line;");
        Assert.Equal(first, Of("private Line?   _line;"));
        Assert.Equal(4, new[] { first, Of("private Line? _other;"), Of("private Line? _line;", "long Quantity"), Of("private Line? _line;", "int Number") }.Distinct().Count());
    }
}
