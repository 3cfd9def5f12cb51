using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary><c>[JsonNumberHandling]</c> on members, types and collections, and per assembly.</summary>
public sealed class JsonNumberHandlingTests
{
    private const string Both = "JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)";
    private const string Named = "JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)";

    private const string Source = $$"""
        public sealed class Members : IEvent<Account>
        {
            [{{Both}}] public sbyte I8 { get; init; } = -1;
            [{{Both}}] public byte U8 { get; init; } = 1;
            [{{Both}}] public short I16 { get; init; } = -2;
            [{{Both}}] public ushort U16 { get; init; } = 2;
            [{{Both}}] public int I32 { get; init; } = -3;
            [{{Both}}] public uint U32 { get; init; } = 3;
            [{{Both}}] public long I64 { get; init; } = long.MinValue;
            [{{Both}}] public ulong U64 { get; init; } = ulong.MaxValue;
            [{{Both}}] public Int128 I128 { get; init; } = Int128.MinValue;
            [{{Both}}] public UInt128 U128 { get; init; } = UInt128.MaxValue;
            [{{Both}}] public decimal Money { get; init; } = 1.10m;
            [{{Both}}] public Half F16 { get; init; } = Half.NaN;
            [{{Both}}] public float F32 { get; init; } = float.NegativeInfinity;
            [{{Named}}] public double F64 { get; init; } = double.PositiveInfinity;
            [{{Named}}] public double? Maybe { get; init; } = double.NaN;
            [{{Both}}] public int? None { get; init; }
            [{{Both}}] public List<int> List { get; init; } = [1, 2];
            [{{Both}}] public int?[] Array { get; init; } = [1, null];
            [{{Both}}] public Dictionary<int, long> Dictionary { get; init; } = new() { [1] = 2 };
            [{{Both}}] public ImmutableArray<decimal> Immutable { get; init; } = [1.0m];
            [{{Both}}] public Numbers Own { get; init; } = new() { 3 };
            public List<int> Plain { get; init; } = [1];
            public Numbers Quoted { get; init; } = new() { 4 };
        }
        [{{Both}}] public sealed class Numbers : List<int>;
        [{{Both}}] public sealed record OfType(int A, List<long> B, List<List<int>> C, Dictionary<string, decimal> D, Inner E, int? F, ImmutableArray<int>? G, int[][] H, [property: JsonNumberHandling(JsonNumberHandling.Strict)] int I, KeyValuePair<string, int> J) : IEvent<Account>;
        public sealed record Inner(int A);
        public static class Samples { public static IEnumerable<object> All => [new Members(), new OfType(1, [2], [[3]], new() { ["k"] = 4.50m }, new(5), null, [6], [[7]], 8, new("k", 9))]; }
        """;

    [Fact]
    public void Numbers_are_written_as_System_Text_Json_writes_them_and_read_back_on_both_faces() => AssertAlike(JsonDomain.Of(Source), JsonDomain.SystemTextJson);

