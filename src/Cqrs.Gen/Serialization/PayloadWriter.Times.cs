using System.ComponentModel;
using System.Globalization;
using System.Text.Json;

namespace Cqrs.Gen;

/// <content>Times, GUIDs, addresses, versions.</content>
public sealed partial class PayloadWriter
{
    /// <summary>Appends a date and time in ISO 8601.</summary>
    /// <param name="value">The date and time.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteDateTime(DateTime value)
    {
        Json.WriteStringValue(value);
        Flush();
    }

    /// <summary>Appends a date and time with its offset in ISO 8601.</summary>
    /// <param name="value">The date and time.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteDateTimeOffset(DateTimeOffset value)
    {
        Json.WriteStringValue(value);
        Flush();
    }

    /// <summary>Appends a date such as <c>"2026-01-31"</c>.</summary>
    /// <param name="value">The date.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteDateOnly(DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        value.TryFormat(text, out int length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        WriteQuoted(text[..length]);
    }

    /// <summary>Appends a time of day such as <c>"13:05:59"</c>.</summary>
    /// <param name="value">The time.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteTimeOnly(TimeOnly value) => WriteTimeSpan(value.ToTimeSpan());

    /// <summary>Appends a span of time such as <c>"1.13:05:59"</c>.</summary>
    /// <param name="value">The span.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteTimeSpan(TimeSpan value)
    {
        Span<byte> text = stackalloc byte[26];
        value.TryFormat(text, out int length, "c", CultureInfo.InvariantCulture);
        WriteQuoted(text[..length]);
    }

    /// <summary>Appends a GUID with hyphens.</summary>
    /// <param name="value">The GUID.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteGuid(Guid value)
    {
        Span<byte> text = stackalloc byte[36];
        value.TryFormat(text, out int length);
        WriteQuoted(text[..length]);
    }

    /// <summary>Appends an address as it was given.</summary>
    /// <param name="value">The address.</param>
    /// <exception cref="JsonException">It is null, or holds half of a surrogate pair.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteUri(Uri value) => WriteString((value ?? throw JsonObjects.Null()).OriginalString);

    /// <summary>Appends a version such as <c>"1.2.3"</c>.</summary>
    /// <param name="value">The version.</param>
    /// <exception cref="JsonException">It is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteVersion(Version value)
    {
        Span<byte> text = stackalloc byte[43];
        (value ?? throw JsonObjects.Null()).TryFormat(text, out int length);
        WriteQuoted(text[..length]);
    }
}
