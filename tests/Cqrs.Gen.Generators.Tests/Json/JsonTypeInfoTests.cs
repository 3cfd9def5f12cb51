using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>The generated descriptions for System.Text.Json: they write the bytes that the generated converters write, and read what those read.</summary>
public sealed class JsonTypeInfoTests
{
    [Theory]
    [InlineData(nameof(JsonRoundTripTests.Values), JsonRoundTripTests.Values)]
    [InlineData(nameof(JsonRoundTripTests.Collections), JsonRoundTripTests.Collections)]
    [InlineData(nameof(JsonRoundTripTests.Objects), JsonRoundTripTests.Objects)]
    public void System_Text_Json_writes_the_same_bytes_and_reads_them(string name, string source)
    {
        JsonDomain domain = JsonDomain.Of(source);
        foreach (object sample in domain.Samples)
        {
            string expected = domain.Write(sample);
            string actual = JsonSerializer.Serialize(sample, sample.GetType(), domain.Options);
            Assert.True(expected == actual, $"{name}: expected {expected}, wrote {actual}");
            object? read = JsonSerializer.Deserialize(expected, sample.GetType(), domain.Options);
            Assert.IsType(sample.GetType(), read);
            Assert.Equivalent(sample, read, strict: true);
            Assert.Equal(expected, domain.Write(read));
        }
    }

    [Fact]
    public void What_is_absent_keeps_the_value_that_the_type_gives_it()
    {
        JsonDomain domain = JsonDomain.Of(JsonRoundTripTests.Objects);
        foreach ((string type, string json) in new[] { ("Settable", "{}"), ("Required", """{"name":"n","age":1}"""), ("Mixed", """{"id":"i","ready":true}"""), ("Positional", """{"owner":"o"}"""), ("Derived", "{}"), ("Mutable", "{}") })
        {
            EventDescriptor descriptor = domain.Account.Events.Single(e => e.Type.Name == type);
            object? byConverter = domain.Account.ReadEvent(descriptor.Name, 1, json);
            object? byDescription = JsonSerializer.Deserialize(json, descriptor.Type, domain.Options);
            Assert.Equivalent(byConverter, byDescription, strict: true);
        }
    }

