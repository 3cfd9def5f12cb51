namespace Cqrs.Gen.Generators.Tests.Json.Matrix;

/// <summary>The attributes and interfaces of System.Text.Json on types and members.</summary>
internal static class AttributeCases
{
    private const string Converter = """
        public sealed class Reversed : JsonConverter<string>
        {
            public override string Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new(reader.GetString()!.Reverse().ToArray());
            public override void Write(System.Text.Json.Utf8JsonWriter writer, string value, System.Text.Json.JsonSerializerOptions options) => writer.WriteStringValue(new string(value.Reverse().ToArray()));
        }
        """;

    private const string IdConverter = """
        public sealed class IdConverter : JsonConverter<Id>
        {
            public override Id Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new(reader.GetInt32());
            public override void Write(System.Text.Json.Utf8JsonWriter writer, Id value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
        }
        """;

    private const string KeyConverter = """
        [JsonConverter(typeof(IdConverter))] public readonly record struct Id(int Value);
        public sealed class IdConverter : JsonConverter<Id>
        {
            public override Id Read(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new(reader.GetInt32());
            public override void Write(System.Text.Json.Utf8JsonWriter writer, Id value, System.Text.Json.JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
            public override Id ReadAsPropertyName(ref System.Text.Json.Utf8JsonReader reader, Type type, System.Text.Json.JsonSerializerOptions options) => new(int.Parse(reader.GetString()!));
            public override void WriteAsPropertyName(System.Text.Json.Utf8JsonWriter writer, Id value, System.Text.Json.JsonSerializerOptions options) => writer.WritePropertyName(value.Value.ToString());
        }
        """;

    private const string Shapes = "public sealed record Circle(int R) : Shape; public sealed record Square(int A) : Shape; public sealed record $E(Shape A, List<Shape> B) : IEvent<Account>;";

