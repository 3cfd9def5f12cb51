using System.Text.Json;

namespace Cqrs.Gen;

/// <content>Times, identifiers and other values with a text form of their own.</content>
public static partial class JsonValues
{
    private const string Moment = "a date and time in ISO 8601";

    /// <summary>Reads a date and time in ISO 8601; one with more than seven digits of a second is refused, never cut off.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It isn't one.</exception>
    public static DateTime ReadDateTime(ref Utf8JsonReader reader) =>
        IsString(ref reader) && MomentText.TryParse(Utf8Of(ref reader), out DateTime value) ? value : throw NotString(ref reader, Moment);

    /// <summary>Reads a date and time with its offset from UTC, in ISO 8601; one with more than seven digits of a second is refused, never cut off.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static DateTimeOffset ReadDateTimeOffset(ref Utf8JsonReader reader) =>
        IsString(ref reader) && MomentText.TryParse(Utf8Of(ref reader), out DateTimeOffset value) ? value : throw NotString(ref reader, Moment);

    /// <summary>Reads a date such as <c>2026-01-31</c>.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static DateOnly ReadDateOnly(ref Utf8JsonReader reader) =>
        IsString(ref reader) && MomentText.TryParse(Utf8Of(ref reader), out DateOnly value) ? value : throw NotString(ref reader, "a date such as 2026-01-31");

    /// <summary>Reads a time of day such as <c>13:05:59.1234567</c>.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static TimeOnly ReadTimeOnly(ref Utf8JsonReader reader) =>
        IsString(ref reader) && ValueText.TryParse(Utf8Of(ref reader), out TimeOnly value) ? value : throw NotString(ref reader, "a time of day such as 13:05:59");

    /// <summary>Reads a span of time such as <c>-1.13:05:59.1234567</c>: days, hours, minutes, seconds, ten-millionths.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static TimeSpan ReadTimeSpan(ref Utf8JsonReader reader) =>
        IsString(ref reader) && ValueText.TryParse(Utf8Of(ref reader), out TimeSpan value) ? value : throw NotString(ref reader, "a span of time such as 1.13:05:59");

    /// <summary>Reads a globally unique identifier with hyphens.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static Guid ReadGuid(ref Utf8JsonReader reader) =>
        IsString(ref reader) && ValueText.TryParse(Utf8Of(ref reader), out Guid value) ? value : throw NotString(ref reader, "a GUID with hyphens");

    /// <summary>Reads an absolute or relative URI.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static Uri ReadUri(ref Utf8JsonReader reader) =>
        Uri.TryCreate(ReadString(ref reader), UriKind.RelativeOrAbsolute, out Uri? value) ? value : throw NotString(ref reader, "a URI");

    /// <summary>Reads a version of two to four numbers, such as <c>1.2.3</c>.</summary>
    /// <inheritdoc cref="ReadDateTime"/>
    public static Version ReadVersion(ref Utf8JsonReader reader) =>
        IsString(ref reader) && ValueText.TryParse(Utf8Of(ref reader), out Version? value) ? value! : throw NotString(ref reader, "a version such as 1.2.3");
}
