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

        output.Json.WriteStartObject();
        foreach (KeyValuePair<string, string> entry in metadata.AsSpan())
        {
            Demand(entry.Key, entry.Key, output);
            Demand(entry.Value, entry.Key, output);
            output.Json.WriteString(entry.Key, entry.Value);
        }

        output.Json.WriteEndObject();
        output.Flush();
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
            return Read(ref reader);
        }
        catch (JsonException e)
        {
            throw new PayloadException("The metadata is not JSON.", "$", reader.TokenStartIndex, e);
        }
        catch (InvalidOperationException e)
        {
            throw new PayloadException("The metadata holds bytes that are not UTF-8.", "$", reader.TokenStartIndex, e);
        }
    }

    private static Metadata Read(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new PayloadException("Metadata is an object.", "$", reader.TokenStartIndex);
        }

        Metadata metadata = Metadata.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = reader.GetString()!;
            if (string.IsNullOrWhiteSpace(key) || metadata[key] is not null)
            {
                throw new PayloadException("A key of metadata is neither empty nor repeated.", "$." + key, reader.TokenStartIndex);
            }

            if (!reader.Read() || reader.TokenType != JsonTokenType.String)
            {
                throw new PayloadException("A value of metadata is a string.", "$." + key, reader.TokenStartIndex);
            }

            metadata = metadata.With(key, reader.GetString());
        }

        // Bytes after the object make the reader throw.
        reader.Read();
        return metadata;
    }

    private static void Demand(string text, string key, PayloadWriter output)
    {
        int place = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (int i = place; i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
            {
                continue;
            }

            if (!char.IsSurrogatePair(text, i))
            {
                throw new PayloadException("The metadata holds half of a surrogate pair, which cannot be stored.", "$." + key, output.WrittenCount);
            }

            i++;
        }
    }
}
