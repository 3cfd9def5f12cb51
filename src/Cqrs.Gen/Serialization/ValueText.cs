using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Cqrs.Gen;

/// <summary>Parses what has a text form but is no number or date: as System.Text.Json does, from UTF-8 without escapes.</summary>
internal static class ValueText
{
    private const int GuidLength = 36;
    private const int LongestTimeSpan = 26;
    private const int LongestTimeOnly = 16;
    private const int LongestVersion = 43;

    private static readonly SearchValues<byte> VersionCharacters = SearchValues.Create("0123456789."u8);

    public static bool TryParse(ReadOnlySpan<byte> text, out bool value) => Utf8Parser.TryParse(text, out value, out int used) && used == text.Length;

    public static bool TryParse(ReadOnlySpan<byte> text, out char value)
    {
        bool isOne = Rune.DecodeFromUtf8(text, out Rune rune, out int used) == OperationStatus.Done && used == text.Length && rune.IsBmp;
        value = isOne ? (char)rune.Value : '\0';
        return isOne;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out byte[] value)
    {
        int padding = text.EndsWith("=="u8) ? 2 : text.EndsWith("="u8) ? 1 : 0;
        int length = (Base64.GetMaxDecodedFromUtf8Length(text.Length) - padding) is > 0 and int likely ? likely : 0;
        value = length == 0 ? [] : new byte[length];
        if (Base64.DecodeFromUtf8(text, value, out int used, out int written) != OperationStatus.Done || used != text.Length)
        {
            return false;
        }

        // White space between the characters, which is allowed, makes it shorter.
        value = written == length ? value : value[..written];
        return true;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out Guid value)
    {
        value = default;
        return text.Length == GuidLength && Utf8Parser.TryParse(text, out value, out int used, 'D') && used == GuidLength;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out TimeSpan value)
    {
        // The parser would pass over leading white space.
        value = default;
        return text.Length is > 0 and <= LongestTimeSpan && text[0] is (byte)'-' or (>= (byte)'0' and <= (byte)'9')
            && Utf8Parser.TryParse(text, out value, out int used, 'c') && used == text.Length;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        // The parser would take a sign and days too: no colon then stands behind the first digits.
        value = default;
        int colon = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (colon <= 0 || text[colon] != ':' || text.Length > LongestTimeOnly
            || !Utf8Parser.TryParse(text, out TimeSpan span, out int used, 'c') || used != text.Length)
        {
            return false;
        }

        value = TimeOnly.FromTimeSpan(span);
        return true;
    }

    public static bool TryParse(ReadOnlySpan<byte> text, out Version? value)
    {
        // The parser would pass over white space and signs, and so read what was never written.
        value = null;
        return text.Length is > 0 and <= LongestVersion && !text.ContainsAnyExcept(VersionCharacters) && Version.TryParse(text, out value);
    }
}
