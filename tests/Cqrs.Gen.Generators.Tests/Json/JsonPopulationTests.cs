using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary><c>[JsonObjectCreationHandling]</c>: collections that are added to instead of being replaced.</summary>
public sealed class JsonPopulationTests
{
    private const string Populate = "JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)";
    private const string Replace = "JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)";

    private const string Source = $$"""
        public sealed class Members : IEvent<Account>
        {
            [{{Populate}}] public List<int> List { get; } = [1];
            [{{Populate}}] public IList<int> Interface { get; } = new List<int> { 1 };
            [{{Populate}}] public Dictionary<string, int> Dictionary { get; } = new(StringComparer.OrdinalIgnoreCase) { ["a"] = 1, ["b"] = 2 };
            [{{Populate}}] public IDictionary<string, int> IDictionary { get; } = new Dictionary<string, int> { ["a"] = 1 };
            [{{Populate}}] public HashSet<int> Set { get; } = [1];
            [{{Populate}}] public Queue<int> Queue { get; } = new([1]);
            [{{Populate}}] public Stack<int> Stack { get; } = new([1]);
            [{{Populate}}] public ConcurrentQueue<int> Concurrent { get; } = new([1]);
            [{{Populate}}] public ObservableCollection<int> Observable { get; } = [1];
            [{{Populate}}] public List<int> Settable { get; set; } = [1];
            [{{Populate}}] public List<int>? Null { get; set; }
            [{{Populate}}] public Own Own { get; } = new() { 1 };
            [{{Populate}}, JsonInclude] public List<int> Field = [1];
            [{{Replace}}] public List<int> Replaced { get; set; } = [1];
            public List<int> Plain { get; set; } = [1];
        }
        public sealed class Own : List<int>;
        [{{Populate}}] public sealed class OfType : IEvent<Account>
        {
            public List<int> List { get; } = [1];
            public int[] Array { get; set; } = [1];
            public string Text { get; set; } = "";
            [{{Replace}}] public List<int> Replaced { get; set; } = [1];
        }
        public static class Samples { public static IEnumerable<object> All => [new Members(), new OfType()]; }
        """;

    [Theory]
    [InlineData("Members", """{"list":[2],"interface":[3],"dictionary":{"A":4,"c":5},"iDictionary":{"a":6},"set":[1,7],"queue":[8,9],"stack":[8,9],"concurrent":[8],"observable":[9],"settable":[10],"null":[11],"own":[12],"field":[13],"replaced":[14],"plain":[15]}""")]
    [InlineData("Members", "{}")]
    [InlineData("Members", """{"null":null,"list":[]}""")]
    [InlineData("OfType", """{"list":[2],"array":[3],"text":"t","replaced":[4]}""")]
    public void Adds_to_what_the_type_holds_as_System_Text_Json_does(string name, string json)
    {
        JsonDomain domain = JsonDomain.Of(Source);
        Type type = domain.TypeOf(name);
        object expected = JsonSerializer.Deserialize(json, type, JsonDomain.SystemTextJson)!;
        EventDescriptor descriptor = domain.Account.Events.Single(e => e.Type == type);
        foreach (string payload in new[] { json, " " + json })
        {
            object read = domain.Account.ReadEvent(descriptor.Name, 1, payload)!;
            Assert.Equivalent(expected, read, strict: true);
            Assert.Equal(JsonSerializer.Serialize(expected, type, JsonDomain.SystemTextJson), domain.Write(read));
        }

        Assert.Equal(JsonSerializer.Serialize(expected, type, JsonDomain.SystemTextJson), JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type, domain.Options), type, domain.Options));
    }

    [Fact]
    public void A_collection_without_a_setter_that_cannot_be_added_to_is_refused_with_its_place()
    {
        JsonDomain domain = JsonDomain.Of($"public sealed class Inner {{ [{Populate}] public IList<int> A {{ get; }} = new int[1]; [{Populate}] public List<int>? B {{ get; }} = []; }} public sealed record Happened(Inner Inner) : IEvent<Account>;");
        Assert.Equal("$.inner", domain.Refused("""{"inner":{"a":[1]}}""").Path);
        Assert.Equal("$.inner", domain.Refused("""{"inner":{"b":null}}""").Path);
        Assert.Equal("""{"inner":{"a":[0],"b":[1]}}""", domain.Write(domain.Read("""{"inner":{"b":[1]}}""")));
    }

    [Theory]
    [InlineData($"public sealed class Happened : IEvent<Account> {{ [{Populate}] public int[] A {{ get; set; }} = []; }}", "A: [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] is for collections and dictionaries that can be added to")]
    [InlineData($"public sealed class Happened : IEvent<Account> {{ [{Populate}] public Other A {{ get; }} = new(); }} public sealed class Other;", "A: [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] is for collections")]
    [InlineData($"[{Populate}] public sealed class Happened : IEvent<Account> {{ public Other A {{ get; set; }} = new(); }} public sealed class Other;", "A: [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] is for collections")]
    [InlineData($"[{Populate}] public sealed record Happened(List<int> A) : IEvent<Account>;", "A: the constructor sets it, so that there is nothing to add to")]
    [InlineData($"public sealed class Happened : IEvent<Account> {{ [{Populate}] public List<int>? A {{ get; init; }} }}", "A: it may be null, and then nothing could be added to it")]
    [InlineData("public sealed class Happened : IEvent<Account> { public List<int> A { get; } = []; }", "or mark it with [JsonIgnore] or [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]")]
    public void What_cannot_be_added_to_is_refused_with_the_reason(string source, string reason) =>
        Assert.Contains(reason, JsonDomain.Of(source).Refused("{}").Problem, StringComparison.Ordinal);
}
