using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;

namespace Cqrs.Gen;

/// <content>Times.</content>
public sealed partial class PayloadWriter
{
    private const int LongestTimeSpan = 26;
    private const int LongestMoment = 33;
    private const int SecondsLength = 19;
    private const int FractionLength = 8;

    /// <summary>Appends a date and time in ISO 8601.</summary>
    /// <param name="value">The date and time.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteDateTime(DateTime value)
    {
        Span<byte> text = OpenQuote(LongestMoment);
        Utf8Formatter.TryFormat(value, text, out int length, 'O');
        CloseQuote(TrimFraction(text, length));
    }

    /// <summary>Appends a date and time with its offset in ISO 8601.</summary>
    /// <param name="value">The date and time.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteDateTimeOffset(DateTimeOffset value)
    {
        Span<byte> text = OpenQuote(LongestMoment);
        Utf8Formatter.TryFormat(value, text, out int length, 'O');
        CloseQuote(TrimFraction(text, length));
    }

    /// <summary>Appends a date such as <c>"2026-01-31"</c>.</summary>
    /// <param name="value">The date.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteDateOnly(DateOnly value)
    {
        value.TryFormat(OpenQuote(10), out int length, "O", CultureInfo.InvariantCulture);
        CloseQuote(length);
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
        Utf8Formatter.TryFormat(value, OpenQuote(LongestTimeSpan), out int length, 'c');
        CloseQuote(length);
    }

    // The second's seven digits lose their zeros, and with the last of them the point.
    private static int TrimFraction(Span<byte> text, int length)
    {
        ReadOnlySpan<byte> fraction = text.Slice(SecondsLength, FractionLength);
        int last = fraction.LastIndexOfAnyExcept((byte)'0');
        int kept = last == 0 ? 0 : last + 1;
        text[(SecondsLength + FractionLength)..length].CopyTo(text[(SecondsLength + kept)..]);
        return length - FractionLength + kept;
    }
}
