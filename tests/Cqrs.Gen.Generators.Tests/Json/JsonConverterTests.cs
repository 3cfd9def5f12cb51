using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary><c>[JsonConverter]</c> with converters and factories of the user's, on types and on members.</summary>
public sealed class JsonConverterTests
{
    private const string Converters = """
        [JsonConverter(typeof(IdConverter))] public readonly record struct Id(Guid Value);
        public sealed class IdConverter : JsonConverter<Id>
        {
            public override Id Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new(reader.GetGuid());
            public override void Write(System.Text.Json.Utf8JsonWriter writer, Id value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
        }
        [JsonConverter(typeof(EmailConverter))] public sealed record Email { public Email(string value) => Value = value.Contains('@') ? value : throw new ArgumentException("No address: " + value); public string Value { get; } }
        public sealed class EmailConverter : JsonConverter<Email>
        {
            public override Email Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new(reader.GetString()!);
            public override void Write(System.Text.Json.Utf8JsonWriter writer, Email value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
        }
        [JsonConverter(typeof(NothingConverter))] public sealed record Maybe(string Text);
        internal sealed class NothingConverter : JsonConverter<Maybe>
        {
            public override bool HandleNull => true;
            public override Maybe? Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetString() is { } text && text != "nothing" ? new(text) : null;
            public override void Write(System.Text.Json.Utf8JsonWriter writer, Maybe? value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value?.Text ?? "nothing");
        }
        [JsonConverter(typeof(WrapFactory))] public sealed class Wrap<T> : IEquatable<Wrap<T>> { public Wrap(T value) => Value = value; public T Value { get; } public bool Equals(Wrap<T>? other) => other is not null && Equals(Value, other.Value); public override bool Equals(object? other) => Equals(other as Wrap<T>); public override int GetHashCode() => 0; }
        public sealed class WrapFactory : JsonConverterFactory
        {
            public override bool CanConvert(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Wrap<>);
            public override JsonConverter CreateConverter(Type type, System.Text.Json.JsonSerializerOptions options) => type == typeof(Wrap<int>) ? new OfInt32() : new OfString();
            private sealed class OfInt32 : JsonConverter<Wrap<int>>
            {
                public override Wrap<int> Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) { reader.Read(); int value = reader.GetInt32(); reader.Read(); return new(value); }
                public override void Write(System.Text.Json.Utf8JsonWriter writer, Wrap<int> value, System.Text.Json.JsonSerializerOptions options) { writer.WriteStartArray(); writer.WriteNumberValue(value.Value); writer.WriteEndArray(); }
            }
            private sealed class OfString : JsonConverter<Wrap<string>>
            {
                public override Wrap<string> Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options)
                {
                    string? value = null;
                    while (reader.Read() && reader.TokenType != System.Text.Json.JsonTokenType.EndObject) { reader.Read(); value = reader.GetString(); }
                    return new(value!);
                }
                public override void Write(System.Text.Json.Utf8JsonWriter writer, Wrap<string> value, System.Text.Json.JsonSerializerOptions options) { writer.WriteStartObject(); writer.WriteString("\u00e9 \"v\"", value.Value); writer.WriteEndObject(); }
            }
        }
        [JsonConverter(typeof(ShapeConverter))] public abstract record Shape { public sealed record Circle(int Radius) : Shape; }
        public sealed class ShapeConverter : JsonConverter<Shape>
        {
            public override Shape Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new Shape.Circle(reader.GetInt32());
            public override void Write(System.Text.Json.Utf8JsonWriter writer, Shape value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(((Shape.Circle)value).Radius);
        }
        [JsonConverter(typeof(GradeConverter))] public enum Grade { A, B }
        public sealed class GradeConverter : JsonConverter<Grade>
        {
            public override Grade Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetString() == "top" ? Grade.A : Grade.B;
            public override void Write(System.Text.Json.Utf8JsonWriter writer, Grade value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value == Grade.A ? "top" : "rest");
        }
        public sealed class HexConverter : JsonConverter<int>
        {
            public override int Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => Convert.ToInt32(reader.GetString(), 16);
            public override void Write(System.Text.Json.Utf8JsonWriter writer, int value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        }
        public sealed class MaybeHexConverter : JsonConverter<int?>
        {
            public override int? Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => Convert.ToInt32(reader.GetString(), 16);
            public override void Write(System.Text.Json.Utf8JsonWriter writer, int? value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(value!.Value.ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        }
        public sealed class CsvConverter : JsonConverter<List<string>>
        {
            public override List<string> Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => [.. reader.GetString()!.Split(',')];
            public override void Write(System.Text.Json.Utf8JsonWriter writer, List<string> value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(string.Join(",", value));
        }
        """;