    [Theory]
    [InlineData("""{"name":"n","line":{"text":"t"},"tags":["a"],"kinds":["Big"],"more":1}""")]
    [InlineData("""{"name":"n","name":"n","line":{"text":"t"},"tags":["a"],"kinds":["Big"]}""")]
    [InlineData("""{"line":{"text":"t"},"tags":["a"],"kinds":["Big"]}""")]
    [InlineData("""{"name":null,"line":{"text":"t"},"tags":["a"],"kinds":["Big"]}""")]
    [InlineData("""{"name":"n","line":{"text":null},"tags":["a"],"kinds":["Big"]}""")]
    [InlineData("""{"name":"n","line":{},"tags":["a"],"kinds":["Big"]}""")]
    [InlineData("""{"name":"n","line":{"text":"t"},"tags":[null],"kinds":["Big"]}""")]
    [InlineData("""{"name":"n","line":{"text":"t"},"tags":["a"],"kinds":["Big","Big"]}""")]
    [InlineData("""{"name":"n","line":{"text":"t"},"tags":["a"],"kinds":["Huge"]}""")]
    [InlineData("""{"name":"n","line":{"text":"t"},"tags":["a"],"kinds":[1]}""")]
    [InlineData("""{"Name":"n","line":{"text":"t"},"tags":["a"],"kinds":["Big"]}""")]
    [InlineData("""{"name":"n","line":{"text":"t"},"tags":["a"],"kinds":["Big"],"map":{"k":null}}""")]
    [InlineData("""{"name":"n","line":{"text":"t"},"tags":["a"],"kinds":["Big"],"map":{"k":"v","k":"v"}}""")]
    public void What_a_converter_refuses_is_refused(string json)
    {
        JsonDomain domain = JsonDomain.Of("""
            public enum Kind { Small, Big }
            public sealed record Line(string Text);
            public sealed record Named(string Name, Line Line, List<string> Tags, HashSet<Kind> Kinds) : IEvent<Account> { public Dictionary<string, string> Map { get; init; } = []; }
            """);
        Type type = Assert.Single(domain.Account.Events).Type;
        const string good = """{"name":"n","line":{"text":"t"},"tags":["a"],"kinds":["Big"]}""";

        Assert.Equivalent(domain.Read(good), JsonSerializer.Deserialize(good, type, domain.Options), strict: true);
        domain.Refused(json);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type, domain.Options));
    }

    [Theory]
    [InlineData("int? A, int present_a", """{"a":1,"present_a":2}""")]
    [InlineData("int? A, int Present_a, int PresentA, int _present_a", """{"a":1,"present_a":2,"presentA":3,"_present_a":4}""")]
    [InlineData("int? A, int present_a, int _x, int seen, int seen1, int value, int _Value", """{"a":1,"present_a":2,"_x":3,"seen":4,"seen1":5,"value":6,"_Value":7}""")]
    public void Members_may_be_called_anything(string members, string json)
    {
        JsonDomain domain = JsonDomain.Of($"public sealed record Happened({members}) : IEvent<Account>;");
        foreach (string payload in new[] { json, " " + json })
        {
            Assert.Equal(json, domain.Write(domain.Read(payload)));
            Assert.Equal(domain.Read(payload), JsonSerializer.Deserialize(payload, Assert.Single(domain.Account.Events).Type, domain.Options));
        }
    }

    [Fact]
    public void An_optional_argument_of_any_type_has_a_schema()
    {
        JsonDomain domain = JsonDomain.Of("""
            public readonly record struct Point(int X = 1, int Y = 2);
            public enum Kind { Small, Big }
            public sealed record Happened(
                Guid Id = default, DateTime At = default, Point Point = default, int? Maybe = null, decimal Sum = 1.5m, Kind Kind = default, Kind Other = Kind.Big, Point? Origin = default, string? Note = null, TimeSpan Span = default)
                : IEvent<Account>;
            """);
        JsonTypeInfo type = domain.Options.GetTypeInfo(Assert.Single(domain.Account.Events).Type);
        JsonNode properties = type.GetJsonSchemaAsNode()["properties"]!;
        Assert.Equal("00000000-0000-0000-0000-000000000000", (string?)properties["id"]!["default"]);
        Assert.Equal("1.5", properties["sum"]!["default"]!.ToJsonString());
        Assert.Equivalent(domain.Read("{}"), JsonSerializer.Deserialize("{}", type), strict: true);
    }

    [Fact]
    public void A_member_says_itself_how_its_enumeration_is_written()
    {
        JsonDomain domain = JsonDomain.Of("""
            public enum Kind { Small, Big }
            [Flags] public enum Rights { None = 0, Read = 1, Write = 2 }
            public sealed record Chosen(
                Kind Plain,
                [property: JsonConverter(typeof(JsonNumberEnumConverter<Kind>))] Kind Number,
                [property: JsonConverter(typeof(JsonNumberEnumConverter<Kind>))] Kind? Maybe,
                [property: JsonConverter(typeof(JsonStringEnumConverter<Rights>))] Rights Names,
                Rights Flags,
                Dictionary<Kind, int> Keys) : IEvent<Account>;
            """);
        const string json = """{"plain":"Big","number":1,"maybe":0,"names":"Read, Write","flags":3,"keys":{"Small":1}}""";
        object e = domain.Read(json);

        Assert.Equal(json, domain.Write(e));
        Assert.Equal(json, JsonSerializer.Serialize(e, e.GetType(), domain.Options));
        Assert.Equivalent(e, JsonSerializer.Deserialize(json, e.GetType(), domain.Options), strict: true);
    }

    [Fact]
    public void A_value_of_a_derived_type_is_not_cut_to_its_base()
    {
        JsonDomain domain = JsonDomain.Of("public record Base(int A) : IEvent<Account>; public sealed record More(int A, int B) : Base(A); public sealed record Holds(Base Value) : IEvent<Account>;");
        object more = domain.Make("More", 1, 2);

        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(domain.Make("Holds", more), domain.TypeOf("Holds"), domain.Options));
    }

    [Fact]
    public void Schemas_know_names_nulls_and_what_must_be_there()
    {
        JsonDomain domain = JsonDomain.Of("""
            public enum Kind { Small, [JsonStringEnumMemberName("very big")] Big }
            public sealed record Opened([property: JsonPropertyName("who")] string Owner, int? Age, Kind Kind, List<Line> Lines, decimal Rate = 1.5m) : IEvent<Account>;
            public sealed record Line(string? Text);
            """);
        JsonNode schema = domain.Options.GetJsonSchemaAsNode(domain.TypeOf("Opened"));

        Assert.Equal(["who", "age", "kind", "lines"], schema["required"]!.AsArray().Select(static n => n!.GetValue<string>()));
        Assert.Equal("string", schema["properties"]!["who"]!["type"]!.GetValue<string>());
        Assert.Equal("""["integer","null"]""", schema["properties"]!["age"]!["type"]!.ToJsonString());
        Assert.Equal("""["Small","very big"]""", schema["properties"]!["kind"]!["enum"]!.ToJsonString());
        Assert.Equal("1.5", schema["properties"]!["rate"]!["default"]!.ToJsonString());
        Assert.Equal("false", schema["additionalProperties"]!.ToJsonString());
        Assert.Equal("""["string","null"]""", schema["properties"]!["lines"]!["items"]!["properties"]!["text"]!["type"]!.ToJsonString());
    }

    [Fact]
    public void A_query_document_is_described_as_others_see_it()
    {
        JsonDomain domain = JsonDomain.Of("""
            public sealed record Opened(string Owner) : IEvent<Account>;
            [Query] public sealed partial class Summary { private int _seen; public string Owner { get; set; } = ""; public int Length => Owner.Length + _seen; public List<Page> Pages { get; set; } = []; void Apply(Opened e) { Owner = e.Owner; _seen = 0; } }
            public sealed record Page(int Number);
            """);
        Type type = domain.TypeOf("Summary");

        object summary = JsonSerializer.Deserialize("""{"owner":"o","pages":[{"number":1}]}""", type, domain.Options)!;
        Assert.Equal("""{"owner":"o","length":1,"pages":[{"number":1}]}""", JsonSerializer.Serialize(summary, type, domain.Options));
    }

    [Fact]
    public void A_query_document_keeps_its_setters_to_itself_and_is_read_all_the_same()
    {
        JsonDomain domain = JsonDomain.Of("""
            public sealed record Opened(string Owner) : IEvent<Account>;
            [Query] public sealed partial class Summary { public string Owner { get; private set; } = ""; public int Hidden { private get; set; } public decimal Balance { get; private set; } public List<string> Tags { get; } = []; void Apply(Opened e) { Owner = e.Owner; Balance = Hidden; } }
            """);
        const string json = """{"owner":"o","balance":1.50,"tags":["t"]}""";

        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize(json, domain.TypeOf("Summary"), domain.Options), domain.TypeOf("Summary"), domain.Options));
    }

    [Fact]
    public void The_resolver_stands_in_a_chain_with_others()
    {
        JsonDomain domain = JsonDomain.Of("public sealed record Opened(string Owner) : IEvent<Account>;");
        JsonSerializerOptions options = new(JsonSerializerDefaults.Web) { TypeInfoResolver = JsonTypeInfoResolver.Combine(domain.Resolver, new DefaultJsonTypeInfoResolver()) };

        object opened = domain.Make("Opened", "o");
        object pair = Activator.CreateInstance(typeof(KeyValuePair<,>).MakeGenericType(typeof(int), opened.GetType()), 1, opened)!;

        Assert.Equal("""{"key":1,"value":{"owner":"o"}}""", JsonSerializer.Serialize(pair, pair.GetType(), options));
        Assert.Null(domain.Resolver.GetTypeInfo(typeof(JsonTypeInfoTests), options));
    }

    [Fact]
    public void A_converter_of_the_options_goes_first()
    {
        JsonDomain domain = JsonDomain.Of("public enum Kind { Small, Big } public sealed record Opened(Kind Kind) : IEvent<Account>;");
        object opened = domain.Read("""{"kind":"Big"}""");

        JsonTypeInfo described = new JsonSerializerOptions { TypeInfoResolver = domain.Resolver, Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseUpper) } }
            .GetTypeInfo(opened.GetType());
        Assert.Equal("""{"kind":"BIG"}""", JsonSerializer.Serialize(opened, described));
    }

    [Fact]
    public void A_value_that_is_declared_as_an_object_says_what_it_is()
    {
        JsonDomain domain = JsonDomain.Of("public sealed record Opened(string Owner) : IEvent<Account>;");
        JsonTypeInfo<object> described = (JsonTypeInfo<object>)new JsonSerializerOptions { TypeInfoResolver = JsonTypeInfoResolver.Combine(domain.Resolver, new DefaultJsonTypeInfoResolver()) }
            .GetTypeInfo(typeof(object));

        Assert.Equal("""{"$type":"opened","owner":"o"}""", JsonSerializer.Serialize(domain.Make("Opened", "o"), described));
    }

    [Fact]
    public void An_event_of_two_aggregates_is_written_as_itself()
    {
        JsonDomain domain = JsonDomain.Of("public sealed record Closed(int Day) : IEvent<Account>, IEvent<Shop>; [Aggregate] public sealed partial class Account; [Aggregate] public sealed partial class Shop;");

        Assert.Equal("""{"day":1}""", JsonSerializer.Serialize(domain.Make("Closed", 1), domain.TypeOf("Closed"), domain.Options));
    }

    [Fact]
    public void The_options_cannot_be_changed() => Assert.True(JsonDomain.Of("public sealed record Opened(string Owner) : IEvent<Account>;").Options.IsReadOnly);

    [Fact]
    public void An_assembly_without_a_type_to_describe_has_no_resolver() =>
        Assert.DoesNotContain(GeneratorRun.Of("namespace Bank; [Aggregate] public sealed partial class Account;").Files, static f => f.Key.Contains("TypeInfo", StringComparison.Ordinal));

    [Fact]
    public void A_type_is_described_in_the_file_that_writes_it_whoever_else_reaches_it()
    {
        const string domain = """
            namespace Shop;
            public sealed record Line(string Product);
            public sealed record Place(string Name);
            public sealed record Ordered(List<Line> Lines) : IEvent<Order>;
            [Aggregate] public sealed partial class Order { void Apply(Ordered e) { } }
            [Query] public sealed partial class Basket { public List<Line> Lines { get; set; } = []; public Place? Place { get; set; } void Apply(Ordered e) => Lines = e.Lines; }
            """;

        Assert.Equal(
            ["Bank.TypeInfo.g.cs", "Shop.Basket.TypeInfo.g.cs"],
            GeneratorRun.Of(domain).Files.Keys.Where(static name => name.EndsWith(".TypeInfo.g.cs", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
