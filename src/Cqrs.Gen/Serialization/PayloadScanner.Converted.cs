using System.Text.Json;

namespace Cqrs.Gen;

/// <content>Values that a converter of the user's reads.</content>
public ref partial struct PayloadScanner
{
    /// <summary>Makes a reader at the first token of the value that begins here, for code that needs one.</summary>
    /// <exception cref="JsonException">No value begins here.</exception>
    internal readonly bool TryRead(out Utf8JsonReader reader)
    {
        reader = new(_json[_at..], new JsonReaderOptions { MaxDepth = Math.Max(JsonObjects.MaxDepth - _depth, 1) });
        return reader.Read() && (_depth < JsonObjects.MaxDepth || reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray));
    }

    /// <summary>Finds the key that begins here, with its quotes and its colon, without taking it.</summary>
    /// <exception cref="JsonException">No value begins here.</exception>
    internal readonly bool TryPeekKey(out ReadOnlySpan<byte> key)
    {
        key = default;
        if (!TryRead(out Utf8JsonReader reader) || reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        ReadOnlySpan<byte> rest = _json[_at..];
        int length = (int)reader.BytesConsumed;
        if (rest.Length == length || rest[0] != (byte)'"' || rest[length] != (byte)':')
        {
            return false;
        }

        key = rest[..(length + 1)];
        return true;
    }

    /// <summary>Takes what such a reader read.</summary>
    internal void Advance(in Utf8JsonReader reader) => _at += (int)reader.BytesConsumed;
}