    private const string Samples = """
        public sealed record Types(Id Id, Id? MaybeId, Email Email, Email? MaybeEmail, Maybe? Maybe, Wrap<int> Number, Wrap<string>? Text, Shape Shape, Grade Grade, Grade? MaybeGrade, List<Id> Ids, List<Maybe?> Maybes, Dictionary<string, Email> Emails) : IEvent<Account>;
        public sealed record Members(
            [property: JsonConverter(typeof(HexConverter))] int A, [property: JsonConverter(typeof(HexConverter))] int? B, [property: JsonConverter(typeof(MaybeHexConverter))] int? C,
            [property: JsonConverter(typeof(CsvConverter))] List<string> Tags, List<string> Plain, [property: JsonConverter(typeof(HexConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int D, int E,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Maybe? None) : IEvent<Account>;
        public static class Samples
        {
            public static IEnumerable<object> All =>
            [
                new Types(new(Guid.Parse("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9")), null, new("a@b"), null, null, new(7), null, new Shape.Circle(3), Grade.A, null, [], [null, new("m")], []),
                new Types(default, new Id(Guid.Empty), new("é@\"b"), new("c@d"), new("<m>"), new(-1), new("t"), new Shape.Circle(0), Grade.B, Grade.A, [default, new(Guid.Empty)], [], new() { ["x"] = new("e@f") }),
                new Members(255, null, null, ["a", "b"], ["c"], 0, 5, null),
                new Members(0, 16, 17, ["", ""], [], 18, 0, new("n")),
            ];
        }
        """;

    [Fact]
    public void Writes_as_with_System_Text_Json_and_reads_back()
    {
        JsonDomain domain = JsonDomain.Of(Converters + Samples);
        JsonSerializerOptions options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        foreach (object sample in domain.Samples)
        {
            string expected = JsonSerializer.Serialize(sample, sample.GetType(), options);
            Assert.Equal(expected, domain.Write(sample));
            Assert.Equivalent(sample, domain.RoundTrip(sample), strict: true);
            Assert.Equal(expected, JsonSerializer.Serialize(sample, sample.GetType(), domain.Options));
            Assert.Equivalent(sample, JsonSerializer.Deserialize(expected, sample.GetType(), domain.Options), strict: true);
        }
    }

