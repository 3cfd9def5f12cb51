using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Arbitrary = CsCheck.Gen;

namespace Cqrs.Gen.Tests.Tokens;

/// <summary>The values that are any JSON.</summary>
internal static class Documents
{
    private static readonly string[] Some =
    [
        "null", "true", "1.50", "1e400", "\"text\"", "\"\\u00e9 é 🏦\"", "[]", "{}", "[1,[2,{}],null]", "{\"a\":1,\"b\":{\"a\":[]}}", " { \"a\" : 1 } ", "{\"\":1}",
        "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "{\"a\":{\"b\":1,\"b\":2}}", "\"\\ud800\"", "{\"\\ud800\":1}",
        new string('[', 64) + new string(']', 64), new string('[', 65) + new string(']', 65),
    ];

    private static readonly Gen<string> Text = Arbitrary.String[Arbitrary.Char[' ', '\u02FF'], 0, 20];

    private static readonly Gen<JsonNode> Node = Arbitrary.Select(Text, Arbitrary.Decimal, Arbitrary.Int[0, 3], static (text, number, kind) => kind switch
    {
        0 => JsonValue.Create(number),
        1 => JsonValue.Create(text),
        2 => new JsonArray(text, number, null, new JsonObject()),
        _ => (JsonNode)new JsonObject { [text] = number, [text + "x"] = new JsonArray(true) },
    });

    public static IEnumerable<Token> All =>
    [
        new Token<JsonElement>("JsonElement", static (o, v) => o.WriteJsonElement(v), JsonValues.ReadJsonElement, static (ref s, out v) => s.ReadJsonElement(out v))
        {
            Edges = [.. new[] { "null", "1.50", "{\"a\":[1,\"é\"]}", "1e400" }.Select(static t => JsonElement.Parse(t))],
            Any = Node.Select(static n => JsonSerializer.SerializeToElement(n)),
            Texts = Some,
        },
        new Token<JsonDocument>("JsonDocument", static (o, v) => o.WriteJsonDocument(v), JsonValues.ReadJsonDocument, static (ref s, out v) => s.ReadJsonDocument(out v!))
        {
            Edges = [JsonDocument.Parse("{\"a\":null}"), JsonDocument.Parse("null")],
            Any = Node.Select(static n => JsonSerializer.SerializeToDocument(n)),
            Texts = Some,
        },
        new Token<JsonNode>("JsonNode", static (o, v) => o.WriteJsonNode(v), JsonValues.ReadJsonNode, static (ref s, out v) => s.ReadJsonNode(out v!))
        {
            Edges = [JsonValue.Create(1), new JsonObject { ["é\""] = 1.5, ["b"] = null }, new JsonArray(1, "<", null)],
            Any = Node,
            Texts = Some,
        },
        new Token<JsonObject>("JsonObject", static (o, v) => o.WriteJsonObject(v), JsonValues.ReadJsonObject, static (ref s, out v) => s.ReadJsonObject(out v!))
        {
            Edges = [[], new JsonObject { ["a"] = new JsonObject { ["a"] = "b" } }],
            Any = Text.Select(static t => new JsonObject { [t] = t }),
            Texts = Some,
        },
        new Token<JsonArray>("JsonArray", static (o, v) => o.WriteJsonArray(v), JsonValues.ReadJsonArray, static (ref s, out v) => s.ReadJsonArray(out v!))
        {
            Edges = [[], new JsonArray(null, 1, new JsonArray())],
            Any = Text.Select(static t => new JsonArray(t, t)),
            Texts = Some,
        },
        new Token<JsonValue>("JsonValue", static (o, v) => o.WriteJsonValue(v), JsonValues.ReadJsonValue, static (ref s, out v) => s.ReadJsonValue(out v!))
        {
            Edges = [JsonValue.Create(1), JsonValue.Create(true), JsonValue.Create("é"), JsonValue.Create(new DateTime(2026, 1, 31))],
            Any = Text.Select(static t => JsonValue.Create(t)),
            Texts = Some,
        },
    ];
}