    public static IEnumerable<MatrixCase> All =>
    [
        Member("[JsonPropertyName]", "JsonPropertyName(\"é x\")", "int", "1"),
        Member("[JsonPropertyOrder]", "JsonPropertyOrder(-1)", "int", "1"),
        Member("[JsonRequired]", "JsonRequired", "int", "1"),
        Member("[JsonIgnore]", "JsonIgnore", "int", "0"),
        Member("[JsonIgnore(Condition = Never)]", "JsonIgnore(Condition = JsonIgnoreCondition.Never)", "int", "0", "1"),
        Member("[JsonIgnore(Condition = WhenWritingNull)]", "JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)", "string?", "null", "\"a\""),
        Member("[JsonIgnore(Condition = WhenWritingDefault)]", "JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)", "int", "0", "1"),
        Member("[JsonIgnore(Condition = WhenWriting)]", "JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)", "int", "0"),
        Member("[JsonIgnore(Condition = WhenReading)]", "JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)", "int", "0"),
        new("[JsonInclude] on a public field", "public sealed class $E : IEvent<Account> { [JsonInclude] public int A; }", "new $E { A = 1 }"),
        new("[JsonInclude] on an internal member", "public sealed class $E : IEvent<Account> { [JsonInclude] internal int A { get; set; } }", "new $E { A = 1 }"),
        new("[JsonInclude] on a private setter", "public sealed class $E : IEvent<Account> { [JsonInclude] public int A { get; private set; } public static $E Make() => new() { A = 1 }; }", "$E.Make()"),
        new("[JsonInclude] on a private member", "public sealed class $E : IEvent<Account> { [JsonInclude] private int A { get; set; } public static $E Make() => new() { A = 1 }; }", "$E.Make()"),
        new("[JsonConstructor]", "public sealed class $E : IEvent<Account> { public $E() { } [JsonConstructor] public $E(int a) => A = a; public int A { get; } }", "new $E(1)"),
        new("[JsonConverter] on a member", Converter + "public sealed record $E([property: JsonConverter(typeof(Reversed))] string A) : IEvent<Account>;", "new $E(\"abc\")"),
        new("[JsonConverter] on a type", IdConverter + "[JsonConverter(typeof(IdConverter))] public readonly record struct Id(int Value); public sealed record $E(Id A, Id? B, List<Id> C) : IEvent<Account>;", "new $E(new(1), null, [new(2)])"),
        new("Dictionary<TKey, string> with a converter of the key's type", KeyConverter + "public sealed record $E(Dictionary<Id, string> A) : IEvent<Account>;", "new $E(new() { [new(1)] = \"v\" })"),
        new(
            "[JsonConverter] with a factory",
            IdConverter + """
            public sealed class Factory : JsonConverterFactory
            {
                public override bool CanConvert(Type type) => type == typeof(Id);
                public override JsonConverter CreateConverter(Type type, System.Text.Json.JsonSerializerOptions options) => new IdConverter();
            }
            [JsonConverter(typeof(Factory))] public readonly record struct Id(int Value); public sealed record $E(Id A) : IEvent<Account>;
            """,
            "new $E(new(1))"),
        new("[JsonConverter(typeof(JsonStringEnumConverter<T>))]", "[JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public enum Colour { Red, Green } public sealed record $E(Colour A) : IEvent<Account>;", "new $E(Colour.Green)"),
        new("[JsonConverter(typeof(JsonStringEnumConverter))]", "[JsonConverter(typeof(JsonStringEnumConverter))] public enum Colour { Red, Green } public sealed record $E(Colour A) : IEvent<Account>;", "new $E(Colour.Green)"),
        new("[JsonConverter(typeof(JsonNumberEnumConverter<T>))]", "[JsonConverter(typeof(JsonNumberEnumConverter<Colour>))] public enum Colour { Red, Green } public sealed record $E(Colour A) : IEvent<Account>;", "new $E(Colour.Green)"),
        new("[JsonConverter] of an enumeration on a member", "public enum Colour { Red, Green } public sealed record $E([property: JsonConverter(typeof(JsonNumberEnumConverter<Colour>))] Colour A) : IEvent<Account>;", "new $E(Colour.Green)"),
        new("[JsonStringEnumMemberName]", "[JsonConverter(typeof(JsonStringEnumConverter<Colour>))] public enum Colour { [JsonStringEnumMemberName(\"r é\")] Red } public sealed record $E(Colour A) : IEvent<Account>;", "new $E(Colour.Red)"),
        new("[Flags] by name", "[Flags, JsonConverter(typeof(JsonStringEnumConverter<Rights>))] public enum Rights { None = 0, Read = 1, Write = 2 } public sealed record $E(Rights A) : IEvent<Account>;", "new $E(Rights.Read | Rights.Write), new $E(Rights.None)"),
        new("[Flags] without a converter", "[Flags] public enum Rights { None = 0, Read = 1, Write = 2 } public sealed record $E(Rights A) : IEvent<Account>;", "new $E(Rights.Read | Rights.Write)"),
        Member("[JsonNumberHandling(Strict)]", "JsonNumberHandling(JsonNumberHandling.Strict)", "int", "1"),
        Member("[JsonNumberHandling(AllowReadingFromString)]", "JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)", "int", "1"),
        Member("[JsonNumberHandling(WriteAsString)]", "JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)", "decimal", "1.10m"),
        Member("[JsonNumberHandling(AllowNamedFloatingPointLiterals)]", "JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)", "double", "1.5"),
        new("[JsonNumberHandling] on a type", "[JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)] public sealed record $E(int A, List<long> B) : IEvent<Account>;", "new $E(1, [2])"),
        new("[JsonExtensionData] of JsonElement", Extension("Dictionary<string, System.Text.Json.JsonElement>"), ExtensionSample("new() { [\"x\"] = System.Text.Json.JsonDocument.Parse(\"[1]\").RootElement }")),
        new("[JsonExtensionData] of JsonObject", Extension("System.Text.Json.Nodes.JsonObject"), ExtensionSample("new() { [\"x\"] = 1 }")),
        new("[JsonExtensionData] of object", Extension("Dictionary<string, object>"), ExtensionSample("null")),
        new("[JsonUnmappedMemberHandling(Disallow)]", "[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)] public sealed record $E(int A) : IEvent<Account>;", "new $E(1)"),
        new("[JsonUnmappedMemberHandling(Skip)]", "[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)] public sealed record $E(int A) : IEvent<Account>;", "new $E(1)"),
        new("[JsonObjectCreationHandling(Replace)]", "public sealed class $E : IEvent<Account> { [JsonObjectCreationHandling(JsonObjectCreationHandling.Replace)] public List<int> A { get; set; } = new List<int>(); }", "new $E { A = [1] }"),
        new("[JsonObjectCreationHandling(Populate)]", "public sealed class $E : IEvent<Account> { [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)] public List<int> A { get; } = new List<int>(); }", "new $E { A = { 1 } }"),
        new("[JsonDerivedType] with a string", "[JsonDerivedType(typeof(Circle), \"circle\"), JsonDerivedType(typeof(Square), \"square\")] public abstract record Shape; " + Shapes, "new $E(new Circle(1), [new Square(2)])"),
        new("[JsonDerivedType] with a number", "[JsonDerivedType(typeof(Circle), 1), JsonDerivedType(typeof(Square), 2)] public abstract record Shape; " + Shapes, "new $E(new Circle(1), [new Square(2)])"),
        new("[JsonDerivedType] without a discriminator", "[JsonDerivedType(typeof(Circle)), JsonDerivedType(typeof(Square))] public record Shape; " + Shapes, "new $E(new Circle(1), [])"),
        new("[JsonDerivedType] on a class that is not abstract", "[JsonDerivedType(typeof(Shape), \"shape\"), JsonDerivedType(typeof(Circle), \"circle\")] public record Shape; " + Shapes, "new $E(new Circle(1), [new Shape()])"),
        new("[JsonDerivedType] on an interface", "[JsonDerivedType(typeof(Circle), \"circle\")] public interface IShape; public sealed record Circle(int R) : IShape; public sealed record $E(IShape A) : IEvent<Account>;", "new $E(new Circle(1))"),
        new("[JsonPolymorphic(TypeDiscriminatorPropertyName)]", "[JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\")] [JsonDerivedType(typeof(Circle), \"circle\")] public abstract record Shape; public sealed record Circle(int R) : Shape; public sealed record $E(Shape A) : IEvent<Account>;", "new $E(new Circle(1))"),
        new("[JsonPolymorphic(UnknownDerivedTypeHandling = FallBackToBaseType)]", "[JsonPolymorphic(UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FallBackToBaseType)] [JsonDerivedType(typeof(Circle), \"circle\")] public record Shape; public sealed record Circle(int R) : Shape; public sealed record $E(Shape A) : IEvent<Account>;", "new $E(new Circle(1))"),
        new("[JsonPolymorphic(IgnoreUnrecognizedTypeDiscriminators)]", "[JsonPolymorphic(IgnoreUnrecognizedTypeDiscriminators = true)] [JsonDerivedType(typeof(Circle), \"circle\")] public record Shape; public sealed record Circle(int R) : Shape; public sealed record $E(Shape A) : IEvent<Account>;", "new $E(new Circle(1))"),
        Callback("IJsonOnSerializing"),
        Callback("IJsonOnSerialized"),
        Callback("IJsonOnDeserializing"),
        Callback("IJsonOnDeserialized"),
    ];

    private static MatrixCase Member(string row, string attribute, string type, params string[] values) =>
        new(row, $"public sealed record $E(int First, [property: {attribute}] {type} Member) : IEvent<Account>;", string.Join(", ", values.Select(static v => $"new $E(7, {v})")));

    private static MatrixCase Callback(string name) => new(
        name,
        $"public sealed class $E : IEvent<Account>, {name} {{ private int _calls; public int Calls => _calls; public void {name["IJson".Length..]}() => _calls++; }}",
        "new $E()");

    private static string Extension(string type) =>
        $"public sealed class $E : IEvent<Account> {{ public int A {{ get; set; }} [JsonExtensionData] public {type}? More {{ get; set; }} }}";

    private static string ExtensionSample(string more) => $"new $E {{ A = 1, More = {more} }}, new $E {{ A = 1 }}";
}
