using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cqrs.Gen;

/// <content>JSON that is a value itself: any, but no object in it has two members of one name, and all its text is valid Unicode.</content>
public static partial class JsonValues
{
    /// <summary>Reads any JSON, null too.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It is malformed, or a name stands twice in one object.</exception>
    public static JsonElement ReadJsonElement(ref Utf8JsonReader reader)
    {
        RequireUniqueNames(reader);
        return JsonElement.ParseValue(ref reader);
    }

    /// <inheritdoc cref="ReadJsonElement"/>
    public static JsonDocument ReadJsonDocument(ref Utf8JsonReader reader)
    {
        RequireUniqueNames(reader);
        return JsonDocument.ParseValue(ref reader);
    }

    /// <summary>Reads any JSON but null.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It is null or malformed, or a name stands twice in one object.</exception>
    public static JsonNode ReadJsonNode(ref Utf8JsonReader reader)
    {
        RequireUniqueNames(reader);
        long start = reader.TokenStartIndex;
        return JsonNode.Parse(ref reader) ?? throw new JsonFault("The value is null, but its type says that it never is.", start);
    }

    /// <summary>Reads a JSON object.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It is none or malformed, or a name stands twice in one object.</exception>
    public static JsonObject ReadJsonObject(ref Utf8JsonReader reader)
    {
        JsonObjects.ReadStart(ref reader);
        return ReadJsonNode(ref reader).AsObject();
    }

    /// <summary>Reads a JSON array.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It is none or malformed, or a name stands twice in one object.</exception>
    public static JsonArray ReadJsonArray(ref Utf8JsonReader reader)
    {
        JsonArrays.ReadStart(ref reader);
        return ReadJsonNode(ref reader).AsArray();
    }

    /// <summary>Reads a string, a number, or true or false.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It is none.</exception>
    public static JsonValue ReadJsonValue(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
        ? throw JsonFault.Expected(ref reader, JsonTokenType.String, "a string, a number or a Boolean")
        : ReadJsonNode(ref reader).AsValue();

    private static void RequireUniqueNames(Utf8JsonReader reader) => ForeignJson.RequireUniqueNames(ref reader, 0);
}
