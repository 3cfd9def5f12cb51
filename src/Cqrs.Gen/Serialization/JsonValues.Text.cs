using System.Buffers;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>The values that are one JSON token, read and written strictly, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonValues
{
    private const int ShortText = 256;
    private const string NoText = "The text is no valid Unicode.";

    [ThreadStatic]
    private static byte[]? _unescaped;

    /// <summary>Reads true or false.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It is neither.</exception>
    public static bool ReadBoolean(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw JsonFault.Expected(ref reader, JsonTokenType.True, "a Boolean"),
    };

    /// <summary>Reads a string.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It isn't one, or it is no valid Unicode.</exception>
    public static string ReadString(ref Utf8JsonReader reader) =>
        IsString(ref reader) ? ReadText(ref reader) : throw NotString(ref reader, "a string");

    /// <summary>Reads a string of exactly one UTF-16 character.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It isn't one.</exception>
    public static char ReadChar(ref Utf8JsonReader reader) =>
        IsString(ref reader) && ValueText.TryParse(Utf8Of(ref reader), out char value) ? value : throw NotString(ref reader, "a string of one character");

    /// <summary>Reads bytes written as base64.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It isn't base64.</exception>
    public static byte[] ReadBytes(ref Utf8JsonReader reader) =>
        IsString(ref reader) && ValueText.TryParse(Utf8Of(ref reader), out byte[] value) ? value : throw NotString(ref reader, "bytes in base64");

    /// <summary>Reads bytes written as base64.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It isn't base64; null is none either.</exception>
    public static Memory<byte> ReadMemory(ref Utf8JsonReader reader) => ReadBytes(ref reader);

    /// <inheritdoc cref="ReadMemory"/>
    public static ReadOnlyMemory<byte> ReadReadOnlyMemory(ref Utf8JsonReader reader) => ReadBytes(ref reader);

    /// <summary>Makes sure that a string stands here that can be compared with the names of an enumeration.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <param name="enumeration">The enumeration's name.</param>
    /// <exception cref="JsonException">It is no string, or no valid Unicode.</exception>
    public static void ReadName(ref Utf8JsonReader reader, string enumeration)
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw NotDeclared(ref reader, enumeration);
        }

        if (reader.ValueIsEscaped)
        {
            ReadText(ref reader);
        }
    }

    /// <summary>Reads the names of flags, between which stand a comma and a space.</summary>
    /// <param name="reader">The reader, at the value or at the key of an entry.</param>
    /// <param name="enumeration">The enumeration's name.</param>
    /// <exception cref="JsonException">It is no string, or no valid Unicode.</exception>
    public static string[] ReadNames(ref Utf8JsonReader reader, string enumeration) =>
        reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
            ? ReadText(ref reader).Split(", ")
            : throw NotDeclared(ref reader, enumeration);

    /// <summary>Whether the value is the number 0, which stands for no flag where none has a name for that.</summary>
    /// <param name="reader">The reader, at the value.</param>
    public static bool IsZero(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number && reader.ValueSpan.SequenceEqual("0"u8);

    /// <summary>Makes the exception for what is no name of an enumeration's value.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <param name="enumeration">The enumeration's name.</param>
    public static JsonException NotDeclared(ref Utf8JsonReader reader, string enumeration) =>
        NotString(ref reader, "a name that the enumeration " + enumeration + " declares");

    /// <summary>Makes the exception for a number that its enumeration doesn't declare.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <param name="enumeration">The enumeration's name.</param>
    public static JsonException NumberNotDeclared(ref Utf8JsonReader reader, string enumeration) =>
        new JsonFault($"The number is none that the enumeration {enumeration} declares.", reader.TokenStartIndex);

    /// <summary>Makes the exception for a value that its enumeration doesn't declare.</summary>
    /// <param name="enumeration">The enumeration's name.</param>
    public static JsonException NotDeclared(string enumeration) => new JsonFault($"The value is none that the enumeration {enumeration} declares.", 0);

    /// <summary>Reads a string or a name whose token type is known.</summary>
    internal static string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new JsonFault(NoText, reader.TokenStartIndex, innerException: e);
        }
    }

    /// <summary>The bytes of a number, or those that a string or a name stands for; good until the next text with escapes is read.</summary>
    internal static ReadOnlySpan<byte> Utf8Of(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            return reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        }

        // Without its escapes a text is never longer.
        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        byte[] target = length > ShortText ? new byte[length] : _unescaped ??= new byte[ShortText];
        try
        {
            return target.AsSpan(0, reader.CopyString(target));
        }
        catch (InvalidOperationException e)
        {
            throw new JsonFault(NoText, reader.TokenStartIndex, innerException: e);
        }
    }

    /// <summary>Makes sure that a text holds no half of a surrogate pair.</summary>
    internal static void RequireText(ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and int at)
        {
            if (Rune.DecodeFromUtf16(text[at..], out _, out int length) != OperationStatus.Done)
            {
                throw NotText();
            }

            text = text[(at + length)..];
        }
    }

    private static bool IsString(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String;

    private static JsonFault NotString(ref Utf8JsonReader reader, string expected) => JsonFault.Expected(ref reader, JsonTokenType.String, expected);

    internal static JsonFault NotText() => new("The text holds half of a surrogate pair, which is no valid Unicode.", 0);
}
