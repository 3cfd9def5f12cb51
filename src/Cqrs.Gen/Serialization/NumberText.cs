using System.Buffers.Text;
using System.Globalization;
using System.Numerics;

namespace Cqrs.Gen;

/// <summary>Parses numbers from the text of a JSON number, of a string or of a dictionary's key; one that would be rounded to infinity or lose digits fails.</summary>
internal static class NumberText
{
    // Integers up to these bounds, and powers of ten up to these exponents, are held exactly; so their quotient is rounded once, as it must be.
    private const ulong GreatestExactSingle = 1 << 24;
    private const ulong GreatestExactDouble = 1UL << 53;

    private static ReadOnlySpan<float> SinglePowers => [1e0f, 1e1f, 1e2f, 1e3f, 1e4f, 1e5f, 1e6f, 1e7f, 1e8f, 1e9f, 1e10f];

    private static ReadOnlySpan<double> DoublePowers =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>The length of the JSON number at the start of some JSON; 0 if none stands there.</summary>
    public static int LengthAt(ReadOnlySpan<byte> json)
    {
        int at = json.StartsWith("-"u8) ? 1 : 0;
        if (at < json.Length && json[at] == '0')
        {
            at++; // no leading zeros: behind one, the whole part has ended
        }
        else if (!SkipDigits(json, ref at))
        {
            return 0;
        }

        if (at < json.Length && json[at] == '.')
        {
            at++;
            if (!SkipDigits(json, ref at))
            {
                return 0;
            }
        }

        if (at < json.Length && json[at] is (byte)'e' or (byte)'E')
        {
            at++;
            at += at < json.Length && json[at] is (byte)'+' or (byte)'-' ? 1 : 0;
            if (!SkipDigits(json, ref at))
            {
                return 0;
            }
        }

        return at;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        if (TryParse(text, out bool isNegative, out ulong digits, out int scale) && digits <= GreatestExactDouble)
        {
            value = digits / DoublePowers[scale];
            value = isNegative ? -value : value;
            return true;
        }

        return Utf8Parser.TryParse(text, out value, out int used) && used == text.Length && double.IsFinite(value);
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out float value)
    {
        if (TryParse(text, out bool isNegative, out ulong digits, out int scale) && digits <= GreatestExactSingle && scale < SinglePowers.Length)
        {
            value = digits / SinglePowers[scale];
            value = isNegative ? -value : value;
            return true;
        }

        return Utf8Parser.TryParse(text, out value, out int used) && used == text.Length && float.IsFinite(value);
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out Half value) =>
        Half.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out value)
        && Half.IsFinite(value)
        && !EndsInNothing(text);

    public static bool TryParse(ReadOnlySpan<byte> text, out decimal value)
    {
        // Zero has a sign that is not in its digits.
        if (TryParse(text, out bool isNegative, out ulong digits, out int scale) && !(isNegative && digits == 0))
        {
            value = new((int)digits, (int)(digits >> 32), 0, isNegative, (byte)scale);
            return true;
        }

        return Utf8Parser.TryParse(text, out value, out int used) && used == text.Length && DecimalText.IsExact(text, value);
    }

    /// <summary>The numbers that have no JSON, by the names that System.Text.Json gives them.</summary>
    public static bool TryParseName(ReadOnlySpan<byte> text, out double value)
    {
        value = text.SequenceEqual("NaN"u8) ? double.NaN
            : text.SequenceEqual("Infinity"u8) ? double.PositiveInfinity
            : text.SequenceEqual("-Infinity"u8) ? double.NegativeInfinity
            : 0;
        return value != 0;
    }

    public static bool TryParse<T>(ReadOnlySpan<byte> text, out T value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        // What is never negative has no sign, not even on zero.
        value = default;
        return (T.IsNegative(T.MinValue) || !(text.StartsWith("-"u8) || text.StartsWith("+"u8)))
            && T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value)
            && !EndsInNothing(text);
    }

    // The framework's parsers pass over NUL characters at the end.
    private static bool EndsInNothing(ReadOnlySpan<byte> text) => text.EndsWith("\0"u8);

    // A number of at most 19 digits, which 64 bits hold, without an exponent.
    private static bool TryParse(ReadOnlySpan<byte> text, out bool isNegative, out ulong digits, out int scale)
    {
        isNegative = text.StartsWith("-"u8);
        digits = 0;
        scale = 0;
        int first = isNegative ? 1 : 0;
        int point = -1;
        if (text.Length - first > 20)
        {
            return false;
        }

        for (int i = first; i < text.Length; i++)
        {
            uint digit = (uint)text[i] - '0';
            if (digit <= 9)
            {
                digits = (digits * 10) + digit;
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        scale = point < 0 ? 0 : text.Length - point - 1;
        int whole = (point < 0 ? text.Length : point) - first;
        return whole > 0 && whole + scale <= 19 && (point < 0 || scale > 0);
    }

    private static bool SkipDigits(ReadOnlySpan<byte> json, ref int at)
    {
        int start = at;
        while (at < json.Length && (uint)(json[at] - '0') <= 9)
        {
            at++;
        }

        return at > start;
    }
}