    [Fact]
    public void The_defaults_of_the_assembly_reach_numbers_everywhere() => AssertAlike(
        JsonDomain.Of(
            "public sealed record Happened(int A, List<long> B, List<List<int>> C, Dictionary<int, decimal[]> D, Inner E, KeyValuePair<int, int?> F, double G, [property: JsonNumberHandling(JsonNumberHandling.Strict)] int[] H) : IEvent<Account>; public sealed record Inner(int A, string B);"
            + "public static class Samples { public static IEnumerable<object> All => [new Happened(1, [2], [[3]], new() { [4] = [5.50m] }, new(6, \"7\"), new(8, 9), double.NaN, [10])]; }",
            "[assembly: JsonDefaults(NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]"),
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, NumberHandling = JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString });

    [Theory]
    [InlineData("AllowReadingFromString", "\"1\"", true)]
    [InlineData("AllowReadingFromString", "1", true)]
    [InlineData("AllowReadingFromString", "\"NaN\"", true)]
    [InlineData("AllowReadingFromString", "\" 1\"", false)]
    [InlineData("AllowReadingFromString", "\"\"", false)]
    [InlineData("AllowNamedFloatingPointLiterals", "\"-Infinity\"", true)]
    [InlineData("AllowNamedFloatingPointLiterals", "\"1\"", false)]
    [InlineData("AllowNamedFloatingPointLiterals", "\"nan\"", false)]
    [InlineData("Strict", "\"1\"", false)]
    [InlineData("Strict", "\"NaN\"", false)]
    public void A_number_is_read_as_its_handling_says(string handling, string value, bool isRead)
    {
        JsonDomain domain = JsonDomain.Of($"public sealed record Happened([property: JsonNumberHandling(JsonNumberHandling.{handling})] double[] A) : IEvent<Account>;");
        string json = $"{{\"a\":[{value}]}}";
        Type type = domain.TypeOf("Happened");
        if (isRead)
        {
            Assert.Equivalent(domain.Read(json), JsonSerializer.Deserialize(json, type, domain.Options), strict: true);
        }
        else
        {
            Assert.Equal("$.a[0]", domain.Refused(json).Path);
            Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(json, type, domain.Options));
        }
    }

    [Theory]
    [InlineData("JsonNumberHandling(JsonNumberHandling.WriteAsString)", "int", "A: its numbers would be written as strings and could not be read from them")]
    [InlineData("JsonNumberHandling(JsonNumberHandling.WriteAsString)", "List<int>", "A: its numbers would be written as strings and could not be read from them")]
    [InlineData(Both, "string", "A: [JsonNumberHandling] is for numbers and for collections of numbers, and this is neither")]
    [InlineData(Both, "List<List<int>>", "A: [JsonNumberHandling] is for numbers and for collections of numbers, and this is neither")]
    [InlineData(Both + ", JsonConverter(typeof(Id))", "int", "A: its converter decides how it is written, and knows nothing of [JsonNumberHandling]")]
    public void What_cannot_be_is_refused_with_the_reason(string attributes, string type, string reason) => Assert.Contains(
        reason,
        JsonDomain.Of($"public sealed record Happened([property: {attributes}] {type} A) : IEvent<Account>; public sealed class Id : JsonConverter<int> {{ public override int Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => 1; public override void Write(System.Text.Json.Utf8JsonWriter writer, int value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNullValue(); }}").Refused("{}").Problem,
        StringComparison.Ordinal);

    [Fact]
    public void A_state_keeps_its_numbers_as_it_says()
    {
        JsonDomain domain = JsonDomain.Of($"[Aggregate] public sealed partial class Account {{ [{Both}] private long _balance = 1; [{Both}] private readonly List<long> _history = []; private int _count; }}");
        Assert.Equal("""{"_balance":"5","_history":["6"],"_count":7}""", domain.Account.WriteState(domain.Account.ReadState("""{"_balance":5,"_history":["6"],"_count":7}""")));
    }

    [Fact]
    public void What_was_written_is_predicted()
    {
        JsonDomain domain = JsonDomain.Of($"public sealed record Happened([property: {Both}] int A, [property: {Both}] List<decimal> B) : IEvent<Account>; public static class Probe {{ public static bool Scans(byte[] json) {{ PayloadScanner scanner = new(json); return BankModule.Json.Bank_Happened.Scan(ref scanner, out _); }} }}");
        Assert.True(domain.Scans("""{"a":"1","b":["1.50"]}"""));
        Assert.False(domain.Scans("""{"a":1,"b":["1.50"]}"""));
    }

    private static void AssertAlike(JsonDomain domain, JsonSerializerOptions theirs)
    {
        // What a host says of numbers is for its own types.
        JsonSerializerOptions web = new(JsonSerializerDefaults.Web) { TypeInfoResolver = domain.Resolver, NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString };
        Assert.NotEmpty(domain.Samples);
        foreach (object sample in domain.Samples)
        {
            string json = domain.Write(sample);
            Assert.Equal(JsonSerializer.Serialize(sample, sample.GetType(), theirs), json);
            Assert.Equal(json, JsonSerializer.Serialize(sample, sample.GetType(), domain.Options));
            Assert.Equivalent(sample, domain.RoundTrip(sample), strict: true);
            Assert.Equivalent(sample, JsonSerializer.Deserialize(json, sample.GetType(), domain.Options), strict: true);
            Assert.Equal(json, JsonSerializer.Serialize(sample, sample.GetType(), web));
        }
    }
}
