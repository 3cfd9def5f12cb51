using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>Keys of dictionaries that a converter of the user's writes and reads as names.</summary>
public sealed class JsonConvertedKeyTests
{
    private const string Id = """
        [JsonConverter(typeof(IdConverter))] public readonly record struct Id(int Value);
        public sealed class IdConverter : JsonConverter<Id>
        {
            public override Id Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new(reader.GetInt32());
            public override void Write(System.Text.Json.Utf8JsonWriter writer, Id value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
            public override Id ReadAsPropertyName(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) =>
                reader.TokenType == System.Text.Json.JsonTokenType.PropertyName && reader.GetString() is ['#', .. string number] ? new(int.Parse(number)) : throw new FormatException("It is no id.");
            public override void WriteAsPropertyName(System.Text.Json.Utf8JsonWriter writer, Id value, System.Text.Json.JsonSerializerOptions options)
            {
                if (value.Value == 0) throw new FormatException("Zero is no id.");
                if (value.Value < -1) { writer.WritePropertyName("a"); writer.WriteNumberValue(1); writer.WritePropertyName("b"); return; }
                if (value.Value != -1) writer.WritePropertyName("#" + value.Value);
            }
        }
        """;

    private const string Source = Id + """
        public sealed record Happened(Dictionary<Id, string> A, IReadOnlyDictionary<Id, List<int>> B) : IEvent<Account>;
        public static class Make { public static object Of(int id) => new Happened(new() { [new(id)] = "é" }, new Dictionary<Id, List<int>> { [new(1)] = [2], [new(3)] = [] }); }
        public static class Probe { public static bool Scans(byte[] json) { PayloadScanner scanner = new(json); return BankModule.Json.Bank_Happened.Scan(ref scanner, out _); } }
        """;

    [Fact]
    public void Are_written_and_read_as_System_Text_Json_does()
    {
        JsonDomain domain = JsonDomain.Of(Source);
        object sample = Of(domain, 7);
        string json = domain.Write(sample);
        Assert.Equal(JsonSerializer.Serialize(sample, sample.GetType(), JsonDomain.SystemTextJson), json);
        Assert.Equal("""{"a":{"#7":"\u00E9"},"b":{"#1":[2],"#3":[]}}""", json);
        Assert.True(domain.Scans(json));
        Assert.Equivalent(sample, domain.RoundTrip(sample), strict: true);
        Assert.Equivalent(sample, domain.Read(" " + json), strict: true);
        Assert.Equivalent(sample, JsonSerializer.Deserialize(json, sample.GetType(), domain.Options), strict: true);
    }

    [Theory]
    [InlineData("""{"a":{"7":"x"},"b":{}}""")]
    [InlineData("""{"a":{"#x":"x"},"b":{}}""")]
    [InlineData("""{"a":{"#7":"x","#7":"y"},"b":{}}""")]
    [InlineData("""{"a":{"#7":"x","\u00237":"y"},"b":{}}""")]
    [InlineData("""{"a":{"#7" "x"},"b":{}}""")]
    [InlineData("""{"a":{7:"x"},"b":{}}""")]
    public void What_the_converter_does_not_take_is_refused_with_its_place(string json) =>
        Assert.StartsWith("$.a", JsonDomain.Of(Source).Refused(json).Path, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-2)]
    public void What_the_converter_does_not_write_as_one_name_is_refused(int id)
    {
        JsonDomain domain = JsonDomain.Of(Source);
        Assert.Contains("IdConverter", Assert.Throws<PayloadException>(() => domain.Account.WriteEvent(Of(domain, id))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_converter_that_knows_nothing_of_keys_is_refused_with_the_reason() => Assert.Contains(
        "Id: its converter does not override WriteAsPropertyName and ReadAsPropertyName",
        JsonDomain.Of(Id.Replace("AsPropertyName", "Other", StringComparison.Ordinal).Replace("override Id ReadOther", "Id ReadOther", StringComparison.Ordinal).Replace("override void WriteOther", "void WriteOther", StringComparison.Ordinal)
            + "public sealed record Happened(Dictionary<Id, string> A) : IEvent<Account>;").Refused("""{"a":{}}""").Problem,
        StringComparison.Ordinal);

    private static object Of(JsonDomain domain, int id) => domain.TypeOf("Make").GetMethod("Of")!.Invoke(null, [id])!;
}
