using System.Text.Json;

namespace Cqrs.Gen;

/// <content>Numbers.</content>
public static partial class JsonValues
{
    /// <summary>Reads an integer.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It isn't one that fits.</exception>
    public static sbyte ReadSByte(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && reader.TryGetSByte(out sbyte value) ? value : throw NotInteger(ref reader, sbyte.MinValue, sbyte.MaxValue);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader)"/>
    public static byte ReadByte(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && reader.TryGetByte(out byte value) ? value : throw NotInteger(ref reader, byte.MinValue, byte.MaxValue);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader)"/>
    public static short ReadInt16(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && reader.TryGetInt16(out short value) ? value : throw NotInteger(ref reader, short.MinValue, short.MaxValue);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader)"/>
    public static ushort ReadUInt16(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && reader.TryGetUInt16(out ushort value) ? value : throw NotInteger(ref reader, ushort.MinValue, ushort.MaxValue);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader)"/>
    public static int ReadInt32(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && reader.TryGetInt32(out int value) ? value : throw NotInteger(ref reader, int.MinValue, int.MaxValue);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader)"/>
    public static uint ReadUInt32(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && reader.TryGetUInt32(out uint value) ? value : throw NotInteger(ref reader, uint.MinValue, uint.MaxValue);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader)"/>
    public static long ReadInt64(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && reader.TryGetInt64(out long value) ? value : throw NotInteger(ref reader, long.MinValue, long.MaxValue);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader)"/>
    public static ulong ReadUInt64(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && reader.TryGetUInt64(out ulong value) ? value : throw NotInteger(ref reader, ulong.MinValue, ulong.MaxValue);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader)"/>
    public static Int128 ReadInt128(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && NumberText.TryParse(Utf8Of(ref reader), out Int128 value) ? value : throw NotInteger(ref reader, Int128.MinValue, Int128.MaxValue);

    /// <inheritdoc cref="ReadSByte(ref Utf8JsonReader)"/>
    public static UInt128 ReadUInt128(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && NumberText.TryParse(Utf8Of(ref reader), out UInt128 value) ? value : throw NotInteger(ref reader, UInt128.MinValue, UInt128.MaxValue);

    /// <summary>Reads a number; one too large to be held is refused, never read as infinity.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It isn't one that fits.</exception>
    public static Half ReadHalf(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && NumberText.TryParse(Utf8Of(ref reader), out Half value) ? value : throw NotHeld(ref reader, "a number that a Half holds");

    /// <inheritdoc cref="ReadHalf(ref Utf8JsonReader)"/>
    public static float ReadSingle(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && NumberText.TryParse(Utf8Of(ref reader), out float value) ? value : throw NotHeld(ref reader, "a number that a Single holds");

    /// <inheritdoc cref="ReadHalf(ref Utf8JsonReader)"/>
    public static double ReadDouble(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && NumberText.TryParse(Utf8Of(ref reader), out double value) ? value : throw NotHeld(ref reader, "a number that a Double holds");

    /// <summary>Reads a decimal number; one with more digits than a decimal holds is refused, never rounded.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <exception cref="JsonException">It isn't one that is held exactly.</exception>
    public static decimal ReadDecimal(ref Utf8JsonReader reader) =>
        IsNumber(ref reader) && NumberText.TryParse(Utf8Of(ref reader), out decimal value)
            ? value
            : throw NotHeld(ref reader, "a number that a Decimal holds exactly");

    private static JsonFault NotHeld(ref Utf8JsonReader reader, string expected) => JsonFault.Expected(ref reader, JsonTokenType.Number, expected);

    private static bool IsNumber(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number;

    private static JsonFault NotInteger<T>(ref Utf8JsonReader reader, T least, T greatest)
        where T : struct, IFormattable =>
        JsonFault.Expected(ref reader, JsonTokenType.Number, FormattableString.Invariant($"an integer from {least} to {greatest}"));

}
