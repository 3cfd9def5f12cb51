using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Specimens;

/// <summary>Ways to spoil a payload; some leave it good.</summary>
internal static class Mutation
{
    private static readonly byte[][] Tokens =
    [
        .. ((string[])
        [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "false", "0", "-", "-0", "-0.0", "1e", "1e400", "-1e400", "1e-400", "1E+2", "0.", ".5", "00", "01", "1.0",
            "9223372036854775808", "18446744073709551616", "79228162514264337593543950336", "0.00000000000000000000000000005", "\"\"", "\"$type\":\"x\",", "\"$type\":1,",
            "\"$type\":\"System.Diagnostics.Process, System\",", "\"$id\":\"1\",", "\"$ref\":\"1\",", "\"$values\":[],", "\\u0000", "\\ud800", "\\udc00", "\\ud83d\\ude00", "\\u",
            "\\x", " ", "\n", "\t", "/**/", "//", "NaN", "Infinity", "'a'",
        ]).Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] BadText = [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82], [0xef, 0xbb, 0xbf], [0x00]];

    /// <summary>Spoils a payload once or a few times.</summary>
    public static byte[] Of(byte[] payload, byte[] other, Random random)
    {
        byte[] result = payload;
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            result = Once(result, other, random);
        }

        return result;
    }

    private static byte[] Once(byte[] payload, byte[] other, Random random)
    {
        if (payload.Length == 0)
        {
            return Pick(Tokens, random);
        }

        int at = random.Next(payload.Length);
        int length = random.Next(1, Math.Min(payload.Length - at, 40) + 1);
        return random.Next(17) switch
        {
            0 => [.. payload[..at], (byte)(payload[at] ^ (1 << random.Next(8))), .. payload[(at + 1)..]],
            1 => [.. payload[..at], (byte)random.Next(256), .. payload[(at + 1)..]],
            2 => payload[..at],
            3 => [.. payload[..at], .. payload[(at + length)..]],
            4 => [.. payload[..(at + length)], .. payload[at..]],
            5 or 6 => [.. payload[..at], .. Pick(Tokens, random), .. payload[at..]],
            7 => [.. payload[..at], .. Pick(BadText, random), .. payload[at..]],
            8 => [.. payload[..at], .. other[random.Next(other.Length)..]],
            9 => Nested(payload, at, random),
            10 => LongString(payload, random),
            11 or 12 => OtherNumber(payload, random),
            13 => OtherValue(payload, random),
            14 => IfText(Rearranged, payload, random),
            15 => IfText(Repeated, payload, random),
            _ => Escaped(payload, random),
        };
    }

    private static byte[] Nested(byte[] payload, int at, Random random)
    {
        int depth = random.Next(3) == 0 ? 5_000 : random.Next(50, 80);
        string open = random.Next(2) == 0 ? "[" : "{\"a\":";
        return [.. payload[..at], .. Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, depth))), .. payload[at..]];
    }

    private static byte[] LongString(byte[] payload, Random random)
    {
        int quote = Place(payload, random, static b => b == '"');
        return quote < 0 ? payload : [.. payload[..(quote + 1)], .. Enumerable.Repeat((byte)'x', random.Next(20_000)), .. payload[(quote + 1)..]];
    }

    private static byte[] OtherNumber(byte[] payload, Random random)
    {
        int digit = Place(payload, random, static b => b is >= (byte)'0' and <= (byte)'9');
        if (digit < 0)
        {
            return payload;
        }

        string number = random.Next(6) switch
        {
            0 => new string('9', random.Next(1, 5_000)),
            1 => "1e" + random.Next(-500, 500).ToString(CultureInfo.InvariantCulture),
            2 => "1e" + new string('9', random.Next(1, 50)),
            3 => "0." + new string('0', random.Next(60)) + "1",
            4 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
            _ => random.Next(1_000).ToString(CultureInfo.InvariantCulture) + "." + new string('0', random.Next(40)),
        };
        return [.. payload[..digit], .. Encoding.UTF8.GetBytes(number), .. payload[(digit + random.Next(2))..]];
    }

    // A member's value or an item gives way to one of another kind.
    private static byte[] OtherValue(byte[] payload, Random random)
    {
        int colon = Place(payload, random, static b => b is (byte)':' or (byte)'[' or (byte)',');
        int end = colon < 0 ? -1 : payload.AsSpan(colon + 1).IndexOfAny((byte)',', (byte)'}', (byte)']');
        return end < 0 ? payload : [.. payload[..(colon + 1)], .. Pick(Tokens, random), .. payload[(colon + 1 + end)..]];
    }

    // What is no text inside a string is found out only when the string is needed.
    private static byte[] IfText(Func<byte[], Random, byte[]> spoil, byte[] payload, Random random)
    {
        try
        {
            return spoil(payload, random);
        }
        catch (InvalidOperationException)
        {
            return payload;
        }
    }

    private static byte[] Rearranged(byte[] payload, Random random)
    {
        if (Parse(payload) is not JsonObject source)
        {
            return payload;
        }

        KeyValuePair<string, JsonNode?>[] members = [.. source.Select(static m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))];
        random.Shuffle(members);
        JsonObject result = new(members.Take(members.Length - (random.Next(4) == 0 ? 1 : 0)));
        return Encoding.UTF8.GetBytes(random.Next(2) == 0 ? result.ToString() : result.ToJsonString());
    }

    private static byte[] Repeated(byte[] payload, Random random)
    {
        if (Parse(payload) is not JsonObject source || source.Count == 0)
        {
            return payload;
        }

        (string name, JsonNode? value) = source.GetAt(random.Next(source.Count));
        string member = $"{JsonValue.Create(name).ToJsonString()}:{value?.ToJsonString() ?? "null"}";
        return [.. payload[..^1], .. Encoding.UTF8.GetBytes("," + member + "}")];
    }

    private static byte[] Escaped(byte[] payload, Random random)
    {
        int letter = Place(payload, random, static b => b is >= (byte)'a' and <= (byte)'z');
        return letter < 0 ? payload : [.. payload[..letter], .. Encoding.UTF8.GetBytes($"\\u{(int)payload[letter]:x4}"), .. payload[(letter + 1)..]];
    }

    private static JsonNode? Parse(byte[] payload)
    {
        try
        {
            return JsonNode.Parse(payload, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int Place(byte[] payload, Random random, Predicate<byte> wanted)
    {
        int found = Array.FindIndex(payload, random.Next(payload.Length), wanted);
        return found >= 0 ? found : Array.FindIndex(payload, wanted);
    }

    private static byte[] Pick(byte[][] choices, Random random) => choices[random.Next(choices.Length)];
}
