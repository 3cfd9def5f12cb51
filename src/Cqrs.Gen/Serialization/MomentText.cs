using System.Buffers;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>
/// Parses dates and times in ISO 8601. What System.Text.Json writes is parsed here; any other form that it accepts is left to it, but for digits that it
/// would drop: a second has seven at most.
/// </summary>
internal static class MomentText
{
    private const int Longest = 42;
    private const int SecondsLength = 19;
    private const int FractionDigits = 7;

    private static readonly SearchValues<byte> Characters = SearchValues.Create("0123456789-:.+TZ"u8);

    public static bool TryParse(ReadOnlySpan<byte> text, out DateOnly value)
    {
        bool isDate = TryParseDate(text, out int year, out int month, out int day) && text.Length == 10;
        value = isDate ? new(year, month, day) : default;
        return isDate;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime value)
    {
        if (TryParseLocal(text, out long ticks, out int length))
        {
            ReadOnlySpan<byte> zone = text[length..];
            if (zone.IsEmpty || zone.SequenceEqual("Z"u8))
            {
                value = new(ticks, zone.IsEmpty ? DateTimeKind.Unspecified : DateTimeKind.Utc);
                return true;
            }
        }

        value = default;
        Span<byte> quoted = stackalloc byte[Longest + 2];
        return TryQuote(text, ref quoted) && Open(quoted).TryGetDateTime(out value);
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        if (TryParseLocal(text, out long ticks, out int length) && TryParseOffset(text[length..], out TimeSpan offset)
            && (ulong)(ticks - offset.Ticks) <= (ulong)DateTime.MaxValue.Ticks)
        {
            value = new(ticks, offset);
            return true;
        }

        value = default;
        Span<byte> quoted = stackalloc byte[Longest + 2];
        return TryQuote(text, ref quoted) && Open(quoted).TryGetDateTimeOffset(out value);
    }

    // 2026-01-31T13:05:59 and up to seven digits of the second.
    private static bool TryParseLocal(ReadOnlySpan<byte> text, out long ticks, out int length)
    {
        ticks = 0;
        length = 0;
        if (text.Length < SecondsLength || !TryParseDate(text, out int year, out int month, out int day)
            || text[10] != 'T' || text[13] != ':' || text[16] != ':')
        {
            return false;
        }

        int hour = TwoDigits(text, 11);
        int minute = TwoDigits(text, 14);
        int second = TwoDigits(text, 17);
        if ((uint)hour > 23 || (uint)minute > 59 || (uint)second > 59)
        {
            return false;
        }

        ticks = new DateTime(year, month, day, hour, minute, second).Ticks;
        length = SecondsLength;
        return text.Length == length || text[length] != '.' || TryAddFraction(text, ref ticks, ref length);
    }

    private static bool TryAddFraction(ReadOnlySpan<byte> text, ref long ticks, ref int length)
    {
        int start = ++length;
        uint fraction = 0;
        while (length < text.Length && (uint)text[length] - '0' is <= 9 and uint digit && length - start < FractionDigits)
        {
            fraction = (fraction * 10) + digit;
            length++;
        }

        if (length == start)
        {
            return false;
        }

        for (int digits = length - start; digits < FractionDigits; digits++)
        {
            fraction *= 10;
        }

        ticks += fraction;
        return true;
    }

    private static bool TryParseDate(ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        year = month = day = 0;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
        {
            return false;
        }

        int century = TwoDigits(text, 0);
        int rest = TwoDigits(text, 2);
        year = (century * 100) + rest;
        month = TwoDigits(text, 5);
        day = TwoDigits(text, 8);
        return (century | rest) >= 0 && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }

    // Z, or +02:00 without a sign on zero and within the 14 hours that an offset may have.
    private static bool TryParseOffset(ReadOnlySpan<byte> zone, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (zone.Length != 6)
        {
            return zone.SequenceEqual("Z"u8);
        }

        int hours = TwoDigits(zone, 1);
        int minutes = TwoDigits(zone, 4);
        int total = (hours * 60) + minutes;
        offset = TimeSpan.FromMinutes(zone[0] == '-' ? -total : total);
        return zone[0] is (byte)'+' or (byte)'-' && zone[3] == ':' && hours >= 0 && minutes is >= 0 and <= 59 && total <= 14 * 60;
    }

    // Negative if they are not digits.
    private static int TwoDigits(ReadOnlySpan<byte> text, int at)
    {
        uint tens = (uint)text[at] - '0';
        uint ones = (uint)text[at + 1] - '0';
        return tens <= 9 && ones <= 9 ? (int)((tens * 10) + ones) : -1;
    }

    private static bool TryQuote(ReadOnlySpan<byte> text, ref Span<byte> quoted)
    {
        if (text.Length > Longest || text.ContainsAnyExcept(Characters) || DropsDigits(text))
        {
            return false;
        }

        quoted[0] = (byte)'"';
        text.CopyTo(quoted[1..]);
        quoted[text.Length + 1] = (byte)'"';
        quoted = quoted[..(text.Length + 2)];
        return true;
    }

    private static bool DropsDigits(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> rest = text[(text.IndexOf((byte)'.') + 1)..];
        int digits = rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is >= 0 and int end ? end : rest.Length;
        return rest.Length < text.Length && digits > FractionDigits && rest[FractionDigits..digits].ContainsAnyExcept((byte)'0');
    }

    private static Utf8JsonReader Open(ReadOnlySpan<byte> quoted)
    {
        Utf8JsonReader reader = new(quoted);
        reader.Read();
        return reader;
    }
}