    [Fact]
    public void Is_asked_where_bytes_are_predicted()
    {
        JsonDomain domain = JsonDomain.Of(Converters + """
            public sealed record Happened(Id Id, Email? Email, Maybe? Maybe, Wrap<int> Number, [property: JsonConverter(typeof(HexConverter))] int Hex, Shape Shape) : IEvent<Account>;
            public static class Probe { public static bool Scans(byte[] json) { PayloadScanner scanner = new(json); return BankModule.Json.Bank_Happened.Scan(ref scanner, out _) && scanner.IsAtEnd; } }
            """);
        const string json = """{"id":"0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9","email":null,"maybe":"nothing","number":[7],"hex":"ff","shape":-3}""";
        Assert.True(domain.Scans(json));
        Assert.Equal(json, domain.Write(domain.Read(json)));
        Assert.False(domain.Scans(json.Replace("-3", "\"x\"", StringComparison.Ordinal)));
        Assert.False(domain.Scans(json.Replace("-3", "", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"id\":7", "$.id", "refused it")]
    [InlineData("\"id\":\"x\"", "$.id", "refused it")]
    [InlineData("\"id\":null", "$.id", "refused it")]
    [InlineData("\"email\":\"nobody\"", "$.email", "No address: nobody")]
    [InlineData("\"email\":{}", "$.email", "refused it")]
    [InlineData("\"hex\":\"zz\"", "$.hex", "refused it")]
    [InlineData("\"hex\":\"111111111111\"", "$.hex", "refused it")]
    [InlineData("\"number\":[1,2]", "$.number", "did not stop at the end of the value")]
    [InlineData("\"number\":5", "$.number", "")]
    [InlineData("\"wrap\":{\"a\":}", "$.wrap.a", "")]
    public void What_a_converter_refuses_is_refused_with_its_place(string member, string path, string problem)
    {
        JsonDomain domain = JsonDomain.Of(Converters + """
            public sealed class Happened : IEvent<Account>
            {
                public Id Id { get; init; } public Email? Email { get; init; } [JsonConverter(typeof(HexConverter))] public int Hex { get; init; } public Wrap<int>? Number { get; init; } public Wrap<string>? Wrap { get; init; }
            }
            """);
        PayloadException refusal = domain.Refused($"{{{member}}}");
        Assert.Contains(problem, refusal.Problem, StringComparison.Ordinal);
        Assert.StartsWith(path, refusal.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NullReferenceException")]
    [InlineData("IndexOutOfRangeException")]
    [InlineData("KeyNotFoundException")]
    public void Whatever_a_converter_throws_is_a_refusal_with_its_place(string exception)
    {
        JsonDomain domain = JsonDomain.Of($$"""
            public sealed class Throwing : JsonConverter<int>
            {
                public override int Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetInt32() is > 0 and int value ? value : throw new {{exception}}();
                public override void Write(System.Text.Json.Utf8JsonWriter writer, int value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(value > 0 ? value : throw new {{exception}}());
            }
            public sealed record Happened(int First, [property: JsonConverter(typeof(Throwing))] int Size) : IEvent<Account>;
            """);
        foreach (PayloadException refusal in new[] { domain.Refused("""{"first":1,"size":0}"""), domain.Refused("""{"first":1, "size":0}"""), Assert.Throws<PayloadException>(() => domain.Write(domain.Make("Happened", 1, 0))) })
        {
            Assert.Equal("$.size", refusal.Path);
            Assert.Equal(exception, refusal.InnerException?.GetType().Name);
        }
    }

    [Fact]
    public void Null_is_refused_where_the_type_says_there_is_none()
    {
        JsonDomain domain = JsonDomain.Of(Converters + "public sealed record Happened(Email Email) : IEvent<Account>;");
        Assert.Equal("$.email", domain.Refused("""{"email":null}""").Path);
        Assert.Equal("$.email", Assert.Throws<PayloadException>(() => domain.Write(domain.Make("Happened", [null]))).Path);
        JsonDomain handled = JsonDomain.Of(Converters + "public sealed record Happened(Maybe Maybe) : IEvent<Account>;");
        Assert.Equal("$.maybe", handled.Refused("""{"maybe":"nothing"}""").Path);
        Assert.Equal("$.maybe", Assert.Throws<PayloadException>(() => handled.Write(handled.Make("Happened", [null]))).Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("writer.WriteNumberValue(1); writer.WriteNumberValue(2);")]
    [InlineData("writer.WriteStartArray();")]
    [InlineData("writer.WriteRawValue(\"{\", skipInputValidation: true);")]
    [InlineData("for (int i = 0; i < 64; i++) writer.WriteStartArray(); for (int i = 0; i < 64; i++) writer.WriteEndArray();")]
    [InlineData("writer.WriteNumberValue(double.NaN);")]
    [InlineData("writer.WriteStartArray(); throw new System.Text.Json.JsonException(\"no\");")]
    public void What_a_converter_writes_is_one_value_or_refused(string write)
    {
        JsonDomain domain = JsonDomain.Of($$"""
            public sealed record Happened(int First, Odd Odd) : IEvent<Account>; [JsonConverter(typeof(OddConverter))] public sealed record Odd(bool IsFine);
            public sealed class OddConverter : JsonConverter<Odd>
            {
                public override Odd Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new(reader.GetBoolean());
                public override void Write(System.Text.Json.Utf8JsonWriter writer, Odd value, System.Text.Json.JsonSerializerOptions options) { if (value.IsFine) { writer.WriteBooleanValue(true); return; } {{write}} }
            }
            """);
        using PayloadWriter output = new();
        object bad = domain.Make("Happened", 1, domain.Make("Odd", false));
        Assert.StartsWith("$.odd", Assert.Throws<PayloadException>(() => domain.Account.WriteEvent(bad, output)).Path, StringComparison.Ordinal);
        Assert.Equal(0, output.WrittenCount);
        domain.Account.WriteEvent(domain.Make("Happened", 1, domain.Make("Odd", true)), output);
        Assert.Equal("""{"first":1,"odd":true}""", System.Text.Encoding.UTF8.GetString(output.Written.Span));
    }

    [Fact]
    public void Works_for_whole_events_and_for_states()
    {
        JsonDomain domain = JsonDomain.Of("""
            [JsonConverter(typeof(Converter))] public sealed record Happened(int Count) : IEvent<Account>
            {
                internal sealed class Converter : JsonConverter<Happened>
                {
                    public override Happened Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new(reader.GetInt32());
                    public override void Write(System.Text.Json.Utf8JsonWriter writer, Happened value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(value.Count);
                }
            }
            [Aggregate] public sealed partial class Account
            {
                [JsonConverter(typeof(Twice))] private int _count; private void Apply(Happened e) => _count = e.Count;
                internal sealed class Twice : JsonConverter<int>
                {
                    public override int Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => reader.GetInt32() / 2;
                    public override void Write(System.Text.Json.Utf8JsonWriter writer, int value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(value * 2);
                }
            }
            """);
        object e = domain.Make("Happened", 3);
        Assert.Equal("3", domain.Write(e));
        Assert.Equal(e, domain.RoundTrip(e));
        object state = domain.Account.Apply(null, e);
        Assert.Equal("""{"_count":6}""", domain.Account.WriteState(state));
        Assert.Equal("""{"_count":6}""", domain.Account.WriteState(domain.Account.ReadState("""{"_count":6}""")));
    }

    [Theory]
    [InlineData("[property: JsonConverter(typeof(IdConverter))] string Member", "the converter IdConverter converts Id: name one that converts string")]
    [InlineData("[property: JsonConverter(typeof(Abstract))] int Member", "the converter Abstract is abstract")]
    [InlineData("[property: JsonConverter(typeof(Needy))] int Member", "the converter Needy has no constructor without parameters")]
    [InlineData("[property: JsonConverter(typeof(Secret))] int Member", "the converter Secret has no constructor without parameters")]
    [InlineData("[property: JsonConverter(typeof(string))] int Member", "the converter string derives neither from JsonConverter<int> nor from JsonConverterFactory")]
    [InlineData("[property: JsonConverter(typeof(Open<>))] int Member", "is an open generic type")]
    [InlineData("[property: Made] int Member", "the converter is made by an attribute of its own kind")]
    public void What_does_not_fit_is_refused_with_the_reason(string parameter, string reason)
    {
        JsonDomain domain = JsonDomain.Of(Converters.Replace("public sealed class HexConverter", "public class HexConverter", StringComparison.Ordinal) + $$"""
            public sealed record Happened({{parameter}}) : IEvent<Account>;
            public abstract class Abstract : HexConverter; public sealed class Secret : HexConverter { private Secret() { } } public sealed class Needy : HexConverter { public Needy(int x) { } }
            public sealed class Open<T> : HexConverter; public sealed class Made : JsonConverterAttribute { public override JsonConverter CreateConverter(Type type) => new HexConverter(); }
            """);
        Assert.Contains(reason, domain.Refused("{}").Problem, StringComparison.Ordinal);
    }
}
