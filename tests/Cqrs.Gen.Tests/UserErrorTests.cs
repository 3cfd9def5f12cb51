using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cqrs.Gen.Tests;

public sealed partial class UserErrorTests
{
    private static readonly Guid Id = new("c0ffee00-0000-4000-8000-000000000001");

    [Fact]
    public void It_holds_what_it_is_given()
    {
        UserError error = UserError.Create("insufficient-funds", "1 is less than 2", ("balance", 1m), ("amount", 2));
        Assert.Equal("insufficient-funds", error.Code);
        Assert.Equal("1 is less than 2", error.Message);
        Assert.Equal([KeyValuePair.Create<string, UserErrorValue>("balance", 1m), KeyValuePair.Create<string, UserErrorValue>("amount", 2)], error.Parameters);
        Assert.Equal("insufficient-funds: 1 is less than 2", error.ToString());
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => UserError.Create(null!, ""));
        Assert.Throws<ArgumentException>(() => UserError.Create(" ", ""));
        Assert.Throws<ArgumentNullException>(() => UserError.Create("code", null!));
        Assert.Throws<ArgumentException>(() => UserError.Create("code", "", ("", 1)));
        ArgumentException repeated = Assert.Throws<ArgumentException>(() => UserError.Create("code", "", ("a", 1), ("b", 1), ("a", 2)));
        Assert.StartsWith("The parameter \"a\" of the error \"code\" is given twice.", repeated.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_are_equal_by_code_message_and_parameters()
    {
        UserError error = UserError.Create("code", "message", ("a", 1));
        Assert.Equal(error, UserError.Create("code", "message", ("a", 1)));
        Assert.Equal(error.GetHashCode(), UserError.Create("code", "message", ("a", 1)).GetHashCode());
        UserError[] others =
        [
            UserError.Create("other", "message", ("a", 1)), UserError.Create("code", "other", ("a", 1)), UserError.Create("code", "message"),
            UserError.Create("code", "message", ("a", 2)), UserError.Create("code", "message", ("b", 1)), UserError.Create("code", "message", ("a", "1")),
        ];
        Assert.All(others, other => Assert.NotEqual(error, other));
        Assert.False(error.Equals(null));
    }

    [Fact]
    public void The_errors_of_existence_name_the_aggregate()
    {
        UserError exists = UserError.AggregateAlreadyExists("bank-account", "acct-1");
        Assert.Equal("aggregate-already-exists: The bank-account \"acct-1\" exists already.", exists.ToString());
        UserError missing = UserError.AggregateNotFound("bank-account", "acct-1");
        Assert.Equal("aggregate-not-found: There is no bank-account \"acct-1\".", missing.ToString());
        Assert.All([exists, missing], static e => Assert.Equal(["aggregate=bank-account", "id=acct-1"], e.Parameters.Select(static p => $"{p.Key}={p.Value}")));
    }

    [Fact]
    public void Its_JSON_keeps_every_kind_of_value()
    {
        UserError error = UserError.Create(
            "code",
            "\"Grüße\" \u0000",
            ("text", "a\"b"), ("none", (string?)null), ("yes", true), ("no", false), ("int", -1), ("long", long.MinValue), ("ulong", ulong.MaxValue),
            ("decimal", 1.50m), ("double", 1e300), ("nan", double.NaN), ("guid", Id),
            ("moment", new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(2))), ("date", new DateOnly(2026, 5, 1)));
        string json = Write(error);
        Assert.Equal(
            """
            {"code":"code","message":"\u0022Gr\u00FC\u00DFe\u0022 \u0000","parameters":{"text":"a\u0022b","none":null,"yes":true,"no":false,"int":-1,
            "long":-9223372036854775808,"ulong":18446744073709551615,"decimal":1.50,"double":1E+300,"nan":"NaN","guid":"c0ffee00-0000-4000-8000-000000000001",
            "moment":"2026-05-01T12:00:00.0000000\u002B02:00","date":"2026-05-01"}}
            """.Replace("\n", "", StringComparison.Ordinal),
            json);
        Assert.Equal(error, Read(json));
    }

    [Fact]
    public void Without_parameters_its_JSON_has_none()
    {
        UserError error = UserError.Create("code", "");
        Assert.Equal("""{"code":"code","message":""}""", Write(error));
        Assert.Equal(error, Read("""{"message":"","code":"code"}"""));
        Assert.Equal(error, Read("""{"message":"","code":"code","parameters":{}}"""));
    }

    [Theory]
    [InlineData("[]", "A user error is an object.")]
    [InlineData("{}", "A user error needs a code and a message.")]
    [InlineData("""{"code":"c"}""", "A user error needs a code and a message.")]
    [InlineData("""{"code":" ","message":"m"}""", "A user error needs a code and a message.")]
    [InlineData("""{"code":1,"message":"m"}""", "The code of a user error is a string.")]
    [InlineData("""{"code":"c","message":null}""", "The message of a user error is a string.")]
    [InlineData("""{"code":"c","message":"m","more":1}""", "A user error has no member \"more\".")]
    [InlineData("""{"code":"c","message":"m","code":"d"}""", "A user error has two members \"code\".")]
    [InlineData("""{"code":"c","message":"m","parameters":null}""", "The parameters of a user error are an object.")]
    [InlineData("""{"code":"c","message":"m","parameters":{"a":1,"a":2}}""", "The name \"a\" of a parameter of a user error is empty or repeated.")]
    [InlineData("""{"code":"c","message":"m","parameters":{"":1}}""", "The name \"\" of a parameter of a user error is empty or repeated.")]
    [InlineData("""{"code":"c","message":"m","parameters":{"a":[]}}""", "A parameter of a user error is a string, a number, a truth value or null.")]
    public void Other_JSON_is_refused_with_the_reason(string json, string reason) =>
        Assert.StartsWith(reason, Assert.Throws<JsonException>(() => Read(json)).Message, StringComparison.Ordinal);

    [Fact]
    public void Its_JSON_may_come_in_pieces()
    {
        UserError error = UserError.Create("code", "message", ("balance", 12345678.90m), ("owner", "Ann"));
        byte[] json = Encoding.UTF8.GetBytes(Write(error));
        for (int cut = 1; cut < json.Length; cut++)
        {
            Utf8JsonReader reader = new(Piece.Of(json.AsMemory(0, cut), json.AsMemory(cut)));
            Assert.Equal(error, JsonSerializer.Deserialize(ref reader, Json.Default.UserError));
        }
    }

    private static string Write(UserError error) => JsonSerializer.Serialize(error, Json.Default.UserError);

    private static UserError Read(string json) => JsonSerializer.Deserialize(json, Json.Default.UserError)!;

    [JsonSerializable(typeof(UserError))]
    private sealed partial class Json : JsonSerializerContext;

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Of(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
        {
            Piece end = new() { Memory = second, RunningIndex = first.Length };
            return new(new Piece { Memory = first, Next = end }, 0, end, second.Length);
        }
    }
}
