using System.ComponentModel;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>
/// The keys of dictionaries, which are names of JSON members, for generated code. Each method reads the key at the reader, strictly, and moves to its value.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonKeys
{
    /// <summary>Reads a key and moves to its value.</summary>
    /// <param name="reader">The reader, at the key.</param>
    /// <exception cref="JsonException">The key is no valid Unicode.</exception>
    public static string ReadString(ref Utf8JsonReader reader)
    {
        string key = JsonValues.ReadText(ref reader);
        reader.Read();
        return key;
    }

    /// <summary>Reads a key and moves to its value.</summary>
    /// <param name="reader">The reader, at the key.</param>
    /// <exception cref="JsonException">The key is not of the type, or would be altered by it.</exception>
    public static Uri ReadUri(ref Utf8JsonReader reader) =>
        Next(ref reader, Uri.TryCreate(JsonValues.ReadText(ref reader), UriKind.RelativeOrAbsolute, out Uri? key), key!, "a URI");

    /// <inheritdoc cref="ReadUri"/>
    public static bool ReadBoolean(ref Utf8JsonReader reader) =>
        Next(ref reader, ValueText.TryParse(JsonValues.Utf8Of(ref reader), out bool key), key, "a Boolean");

    /// <inheritdoc cref="ReadUri"/>
    public static sbyte ReadSByte(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out sbyte key), key, "an integer that fits");

    /// <inheritdoc cref="ReadUri"/>
    public static byte ReadByte(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out byte key), key, "an integer that fits");

    /// <inheritdoc cref="ReadUri"/>
    public static short ReadInt16(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out short key), key, "an integer that fits");

    /// <inheritdoc cref="ReadUri"/>
    public static ushort ReadUInt16(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out ushort key), key, "an integer that fits");

    /// <inheritdoc cref="ReadUri"/>
    public static int ReadInt32(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out int key), key, "an integer that fits");

    /// <inheritdoc cref="ReadUri"/>
    public static uint ReadUInt32(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out uint key), key, "an integer that fits");

    /// <inheritdoc cref="ReadUri"/>
    public static long ReadInt64(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out long key), key, "an integer that fits");

    /// <inheritdoc cref="ReadUri"/>
    public static ulong ReadUInt64(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out ulong key), key, "an integer that fits");

    /// <inheritdoc cref="ReadUri"/>
    public static Int128 ReadInt128(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out Int128 key), key, "an integer that fits");

    /// <inheritdoc cref="ReadUri"/>
    public static UInt128 ReadUInt128(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out UInt128 key), key, "an integer that fits");

    /// <inheritdoc cref="ReadUri"/>
    public static Half ReadHalf(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out Half key), key, "a number that a Half holds");

    /// <inheritdoc cref="ReadUri"/>
    public static float ReadSingle(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out float key), key, "a number that a Single holds");

    /// <inheritdoc cref="ReadUri"/>
    public static double ReadDouble(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out double key), key, "a number that a Double holds");

    /// <inheritdoc cref="ReadUri"/>
    public static decimal ReadDecimal(ref Utf8JsonReader reader) =>
        Next(ref reader, NumberText.TryParse(JsonValues.Utf8Of(ref reader), out decimal key), key, "a number that a Decimal holds exactly");

    /// <inheritdoc cref="ReadUri"/>
    public static char ReadChar(ref Utf8JsonReader reader) =>
        Next(ref reader, ValueText.TryParse(JsonValues.Utf8Of(ref reader), out char key), key, "one character");

    /// <inheritdoc cref="ReadUri"/>
    public static Guid ReadGuid(ref Utf8JsonReader reader) =>
        Next(ref reader, ValueText.TryParse(JsonValues.Utf8Of(ref reader), out Guid key), key, "a GUID with hyphens");

    /// <inheritdoc cref="ReadUri"/>
    public static DateTime ReadDateTime(ref Utf8JsonReader reader) =>
        Next(ref reader, MomentText.TryParse(JsonValues.Utf8Of(ref reader), out DateTime key), key, "a date and time in ISO 8601");

    /// <inheritdoc cref="ReadUri"/>
    public static DateTimeOffset ReadDateTimeOffset(ref Utf8JsonReader reader) =>
        Next(ref reader, MomentText.TryParse(JsonValues.Utf8Of(ref reader), out DateTimeOffset key), key, "a date and time in ISO 8601");

    /// <inheritdoc cref="ReadUri"/>
    public static DateOnly ReadDateOnly(ref Utf8JsonReader reader) =>
        Next(ref reader, MomentText.TryParse(JsonValues.Utf8Of(ref reader), out DateOnly key), key, "a date such as 2026-01-31");

    /// <inheritdoc cref="ReadUri"/>
    public static TimeOnly ReadTimeOnly(ref Utf8JsonReader reader) =>
        Next(ref reader, ValueText.TryParse(JsonValues.Utf8Of(ref reader), out TimeOnly key), key, "a time of day such as 13:05:59");

    /// <inheritdoc cref="ReadUri"/>
    public static TimeSpan ReadTimeSpan(ref Utf8JsonReader reader) =>
        Next(ref reader, ValueText.TryParse(JsonValues.Utf8Of(ref reader), out TimeSpan key), key, "a span of time such as 1.13:05:59");

    /// <inheritdoc cref="ReadUri"/>
    public static Version ReadVersion(ref Utf8JsonReader reader) =>
        Next(ref reader, ValueText.TryParse(JsonValues.Utf8Of(ref reader), out Version? key), key!, "a version such as 1.2.3");

    private static T Next<T>(ref Utf8JsonReader reader, bool isRead, T key, string expected)
    {
        if (!isRead)
        {
            throw new JsonFault($"The key is not {expected}.", reader.TokenStartIndex);
        }

        reader.Read();
        return key;
    }
}
