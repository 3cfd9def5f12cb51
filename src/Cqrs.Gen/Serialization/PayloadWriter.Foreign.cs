using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Cqrs.Gen;

/// <content>JSON that generated code does not know: what a user's converter writes, and JSON that is a value itself.</content>
public sealed partial class PayloadWriter
{
    /// <summary>
    /// Appends what a converter writes; null without asking it, unless it handles null. What the converter throws passes unchanged, except for the
    /// exceptions by which JSON and parsers say that they don't take a value.
    /// </summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="converter">The converter.</param>
    /// <param name="value">The value.</param>
    /// <param name="options">The options that it is given.</param>
    /// <exception cref="JsonException">The converter refuses the value, or writes anything but exactly one JSON value.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteConverted<T>(JsonConverter<T> converter, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(converter);
        if (value is null && !converter.HandleNull)
        {
            WriteNull();
            return;
        }

        int start = _written;
        try
        {
            converter.Write(Json, value, options);
            Flush();
        }
        catch (Exception e) when (JsonPayload.IsRefusal(e))
        {
            throw JsonConverted.Refused(converter, e, 0);
        }
        finally
        {
            Json.Reset();
        }

        try
        {
            ForeignJson.RequireValue(Written.Span[start..], _depth);
        }
        catch (JsonException e) when (e is not JsonFault)
        {
            throw new JsonFault($"The converter {converter.GetType()} did not write exactly one JSON value: {e.Message}", 0, innerException: e);
        }
    }

    /// <summary>Appends a key as a converter writes it, with a comma before it unless it is the first, and its colon.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="converter">The converter.</param>
    /// <param name="key">The key.</param>
    /// <param name="options">The options that it is given.</param>
    /// <exception cref="JsonException">The converter refuses the key, or writes anything but exactly one name.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyConverted<T>(JsonConverter<T> converter, T key, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(converter);
        Separate();
        int start = _written;
        try
        {
            Json.WriteStartObject();
            converter.WriteAsPropertyName(Json, key ?? throw JsonObjects.Null(), options);
            Json.WriteNullValue();
            Json.WriteEndObject();
            Flush();
        }
        catch (Exception e) when (e is not JsonFault && JsonPayload.IsRefusal(e))
        {
            throw JsonConverted.Refused(converter, e, 0);
        }
        finally
        {
            Json.Reset();
        }

        Span<byte> json = _buffer.AsSpan(start, _written - start);
        Utf8JsonReader reader = new(json);
        reader.Read();
        reader.Read();
        JsonValues.ReadText(ref reader);
        int end = (int)reader.BytesConsumed;
        if (!json[end..].SequenceEqual("null}"u8))
        {
            throw new JsonFault($"The converter {converter.GetType()} did not write exactly one name.", 0);
        }

        // The name and its colon are all that is wanted of the object.
        json[1..end].CopyTo(json);
        _written = start + end - 1;
    }

    /// <summary>Appends any JSON, its numbers as they were written.</summary>
    /// <param name="value">The JSON.</param>
    /// <exception cref="JsonException">It was never given a value, or is nested too deeply, or a name stands twice in one object, or text is no valid Unicode.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteJsonElement(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
        {
            throw new JsonFault("The JSON element was never given a value.", 0);
        }

        if (!Utf8.IsValid(JsonMarshal.GetRawUtf8Value(value)))
        {
            throw new JsonFault("The text is no valid Unicode.", 0);
        }

        WriteJson(value, static (element, json) => element.WriteTo(json));
    }

    /// <inheritdoc cref="WriteJsonElement"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteJsonDocument(JsonDocument value) => WriteJsonElement((value ?? throw JsonObjects.Null()).RootElement);

    /// <inheritdoc cref="WriteJsonElement"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteJsonNode(JsonNode value) => WriteJson(value ?? throw JsonObjects.Null(), static (node, json) =>
    {
        node.WriteTo(json);
        RequireText(node);
    });

    /// <inheritdoc cref="WriteJsonElement"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteJsonObject(JsonObject value) => WriteJsonNode(value);

    /// <inheritdoc cref="WriteJsonElement"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteJsonArray(JsonArray value) => WriteJsonNode(value);

    /// <inheritdoc cref="WriteJsonElement"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteJsonValue(JsonValue value) => WriteJsonNode(value);

    private void WriteJson<T>(T value, Action<T, Utf8JsonWriter> write)
    {
        int start = _written;
        try
        {
            write(value, Json);
            Flush();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new JsonFault($"The JSON can't be written: {e.Message}", 0, innerException: e);
        }
        finally
        {
            Json.Reset();
        }

        Utf8JsonReader reader = new(Written.Span[start..]);
        reader.Read();
        ForeignJson.RequireUniqueNames(ref reader, _depth);
    }

    // The JSON writer would replace half of a surrogate pair. It has been through the nodes before, so they are not too deep to be walked.
    private static void RequireText(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                foreach ((string name, JsonNode? member) in members)
                {
                    JsonValues.RequireText(name);
                    RequireText(member);
                }

                break;
            case JsonArray items:
                foreach (JsonNode? item in items)
                {
                    RequireText(item);
                }

                break;
            case JsonValue value when value.TryGetValue(out string? text):
                JsonValues.RequireText(text);
                break;
        }
    }
}
