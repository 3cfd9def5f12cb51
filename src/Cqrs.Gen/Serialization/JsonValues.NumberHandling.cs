using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cqrs.Gen;

/// <content>Numbers that may stand in a string, or have no JSON but a name, as <see cref="JsonNumberHandling"/> says.</content>
public static partial class JsonValues
{
    /// <summary>Reads an integer; from a string too if the handling says so.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <param name="handling">The handling.</param>
    /// <exception cref="JsonException">It isn't one that fits.</exception>
    public static sbyte ReadSByte(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        IsQuoted(ref reader, handling) ? ReadQuoted<sbyte>(ref reader) : ReadSByte(ref reader);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader, JsonNumberHandling)"/>
    public static byte ReadByte(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        IsQuoted(ref reader, handling) ? ReadQuoted<byte>(ref reader) : ReadByte(ref reader);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader, JsonNumberHandling)"/>
    public static short ReadInt16(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        IsQuoted(ref reader, handling) ? ReadQuoted<short>(ref reader) : ReadInt16(ref reader);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader, JsonNumberHandling)"/>
    public static ushort ReadUInt16(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        IsQuoted(ref reader, handling) ? ReadQuoted<ushort>(ref reader) : ReadUInt16(ref reader);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader, JsonNumberHandling)"/>
    public static int ReadInt32(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        IsQuoted(ref reader, handling) ? ReadQuoted<int>(ref reader) : ReadInt32(ref reader);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader, JsonNumberHandling)"/>
    public static uint ReadUInt32(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        IsQuoted(ref reader, handling) ? ReadQuoted<uint>(ref reader) : ReadUInt32(ref reader);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader, JsonNumberHandling)"/>
    public static long ReadInt64(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        IsQuoted(ref reader, handling) ? ReadQuoted<long>(ref reader) : ReadInt64(ref reader);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader, JsonNumberHandling)"/>
    public static ulong ReadUInt64(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        IsQuoted(ref reader, handling) ? ReadQuoted<ulong>(ref reader) : ReadUInt64(ref reader);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader, JsonNumberHandling)"/>
    public static Int128 ReadInt128(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        IsQuoted(ref reader, handling) ? ReadQuoted<Int128>(ref reader) : ReadInt128(ref reader);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader, JsonNumberHandling)"/>
    public static UInt128 ReadUInt128(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        IsQuoted(ref reader, handling) ? ReadQuoted<UInt128>(ref reader) : ReadUInt128(ref reader);

    /// <summary>Reads a decimal number that is held exactly; from a string too if the handling says so.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <param name="handling">The handling.</param>
    /// <exception cref="JsonException">It isn't one.</exception>
    public static decimal ReadDecimal(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        !IsQuoted(ref reader, handling) ? ReadDecimal(ref reader)
        : NumberText.TryParse(Utf8Of(ref reader), out decimal value) ? value
        : throw NotHeld(ref reader, "a number that a Decimal holds exactly");

    /// <summary>Reads a number; if the handling says so, from a string too, and from one of the names NaN, Infinity and -Infinity.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <param name="handling">The handling.</param>
    /// <exception cref="JsonException">It isn't one that fits.</exception>
    public static Half ReadHalf(ref Utf8JsonReader reader, JsonNumberHandling handling)
    {
        if (IsNamed(ref reader, handling, out double name))
        {
            return (Half)name;
        }

        return !IsQuoted(ref reader, handling) ? ReadHalf(ref reader)
            : NumberText.TryParse(Utf8Of(ref reader), out Half value) ? value
            : throw NotHeld(ref reader, "a number that a Half holds");
    }

    /// <inheritdoc cref="ReadHalf(ref Utf8JsonReader, JsonNumberHandling)"/>
    public static float ReadSingle(ref Utf8JsonReader reader, JsonNumberHandling handling)
    {
        if (IsNamed(ref reader, handling, out double name))
        {
            return (float)name;
        }

        return !IsQuoted(ref reader, handling) ? ReadSingle(ref reader)
            : NumberText.TryParse(Utf8Of(ref reader), out float value) ? value
            : throw NotHeld(ref reader, "a number that a Single holds");
    }

    /// <inheritdoc cref="ReadHalf(ref Utf8JsonReader, JsonNumberHandling)"/>
    public static double ReadDouble(ref Utf8JsonReader reader, JsonNumberHandling handling)
    {
        if (IsNamed(ref reader, handling, out double name))
        {
            return (double)name;
        }

        return !IsQuoted(ref reader, handling) ? ReadDouble(ref reader)
            : NumberText.TryParse(Utf8Of(ref reader), out double value) ? value
            : throw NotHeld(ref reader, "a number that a Double holds");
    }

    private static bool IsQuoted(ref Utf8JsonReader reader, JsonNumberHandling handling) =>
        (handling & JsonNumberHandling.AllowReadingFromString) != 0 && IsString(ref reader);

    // System.Text.Json takes the names wherever it takes numbers in strings.
    private static bool IsNamed(ref Utf8JsonReader reader, JsonNumberHandling handling, out double value)
    {
        value = 0;
        return (handling & (JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals)) != 0
            && IsString(ref reader)
            && NumberText.TryParseName(Utf8Of(ref reader), out value);
    }

    private static T ReadQuoted<T>(ref Utf8JsonReader reader)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> =>
        NumberText.TryParse(Utf8Of(ref reader), out T value) ? value : throw NotInteger(ref reader, T.MinValue, T.MaxValue);
}
