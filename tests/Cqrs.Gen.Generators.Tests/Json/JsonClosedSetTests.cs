using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>Any command or event of an aggregate as one value: in a payload, in a state, alone, and to System.Text.Json.</summary>
public sealed class JsonClosedSetTests
{
    private const string Source = """
        public sealed record Opened(string Owner) : IEvent<Account>;
        [Event("opened", Version = 2)] public sealed record OpenedTwice(string First, string Last) : IEvent<Account>;
        public sealed record Scheduled(ICommand<Account> Command, List<ICommand<Account>> Others, Dictionary<string, IEvent<Account>?> Past, ICommand<Account>? Last = null) : IEvent<Account>;
        public sealed record Open(string Owner) : ICommand<Account>;
        public readonly record struct Deposit(decimal Amount) : ICommand<Account>;
        [Aggregate] public sealed partial class Account
        {
            private ICommand<Account>? _next; private readonly List<IEvent<Account>> _events = [];
            private sealed record Remind(int Days) : ICommand<Account>;
            Decision<Account> Handle(Open c) => []; Decision<Account> Handle(Deposit c) => []; Decision<Account> Handle(Remind c) => [];
            void Apply(Opened e) { _next = new Remind(3); _events.Add(e); } void Apply(OpenedTwice e) => _events.Add(e); void Apply(Scheduled e) => _next = e.Command;
        }
        [Query] public sealed partial class Agenda { public ICommand<Account>? Next { get; set; } void Apply(Scheduled e) => Next = e.Command; }
        [Aggregate] public sealed partial class Shop { void Apply(Sold e) { } }
        public sealed record Sold(int Number) : IEvent<Shop>;
        """;

    private const string Text = """{"command":{"$type":"deposit","amount":1.50},"others":[{"$type":"open","owner":"o"}],"past":{"a":{"$type":"opened","owner":"o"},"b":null,"c":{"$type":"opened@2","first":"f","last":"l"}},"last":null}""";

    private static readonly JsonDomain Domain = JsonDomain.Of(Source);

    private static EventDescriptor Scheduled => Domain.Account.Events.Single(static e => e.Name == "scheduled");

    [Fact]
    public void A_member_an_item_and_a_value_of_a_dictionary_may_be_any_of_a_set()
    {
        object e = Domain.Account.ReadEvent("scheduled", 1, Text)!;

        Assert.Equal(Text, Domain.Write(e));
        Assert.Equal(Text, JsonSerializer.Serialize(e, e.GetType(), Domain.Options));
        Assert.Equivalent(e, JsonSerializer.Deserialize(Text, e.GetType(), Domain.Options), strict: true);
    }

    [Fact]
    public void A_state_keeps_what_only_its_aggregate_sees()
    {
        object state = Domain.Account.Apply(null, Domain.Make("Opened", "o"));
        string json = Domain.Account.WriteState(state);

        Assert.Contains("""{"$type":"remind","days":3}""", json, StringComparison.Ordinal);
        Assert.Equal(json, Domain.Account.WriteState(Domain.Account.ReadState(json)));
    }

    [Theory]
    [InlineData("""{"amount":1.50,"$type":"deposit"}""")]
    [InlineData("""{"$type":"deposit","amount":1.50}""")]
    public void Its_discriminator_may_stand_anywhere(string command)
    {
        string json = Text.Replace("""{"$type":"deposit","amount":1.50}""", command, StringComparison.Ordinal);

        Assert.Equal(Text, Domain.Write(Domain.Account.ReadEvent("scheduled", 1, json)!));
        Assert.Equal(Text, Domain.Write(JsonSerializer.Deserialize(json, Scheduled.Type, Domain.Options)!));
    }

