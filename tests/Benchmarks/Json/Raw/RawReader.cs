using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Cqrs.Gen.Benchmarks;

/// <summary>Compares what is expected with the bytes in place and parses the values between, as one writes it by hand. False means: read it in the general way.</summary>
internal ref struct RawReader(ReadOnlySpan<byte> json)
{
    private ReadOnlySpan<byte> _rest = json;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public bool Skip(ReadOnlySpan<byte> expected)
    {
        if (!_rest.StartsWith(expected))
        {
            return false;
        }

        _rest = _rest[expected.Length..];
        return true;
    }

    public bool Read([NotNullWhen(true)] out string? value)
    {
        if (Text(out ReadOnlySpan<byte> text) && Ascii.IsValid(text) && !text.ContainsAnyInRange((byte)0, (byte)31))
        {
            value = Encoding.ASCII.GetString(text);
            return true;
        }

        value = null;
        return false;
    }

    public bool Read(out decimal value)
    {
        int at = !_rest.IsEmpty && _rest[0] == '-' ? 1 : 0;
        int start = at;
        int point = -1;
        ulong number = 0;
        for (; at < _rest.Length; at++)
        {
            uint digit = (uint)(_rest[at] - '0');
            if (digit <= 9)
            {
                number = (number * 10) + digit;
            }
            else if (_rest[at] == '.' && point < 0)
            {
                point = at;
            }
            else
            {
                break;
            }
        }

        int scale = point < 0 ? 0 : at - point - 1;
        bool isPlain = at - start is > 0 and <= 19 && number != 0 && (_rest[start] != '0' || point == start + 1) && (point < 0 || (scale > 0 && point > start));
        value = isPlain ? new((int)number, (int)(number >> 32), 0, start == 1, (byte)scale) : default;
        _rest = _rest[at..];
        return isPlain;
    }

    public bool Read(out long value)
    {
        if (!Utf8Parser.TryParse(_rest, out value, out int length))
        {
            return false;
        }

        _rest = _rest[length..];
        return true;
    }

    public bool Read(out int value)
    {
        if (!Utf8Parser.TryParse(_rest, out value, out int length))
        {
            return false;
        }

        _rest = _rest[length..];
        return true;
    }

    public bool Read(out double value)
    {
        if (!Utf8Parser.TryParse(_rest, out value, out int length))
        {
            return false;
        }

        _rest = _rest[length..];
        return true;
    }

    public bool Read(out bool value)
    {
        value = Skip("true"u8);
        return value || Skip("false"u8);
    }

    public bool Read(out Guid value)
    {
        value = default;
        return Text(out ReadOnlySpan<byte> text) && Utf8Parser.TryParse(text, out value, out int length, 'D') && length == text.Length;
    }

    public bool Read(out DateOnly value)
    {
        value = default;
        if (!Text(out ReadOnlySpan<byte> text) || text.Length != 10 || !Date(text, out int year, out int month, out int day))
        {
            return false;
        }

        value = new(year, month, day);
        return true;
    }

    public bool Read(out TimeSpan value)
    {
        value = default;
        return Text(out ReadOnlySpan<byte> text) && Utf8Parser.TryParse(text, out value, out int length, 'c') && length == text.Length;
    }

    public bool Read(out DateTime value)
    {
        value = default;
        if (!Text(out ReadOnlySpan<byte> text) || !Time(text, out long ticks, out int length) || text.Length != length + 1 || text[length] != 'Z')
        {
            return false;
        }

        value = new(ticks, DateTimeKind.Utc);
        return true;
    }

    public bool Read(out DateTimeOffset value)
    {
        value = default;
        if (!Text(out ReadOnlySpan<byte> text) || !Time(text, out long ticks, out int length) || text.Length != length + 6 || text[length + 3] != ':'
            || !Digits(text[(length + 1)..], 2, out int hours) || !Digits(text[(length + 4)..], 2, out int minutes) || hours > 13 || minutes > 59)
        {
            return false;
        }

        TimeSpan offset = new(hours, minutes, 0);
        value = new(ticks, text[length] == '-' ? -offset : offset);
        return true;
    }

    public bool Text(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (_rest.IsEmpty || _rest[0] != '"')
        {
            return false;
        }

        int length = _rest[1..].IndexOfAny((byte)'"', (byte)'\\');
        if (length < 0 || _rest[length + 1] == '\\')
        {
            return false;
        }

        text = _rest.Slice(1, length);
        _rest = _rest[(length + 2)..];
        return true;
    }

    private static bool Date(ReadOnlySpan<byte> text, out int year, out int month, out int day)
    {
        month = day = 0;
        return Digits(text, 4, out year) && text[4] == '-' && Digits(text[5..], 2, out month) && text[7] == '-' && Digits(text[8..], 2, out day)
            && year > 0 && month is > 0 and <= 12 && day > 0 && day <= DateTime.DaysInMonth(year, month);
    }

    private static bool Time(ReadOnlySpan<byte> text, out long ticks, out int length)
    {
        ticks = 0;
        length = 19;
        if (text.Length < 19 || text[10] != 'T' || text[13] != ':' || text[16] != ':' || !Date(text, out int year, out int month, out int day)
            || !Digits(text[11..], 2, out int hour) || !Digits(text[14..], 2, out int minute) || !Digits(text[17..], 2, out int second)
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        ticks = new DateTime(year, month, day, hour, minute, second).Ticks;
        if (length < text.Length && text[length] == '.')
        {
            long unit = TimeSpan.TicksPerSecond;
            for (length++; length < text.Length && (uint)(text[length] - '0') <= 9; length++)
            {
                unit /= 10;
                ticks += unit * (text[length] - '0');
            }
        }

        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, int count, out int value)
    {
        value = 0;
        if (text.Length < count)
        {
            return false;
        }

        foreach (byte b in text[..count])
        {
            uint digit = (uint)(b - '0');
            if (digit > 9)
            {
                return false;
            }

            value = (value * 10) + (int)digit;
        }

        return true;
    }
}
