using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cqrs.Gen.Tests;

/// <summary>What a user's converter writes and reads is held to what generated code promises.</summary>
public sealed class ConvertedTests
{
    private static readonly JsonSerializerOptions Options = new();

    [Fact]
    public void One_value_stands_where_it_belongs()
    {
        using PayloadWriter output = new();
        output.Begin("{\"a\":"u8);
        output.WriteConverted(new Custom(static w => w.WriteStringValue("é")), "value", Options);
        output.Append(",\"b\":"u8);
        output.WriteConverted(new Custom(static w => { w.WriteStartArray(); w.WriteNumberValue(1); w.WriteEndArray(); }), "value", Options);
        output.End("}"u8);

        Assert.Equal("""{"a":"\u00E9","b":[1]}""", Text(output));
    }

    [Fact]
    public void Null_is_written_without_asking_unless_the_converter_handles_it()
    {
        using PayloadWriter output = new();
        output.WriteConverted(new Custom(static w => w.WriteNumberValue(1)), null!, Options);
        output.WriteConverted(new Nothing(), null, Options);

        Assert.Equal("null\"nothing\"", Text(output));
    }

    public static TheoryData<string> BadWrites => [.. Bad.Keys];

    private static readonly Dictionary<string, Action<Utf8JsonWriter>> Bad = new()
    {
        ["nothing"] = static _ => { },
        ["two values"] = static w => { w.WriteNumberValue(1); w.WriteNumberValue(2); },
        ["a name"] = static w => w.WritePropertyName("a"),
        ["half an array"] = static w => { w.WriteStartArray(); w.WriteNumberValue(1); },
        ["no JSON"] = static w => w.WriteRawValue("{a}", skipInputValidation: true),
        ["two raw values"] = static w => w.WriteRawValue("1 2", skipInputValidation: true),
        ["half a surrogate pair"] = static w => w.WriteRawValue("\"\\ud800\"", skipInputValidation: true),
        ["bytes that are no UTF-8"] = static w => w.WriteRawValue([(byte)'"', 0xC3, 0x28, (byte)'"'], skipInputValidation: true),
        ["64 levels in ours"] = static w => w.WriteRawValue(new string('[', 64) + new string(']', 64), skipInputValidation: true),
        ["what it says itself"] = static _ => throw new FormatException("no"),
        ["what JSON refuses"] = static w => w.WriteNumberValue(double.NaN),
    };

    [Theory]
    [MemberData(nameof(BadWrites))]
    public void What_is_not_exactly_one_value_is_refused_with_its_path(string what)
    {
        using PayloadWriter output = new();
        output.Begin("{\"a\":1,\"b\":"u8);
        JsonException fault = Assert.ThrowsAny<JsonException>(() => output.WriteConverted(new Custom(Bad[what]), "value", Options));
        PayloadException refusal = JsonPayload.Unwritable(output, 0, fault);

        Assert.StartsWith("$.b", refusal.Path, StringComparison.Ordinal);
        Assert.Equal(0, output.WrittenCount);
        output.WriteConverted(new Custom(static w => w.WriteNumberValue(1)), "value", Options);
        Assert.Equal("1", Text(output));
    }

    [Fact]
    public void The_deepest_value_that_fits_is_written()
    {
        using PayloadWriter output = new();
        output.Begin("["u8);
        output.WriteConverted(new Custom(static w => w.WriteRawValue(new string('[', 63) + new string(']', 63), skipInputValidation: true)), "value", Options);
        output.End("]"u8);

        Assert.Equal(128, output.WrittenCount);
    }

    [Fact]
    public void An_exception_that_ends_the_work_passes_unchanged()
    {
        using PayloadWriter output = new();

        Assert.Throws<OperationCanceledException>(() => output.WriteConverted(new Custom(static w => { w.WriteStartArray(); throw new OperationCanceledException(); }), "value", Options));
        output.Clear();
        output.WriteConverted(new Custom(static w => w.WriteNumberValue(1)), "value", Options);
        Assert.Equal("1", Text(output));
        Assert.Throws<OperationCanceledException>(() => Read("1", static (ref _) => throw new OperationCanceledException()));
    }

    [Fact]
    public void Any_other_exception_of_a_converter_is_a_refusal()
    {
        using PayloadWriter output = new();

        JsonException refusal = Assert.ThrowsAny<JsonException>(() => output.WriteConverted(new Custom(static _ => throw new TimeoutException()), "value", Options));

        Assert.IsType<TimeoutException>(refusal.InnerException);
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("null", null)]
    public void A_value_is_read_and_null_without_asking(string json, string? expected) =>
        Assert.Equal(expected, Read(json, static (ref reader) => reader.GetInt32().ToString(CultureInfo.InvariantCulture)));

    [Fact]
    public void Null_is_given_to_a_converter_that_handles_it_or_whose_type_has_none()
    {
        Utf8JsonReader reader = new("null"u8);
        reader.Read();
        Assert.Equal("nothing", JsonConverted.Read(ref reader, new Nothing(), Options));
        Assert.Equal(-1, JsonConverted.Read(ref reader, new Number(), Options));
    }

    [Theory]
    [InlineData("[1,2]", 0)]
    [InlineData("[1,2]", 1)]
    [InlineData("[1,2]", 4)]
    [InlineData("1", 1)]
    [InlineData("{\"a\":{}}", 2)]
    public void A_converter_that_stops_anywhere_but_at_the_end_is_refused(string json, int reads)
    {
        string inside = $"[{json},7]";
        Assert.Throws<PayloadException>(() => ReadIn(inside, (ref reader) =>
        {
            for (int i = 0; i < reads; i++)
            {
                reader.Read();
            }

            return "";
        }));
    }

    [Fact]
    public void What_a_converter_refuses_is_refused_with_its_path()
    {
        PayloadException refusal = Assert.Throws<PayloadException>(() => ReadIn("[[1]]", static (ref _) => throw new FormatException("no such code")));

        Assert.Equal("$[0]", refusal.Path);
        Assert.Contains("no such code", refusal.Problem, StringComparison.Ordinal);
    }

    private delegate string Reads(ref Utf8JsonReader reader);

    private static string? Read(string json, Reads read)
    {
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return JsonConverted.Read(ref reader, new Custom(read: read), Options);
    }

    private static string? ReadIn(string json, Reads read)
    {
        byte[] payload = Encoding.UTF8.GetBytes(json);
        Utf8JsonReader reader = new(payload);
        try
        {
            JsonPayload.Begin(ref reader);
            reader.Read();
            return JsonConverted.Read(ref reader, new Custom(read: read), Options);
        }
        catch (Exception refusal) when (JsonPayload.IsRefusal(refusal))
        {
            throw JsonPayload.Unreadable(payload, in reader, refusal);
        }
    }

    private static string Text(PayloadWriter output) => Encoding.UTF8.GetString(output.Written.Span);

    private sealed class Custom(Action<Utf8JsonWriter>? write = null, Reads? read = null) : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read!(ref reader);

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => write!(writer);
    }

    private sealed class Nothing : JsonConverter<string?>
    {
        public override bool HandleNull => true;

        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => "nothing";

        public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue("nothing");
    }

    private sealed class Number : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => -1;

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
    }
}
