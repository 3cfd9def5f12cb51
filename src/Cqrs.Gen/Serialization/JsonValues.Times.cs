using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cqrs.Gen;

/// <content>Times, identifiers and other values with a text form of their own.</content>
public static partial class JsonValues
{
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly SearchValues<char> VersionCharacters = SearchValues.Create("0123456789.");

    /// <summary>Reads a date and time in ISO 8601.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It isn't one.</exception>
    public static DateTime ReadDateTime(ref Utf8JsonReader reader) =>
        IsString(ref reader) && reader.TryGetDateTime(out DateTime value) ? value : throw NotString(ref reader, "a date and time in ISO 8601");

    /// <summary>Reads a date and time with its offset from UTC, in ISO 8601.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static DateTimeOffset ReadDateTimeOffset(ref Utf8JsonReader reader) =>
        IsString(ref reader) && reader.TryGetDateTimeOffset(out DateTimeOffset value) ? value : throw NotString(ref reader, "a date and time in ISO 8601");

    /// <summary>Reads a date such as <c>2026-01-31</c>.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static DateOnly ReadDateOnly(ref Utf8JsonReader reader)
    {
        Span<char> text = stackalloc char[10];
        int length = CopyText(ref reader, text);
        return length == 10 && DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly value)
            ? value
            : throw NotString(ref reader, "a date such as 2026-01-31");
    }

    /// <summary>Reads a time of day such as <c>13:05:59.1234567</c>.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static TimeOnly ReadTimeOnly(ref Utf8JsonReader reader) =>
        TryReadTimeSpan(ref reader, out TimeSpan value) && value >= TimeSpan.Zero && value < TimeSpan.FromDays(1)
            ? TimeOnly.FromTimeSpan(value)
            : throw NotString(ref reader, "a time of day such as 13:05:59");

    /// <summary>Reads a span of time such as <c>-1.13:05:59.1234567</c>: days, hours, minutes, seconds, ten-millionths.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static TimeSpan ReadTimeSpan(ref Utf8JsonReader reader) =>
        TryReadTimeSpan(ref reader, out TimeSpan value) ? value : throw NotString(ref reader, "a span of time such as 1.13:05:59");

    /// <summary>Reads a globally unique identifier with hyphens.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static Guid ReadGuid(ref Utf8JsonReader reader) =>
        IsString(ref reader) && reader.TryGetGuid(out Guid value) ? value : throw NotString(ref reader, "a GUID with hyphens");

    /// <summary>Reads an absolute or relative URI.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static Uri ReadUri(ref Utf8JsonReader reader) =>
        Uri.TryCreate(ReadString(ref reader), UriKind.RelativeOrAbsolute, out Uri? value) ? value : throw NotString(ref reader, "a URI");

    /// <summary>Reads a version of two to four numbers, such as <c>1.2.3</c>.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static Version ReadVersion(ref Utf8JsonReader reader)
    {
        Span<char> text = stackalloc char[43];
        int length = CopyText(ref reader, text);

        // The parser would pass over white space and signs, and so read what was never written.
        return length > 0 && !text[..length].ContainsAnyExcept(VersionCharacters) && Version.TryParse(text[..length], out Version? value)
            ? value
            : throw NotString(ref reader, "a version such as 1.2.3");
    }

    private static bool IsString(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
        {
            // An escape that stands for no character would otherwise surface where the text is parsed.
            ReadText(ref reader);
        }

        return reader.TokenType == JsonTokenType.String;
    }

    private static bool TryReadTimeSpan(ref Utf8JsonReader reader, out TimeSpan value)
    {
        value = default;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        ReadOnlySpan<byte> text = reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(ReadText(ref reader)) : reader.ValueSpan;
        return Utf8Parser.TryParse(text, out value, out int used, 'c') && used == text.Length && IsTrimmed(text);
    }

    // The parser passes over leading white space, which was never written.
    private static bool IsTrimmed(ReadOnlySpan<byte> text) => text[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9');
}
