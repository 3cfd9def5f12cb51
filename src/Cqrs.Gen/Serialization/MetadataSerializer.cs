using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>The stored form of <see cref="Metadata"/>: one JSON object of strings, ordered by key; no bytes at all for metadata that says nothing.</summary>
public static class MetadataSerializer
{
    /// <summary>Writes metadata.</summary>
    /// <param name="metadata">What to write.</param>
    /// <param name="output">Where the JSON goes.</param>
    /// <exception cref="PayloadException">A key or a value holds half of a surrogate pair, which UTF-8 cannot hold.</exception>
    public static void Write(Metadata metadata, PayloadWriter output)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(output);
        if (metadata.Count == 0)
        {
            return;
        }

        int start = output.StartPayload();
        try
        {
            output.Begin("{"u8);
            foreach (KeyValuePair<string, string> entry in metadata.AsSpan())
            {
                output.WriteKeyString(entry.Key);
                output.WriteString(entry.Value);
            }

            output.End("}"u8);
        }
        catch (JsonException fault)
        {
            throw JsonPayload.Unwritable(output, start, fault);
        }
    }

    /// <summary>Reads metadata.</summary>
    /// <param name="json">What <see cref="Write"/> wrote.</param>
    /// <exception cref="PayloadException">It is not a JSON object of strings, or a key is empty or repeated.</exception>
    public static Metadata Read(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return Metadata.Empty;
        }

        Utf8JsonReader reader = new(json);
        try
        {
            JsonPayload.Begin(ref reader);
            Metadata metadata = Read(ref reader);
            JsonPayload.End(ref reader);
            return metadata;
        }
        catch (JsonException fault)
        {
            throw JsonPayload.Unreadable(json, in reader, fault);
        }
    }

    private static Metadata Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonFault.Expected(ref reader, JsonTokenType.StartObject, "an object");
        }

        Metadata metadata = Metadata.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            long start = reader.TokenStartIndex;
            string key = JsonValues.ReadText(ref reader);
            if (string.IsNullOrWhiteSpace(key) || metadata[key] is not null)
            {
                throw new JsonFault("A key of metadata is neither empty nor repeated.", start);
            }

            reader.Read();
            metadata = reader.TokenType == JsonTokenType.String
                ? metadata.With(key, JsonValues.ReadText(ref reader))
                : throw JsonFault.Expected(ref reader, JsonTokenType.String, "a string");
        }

        return metadata;
    }
}