    [Theory]
    [InlineData("""{"amount":1.50}""", "$.command.$type")]
    [InlineData("{}", "$.command.$type")]
    [InlineData("null", "$.command")]
    [InlineData("""{"$type":"deposit","$type":"deposit","amount":1}""", "$.command.$type")]
    [InlineData("""{"$type":"opened","owner":"o"}""", "$.command.$type")]
    [InlineData("""{"$type":"sold","number":1}""", "$.command.$type")]
    [InlineData("""{"$type":"Deposit","amount":1}""", "$.command.$type")]
    [InlineData("""{"$type":"Bank.Deposit","amount":1}""", "$.command.$type")]
    [InlineData("""{"$type":"Bank.Deposit, Bank","amount":1}""", "$.command.$type")]
    [InlineData("""{"$type":1,"amount":1}""", "$.command.$type")]
    [InlineData("""{"$type":"deposit","amount":1,"more":1}""", "$.command.more")]
    public void Anything_else_is_refused_with_its_place(string command, string path)
    {
        string json = Text.Replace("""{"$type":"deposit","amount":1.50}""", command, StringComparison.Ordinal);

        Assert.Equal(path, Assert.Throws<PayloadException>(() => Domain.Account.ReadEvent("scheduled", 1, json)).Path);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, Scheduled.Type, Domain.Options));
    }

    [Fact]
    public void What_only_the_aggregate_sees_is_unknown_to_System_Text_Json()
    {
        const string remind = """{"$type":"remind","days":3}""";
        string json = Text.Replace("""{"$type":"deposit","amount":1.50}""", remind, StringComparison.Ordinal);

        Assert.Equal(json, Domain.Account.WriteEvent(Domain.Account.ReadEvent("scheduled", 1, json)!).Json);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, Scheduled.Type, Domain.Options));
    }

    [Fact]
    public void An_event_alone_says_what_it_is_and_of_which_version()
    {
        Assert.Equal("""{"$type":"opened","owner":"o"}""", Domain.Account.WriteTypedEvent(Domain.Make("Opened", "o")));
        Assert.Equal("""{"$type":"opened@2","first":"f","last":"l"}""", Domain.Account.WriteTypedEvent(Domain.Make("OpenedTwice", "f", "l")));
        Assert.Equal(Domain.Make("OpenedTwice", "f", "l"), Domain.Account.ReadTypedEvent("""{"first":"f","last":"l","$type":"opened@2"}"""));
        Assert.Throws<EventNotAppliedException>(() => Domain.Account.WriteTypedEvent(Domain.Make("Sold", 1)));

        PayloadException refusal = Assert.Throws<PayloadException>(() => Domain.Account.ReadTypedEvent("""{"$type":"sold","number":1}"""));
        Assert.Equal(("$.$type", "The account has no event \"sold\"; it has opened, opened@2, scheduled."), (refusal.Path, refusal.Problem));
    }

    [Fact]
    public void A_schema_lists_the_types_of_a_set()
    {
        Type set = Scheduled.Type.GetProperty("Command")!.PropertyType;
        JsonNode schema = Domain.Options.GetJsonSchemaAsNode(set);

        Assert.Equal(["deposit", "open"], schema["anyOf"]!.AsArray().Select(static n => n!["properties"]!["$type"]!["const"]!.GetValue<string>()));
        Assert.Equal(["$type"], schema["required"]!.AsArray().Select(static n => n!.GetValue<string>()));
    }

    [Fact]
    public void What_a_converter_writes_whole_has_no_place_for_its_type()
    {
        JsonDomain domain = JsonDomain.Of("""
            [JsonConverter(typeof(AsNumber))] public sealed record Happened(int Day) : IEvent<Account>;
            public sealed record Opened(string Owner) : IEvent<Account>;
            public sealed class AsNumber : JsonConverter<Happened>
            {
                public override Happened Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new(reader.GetInt32());
                public override void Write(System.Text.Json.Utf8JsonWriter writer, Happened value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(value.Day);
            }
            """);

        Assert.Equal("7", domain.Write(domain.Make("Happened", 7)));
        Assert.Contains("no place for $type", Assert.Throws<PayloadException>(() => domain.Account.WriteTypedEvent(domain.Make("Happened", 7))).Message, StringComparison.Ordinal);
        Assert.Throws<PayloadException>(() => domain.Account.ReadTypedEvent("""{"$type":"happened"}"""));
        Assert.Equal(domain.Make("Opened", "o"), domain.Account.ReadTypedEvent("""{"$type":"opened","owner":"o"}"""));
        Assert.Equal("""{"$type":"opened","owner":"o"}""", JsonSerializer.Serialize(domain.Make("Opened", "o"), domain.TypeOf("Opened").GetInterfaces().Single(static i => i.IsGenericType && i.Name.StartsWith("IEvent`", StringComparison.Ordinal)), domain.Options));
    }

    [Fact]
    public void A_set_of_another_kind_is_not_supported()
    {
        JsonDomain domain = JsonDomain.Of("public interface IOther; public sealed record Kept(ICommand<IOther>? Command) : IEvent<Account>;");

        Assert.Contains("is not an aggregate of this assembly", Assert.Throws<PayloadException>(() => domain.Write(domain.Make("Kept", [null]))).Message, StringComparison.Ordinal);
    }
}
