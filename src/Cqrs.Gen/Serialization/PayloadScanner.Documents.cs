using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cqrs.Gen;

/// <content>JSON that is a value itself: the general reader takes it from here, and this goes on behind it.</content>
public ref partial struct PayloadScanner
{
    private delegate T Reading<T>(ref Utf8JsonReader reader);

    /// <summary>Takes any JSON.</summary>
    /// <param name="value">The JSON.</param>
    public bool ReadJsonElement(out JsonElement value) => Read(JsonValues.ReadJsonElement, out value);

    /// <inheritdoc cref="ReadJsonElement"/>
    public bool ReadJsonDocument([NotNullWhen(true)] out JsonDocument? value) => Read(JsonValues.ReadJsonDocument, out value);

    /// <inheritdoc cref="ReadJsonElement"/>
    public bool ReadJsonNode([NotNullWhen(true)] out JsonNode? value) => Read(JsonValues.ReadJsonNode, out value);

    /// <summary>Takes a JSON object.</summary>
    /// <param name="value">The object.</param>
    public bool ReadJsonObject([NotNullWhen(true)] out JsonObject? value) => Read(JsonValues.ReadJsonObject, out value);

    /// <summary>Takes a JSON array.</summary>
    /// <param name="value">The array.</param>
    public bool ReadJsonArray([NotNullWhen(true)] out JsonArray? value) => Read(JsonValues.ReadJsonArray, out value);

    /// <summary>Takes a string, a number, or true or false.</summary>
    /// <param name="value">The value.</param>
    public bool ReadJsonValue([NotNullWhen(true)] out JsonValue? value) => Read(JsonValues.ReadJsonValue, out value);

    private bool Read<T>(Reading<T> read, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (_depth == JsonObjects.MaxDepth)
        {
            return false;
        }

        Utf8JsonReader reader = new(_json[_at..], new JsonReaderOptions { MaxDepth = JsonObjects.MaxDepth - _depth });
        try
        {
            reader.Read();
            value = read(ref reader);
        }
        catch (JsonException)
        {
            return false; // the general reader says what is wrong, and where
        }

        _at += (int)reader.BytesConsumed;
        return true;
    }
}
