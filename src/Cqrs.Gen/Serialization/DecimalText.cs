using System.Buffers.Text;
using System.Globalization;

namespace Cqrs.Gen;

/// <summary>Writes decimals with all their digits, and tells whether the text of a number is held by a decimal without rounding.</summary>
internal static class DecimalText
{
    /// <summary>Formats a decimal as the framework does: its digits, also zeros at the end; zero has no sign.</summary>
    /// <param name="value">The decimal.</param>
    /// <param name="target">At least 31 bytes.</param>
    /// <returns>The number of bytes.</returns>
    public static int Format(decimal value, Span<byte> target)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        if (bits[2] != 0)
        {
            Utf8Formatter.TryFormat(value, target, out int written);
            return written;
        }

        ulong digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        int scale = (bits[3] >> 16) & 0xFF;
        int sign = bits[3] < 0 && digits != 0 ? 1 : 0;
        target[0] = (byte)'-';
        return sign + Format(digits, scale, target[sign..]);
    }

    private static int Format(ulong digits, int scale, Span<byte> target)
    {
        if (scale == 0)
        {
            Utf8Formatter.TryFormat(digits, target, out int length);
            return length;
        }

        // The digits are put one place further; those before the point are moved back.
        Utf8Formatter.TryFormat(digits, target[1..], out int count);
        int whole = count - scale;
        if (whole > 0)
        {
            target.Slice(1, whole).CopyTo(target);
            target[whole] = (byte)'.';
            return count + 1;
        }

        target.Slice(1, count).CopyTo(target[(2 - whole)..]);
        target[..(2 - whole)].Fill((byte)'0');
        target[1] = (byte)'.';
        return scale + 2;
    }

    /// <param name="text">A JSON number.</param>
    /// <param name="value">The decimal that the framework parsed it to, rounded perhaps.</param>
    public static bool IsExact(ReadOnlySpan<byte> text, decimal value)
    {
        // So few characters are so few digits that nothing can be rounded, unless there is an exponent.
        if (text.Length <= 28 && text.IndexOfAny((byte)'e', (byte)'E') < 0)
        {
            return true;
        }

        Span<byte> written = stackalloc byte[32];
        return value.TryFormat(written, out int length, "G29", CultureInfo.InvariantCulture)
            && SameValue(text, written[..length]);
    }

    private static bool SameValue(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Digits a = new(left);
        Digits b = new(right);
        if (a.Exponent != b.Exponent)
        {
            return a.IsZero && b.IsZero;
        }

        while (a.MoveNext(out byte digit))
        {
            if (!b.MoveNext(out byte other) || digit != other)
            {
                return false;
            }
        }

        return !b.MoveNext(out _);
    }

    /// <summary>The significant digits of a number, and the power of ten of the first of them.</summary>
    private ref struct Digits
    {
        private ReadOnlySpan<byte> _rest;

        public Digits(ReadOnlySpan<byte> number)
        {
            int e = number.IndexOfAny((byte)'e', (byte)'E');
            long exponent = e < 0 ? 0 : ParseExponent(number[(e + 1)..]);
            ReadOnlySpan<byte> mantissa = (e < 0 ? number : number[..e]).TrimStart((byte)'-');
            int point = mantissa.IndexOf((byte)'.');
            int whole = point < 0 ? mantissa.Length : point;
            int first = mantissa.IndexOfAnyInRange((byte)'1', (byte)'9');
            IsZero = first < 0;
            Exponent = IsZero ? 0 : exponent + whole - first + (first > whole ? 1 : 0);
            int last = mantissa.LastIndexOfAnyInRange((byte)'1', (byte)'9');
            _rest = IsZero ? default : mantissa[first..(last + 1)];
        }

        public bool IsZero { get; }

        public long Exponent { get; }

        public bool MoveNext(out byte digit)
        {
            if (!_rest.IsEmpty && _rest[0] == (byte)'.')
            {
                _rest = _rest[1..];
            }

            if (_rest.IsEmpty)
            {
                digit = 0;
                return false;
            }

            digit = _rest[0];
            _rest = _rest[1..];
            return true;
        }

        // An exponent beyond these bounds belongs to no decimal but zero, so it need not be known exactly.
        private static long ParseExponent(ReadOnlySpan<byte> text) =>
            long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long exponent)
                ? Math.Clamp(exponent, int.MinValue, int.MaxValue)
                : int.MaxValue;
    }
}
