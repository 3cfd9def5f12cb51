using System.Text.Json;
using System.Text.Unicode;

namespace Cqrs.Gen;

/// <summary>
/// What is demanded of JSON that generated code does not know: a user's converter wrote it, or a member such as a <see cref="JsonElement"/> holds it.
/// </summary>
internal static class ForeignJson
{
    /// <summary>Makes sure that bytes are exactly one value that can be read again inside ours.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="depth">How deep it is nested already.</param>
    /// <exception cref="JsonException">They are not.</exception>
    public static void RequireValue(ReadOnlySpan<byte> json, int depth)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        RequireText(ref reader, depth);
        reader.Read();
    }

    /// <summary>Makes sure that no object has two members of one name, besides what must be true of any value.</summary>
    /// <param name="reader">The reader, at the value; it goes to the value's end.</param>
    /// <param name="depth">How deep the reader's document is nested already.</param>
    /// <exception cref="JsonException">One has.</exception>
    public static void RequireUniqueNames(ref Utf8JsonReader reader, int depth)
    {
        Stack<HashSet<string>> open = new();
        int outside = reader.CurrentDepth;
        do
        {
            RequireToken(ref reader, depth);
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    open.Push(new(StringComparer.Ordinal));
                    break;
                case JsonTokenType.EndObject:
                    open.Pop();
                    break;
                case JsonTokenType.PropertyName when !open.Peek().Add(JsonValues.ReadText(ref reader)):
                    throw new JsonFault("The member stands here a second time.", reader.TokenStartIndex);
            }
        }
        while (!IsAtEnd(ref reader, outside) && reader.Read());
    }

    private static void RequireText(ref Utf8JsonReader reader, int depth)
    {
        int outside = reader.CurrentDepth;
        do
        {
            RequireToken(ref reader, depth);
        }
        while (!IsAtEnd(ref reader, outside) && reader.Read());
    }

    private static bool IsAtEnd(ref Utf8JsonReader reader, int outside) =>
        reader.CurrentDepth == outside && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray or JsonTokenType.PropertyName);

    private static void RequireToken(ref Utf8JsonReader reader, int depth)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when depth + reader.CurrentDepth >= JsonObjects.MaxDepth:
                throw JsonObjects.TooDeep();
            case JsonTokenType.String or JsonTokenType.PropertyName when reader.ValueIsEscaped:
                JsonValues.ReadText(ref reader);
                break;
            case JsonTokenType.String or JsonTokenType.PropertyName when !Utf8.IsValid(JsonValues.Utf8Of(ref reader)):
                throw new JsonFault("The text is no valid Unicode.", reader.TokenStartIndex);
        }
    }
}
