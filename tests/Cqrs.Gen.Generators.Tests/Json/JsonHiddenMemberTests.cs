using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>Private members that <c>[JsonInclude]</c> names, and private constructors that <c>[JsonConstructor]</c> names.</summary>
public sealed class JsonHiddenMemberTests
{
    private const string Source = """
        public class Base { [JsonInclude] private int Own { get; set; } = 1; [JsonInclude] protected string? Shared; public void Set(int own, string shared) { Own = own; Shared = shared; } }
        public sealed class Members : Base, IEvent<Account>
        {
            [JsonInclude] private int Property { get; set; }
            [JsonInclude] private List<int> Items { get; init; } = [];
            [JsonInclude] private string? _field;
            [JsonInclude] private readonly int _fixed;
            [JsonInclude] public int Half { get; private set; }
            [JsonInclude, JsonRequired] private int Needed { get; set; }
            [JsonInclude, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] private int Left { get; set; }
            public static Members Make(int left) { Members made = new() { Property = 1, Items = [2], _field = "f", Half = 3, Needed = 4, Left = left }; made.Set(5, "s"); return made; }
        }
        public struct Struct : IEvent<Account>
        {
            [JsonInclude] private int Property { get; set; }
            [JsonInclude] private string? _field;
            public static Struct Make() => new() { Property = 1, _field = "f" };
        }
        public sealed class Made : IEvent<Account>
        {
            [JsonConstructor] private Made(int a, string? b, int c = 3) { A = a; B = b; C = c; }
            public int A { get; }
            [JsonInclude] private string? B { get; }
            public int C { get; }
            public int Set { get; set; } = 4;
            public int Init { get; init; } = 5;
            public required string Needed { get; set; }
            [JsonExtensionData] public Dictionary<string, System.Text.Json.JsonElement>? More { get; set; }
            public static Made Make() => new(1, "b") { Set = 6, Init = 7, Needed = "n", More = new() { ["x"] = System.Text.Json.JsonDocument.Parse("[1]").RootElement } };
        }
        public readonly struct MadeStruct : IEvent<Account> { [JsonConstructor] private MadeStruct(int a) => A = a; public int A { get; } public static MadeStruct Make() => new(1); }
        public sealed record Nested(Empty Empty, List<Made> Many) : IEvent<Account>;
        public sealed class Empty { [JsonConstructor] private Empty() { } public int A { get; set; } = 1; public static Empty Make() => new() { A = 2 }; }
        public static class Samples { public static IEnumerable<object> All => [Members.Make(0), Members.Make(1), Struct.Make(), Made.Make(), MadeStruct.Make(), new Nested(Empty.Make(), [Made.Make()])]; }
        """;

    [Fact]
    public void Are_written_and_read_as_System_Text_Json_does_on_both_faces()
    {
        JsonDomain domain = JsonDomain.Of(Source);
        Assert.NotEmpty(domain.Samples);
        foreach (object sample in domain.Samples)
        {
            Type type = sample.GetType();
            string json = domain.Write(sample);
            Assert.Equal(JsonSerializer.Serialize(sample, type, JsonDomain.SystemTextJson), json);
            Assert.Equal(json, JsonSerializer.Serialize(sample, type, domain.Options));
            Assert.Equal(json, domain.Write(domain.RoundTrip(sample)));
            EventDescriptor descriptor = domain.Account.Events.Single(e => e.Type == type);
            Assert.Equal(json, domain.Write(domain.Account.ReadEvent(descriptor.Name, 1, " " + json)!));
            Assert.Equal(json, domain.Write(JsonSerializer.Deserialize(json, type, domain.Options)!));
        }
    }

    [Theory]
    [InlineData("made", """{"a":1,"b":null,"needed":"n"}""", """{"a":1,"b":null,"c":3,"set":4,"init":5,"needed":"n"}""")]
    [InlineData("members", """{"needed":1}""", """{"property":0,"items":[],"half":0,"needed":1,"_field":null,"_fixed":0,"own":1,"shared":null}""")]
    public void What_is_absent_keeps_the_value_that_the_type_gives_it(string name, string json, string expected)
    {
        JsonDomain domain = JsonDomain.Of(Source);
        Assert.Equal(expected, domain.Write(domain.Account.ReadEvent(name, 1, json)!));
    }

    [Theory]
    [InlineData("made", """{"a":1,"b":null}""", "$.needed")]
    [InlineData("members", "{}", "$.needed")]
    public void What_must_be_there_is_demanded(string name, string json, string path) =>
        Assert.Equal(path, Assert.Throws<PayloadException>(() => JsonDomain.Of(Source).Account.ReadEvent(name, 1, json)).Path);

    [Theory]
    [InlineData("public sealed class Inner { [JsonInclude] private int A { get => 1; set { } } }", "A: [JsonInclude] on a private member reaches its field")]
    [InlineData("public sealed class Inner { [JsonInclude] public int A { private get => 1; set { } } }", "A: [JsonInclude] on a private member reaches its field")]
    [InlineData("public sealed class Inner { [JsonInclude] private int A { get; set; } private Inner() { } }", "there is no constructor to make it by")]
    [InlineData("public sealed class Inner { [JsonConstructor] private Inner() { } public int A { get => 1; init { } } }", "A: its init accessor cannot be called as the constructor is private")]
    [InlineData("public sealed class Inner { [JsonConstructor] private Inner(in int a) => A = a; public int A { get; } }", "the constructor that is marked with [JsonConstructor] cannot be reached")]
    public void What_cannot_be_reached_is_refused_with_the_reason(string inner, string reason) => Assert.Contains(
        reason,
        JsonDomain.Of(inner + " public sealed record Happened(Inner Inner) : IEvent<Account>;").Refused("""{"inner":{}}""").Problem,
        StringComparison.Ordinal);

    [Fact]
    public void Those_of_a_generic_type_are_refused()
    {
        JsonDomain domain = JsonDomain.Of("public sealed class Inner<T> { [JsonInclude] private T? A { get; set; } } public sealed record Happened(Inner<int> Inner) : IEvent<Account>;");
        Assert.Contains("[JsonInclude] on a private member reaches its field, but its type is generic", domain.Refused("""{"inner":{}}""").Problem, StringComparison.Ordinal);
    }
}
