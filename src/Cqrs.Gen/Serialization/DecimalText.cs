using System.Globalization;

namespace Cqrs.Gen;

/// <summary>Tells whether the text of a number is held by a decimal without rounding.</summary>
internal static class DecimalText
{
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
