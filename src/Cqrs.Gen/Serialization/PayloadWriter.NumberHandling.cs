using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Cqrs.Gen;

/// <content>Numbers that may stand in a string, or have no JSON but a name, as <see cref="JsonNumberHandling"/> says.</content>
public sealed partial class PayloadWriter
{
    /// <summary>Appends a number, as a string if the handling says so.</summary>
    /// <param name="value">The number.</param>
    /// <param name="handling">The handling.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteSByte(sbyte value, JsonNumberHandling handling)
    {
        Quote(handling);
        WriteSByte(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteSByte(sbyte, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteByte(byte value, JsonNumberHandling handling)
    {
        Quote(handling);
        WriteByte(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteSByte(sbyte, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteInt16(short value, JsonNumberHandling handling)
    {
        Quote(handling);
        WriteInt16(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteSByte(sbyte, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteUInt16(ushort value, JsonNumberHandling handling)
    {
        Quote(handling);
        WriteUInt16(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteSByte(sbyte, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteInt32(int value, JsonNumberHandling handling)
    {
        Quote(handling);
        WriteInt32(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteSByte(sbyte, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteUInt32(uint value, JsonNumberHandling handling)
    {
        Quote(handling);
        WriteUInt32(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteSByte(sbyte, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteInt64(long value, JsonNumberHandling handling)
    {
        Quote(handling);
        WriteInt64(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteSByte(sbyte, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteUInt64(ulong value, JsonNumberHandling handling)
    {
        Quote(handling);
        WriteUInt64(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteSByte(sbyte, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteInt128(Int128 value, JsonNumberHandling handling)
    {
        Quote(handling);
        WriteInt128(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteSByte(sbyte, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteUInt128(UInt128 value, JsonNumberHandling handling)
    {
        Quote(handling);
        WriteUInt128(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteSByte(sbyte, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteDecimal(decimal value, JsonNumberHandling handling)
    {
        Quote(handling);
        WriteDecimal(value);
        Quote(handling);
    }

    /// <summary>Appends a number, as a string if the handling says so, and by its name if it has no JSON and the handling allows names or strings.</summary>
    /// <param name="value">The number.</param>
    /// <param name="handling">The handling.</param>
    /// <exception cref="System.Text.Json.JsonException">It is infinite or not a number, and the handling allows neither.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteHalf(Half value, JsonNumberHandling handling)
    {
        if (!Half.IsFinite(value) && MayName(handling))
        {
            WriteName((double)value);
            return;
        }

        Quote(handling);
        WriteHalf(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteHalf(Half, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteSingle(float value, JsonNumberHandling handling)
    {
        if (!float.IsFinite(value) && MayName(handling))
        {
            WriteName((double)value);
            return;
        }

        Quote(handling);
        WriteSingle(value);
        Quote(handling);
    }

    /// <inheritdoc cref="WriteHalf(Half, JsonNumberHandling)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteDouble(double value, JsonNumberHandling handling)
    {
        if (!double.IsFinite(value) && MayName(handling))
        {
            WriteName((double)value);
            return;
        }

        Quote(handling);
        WriteDouble(value);
        Quote(handling);
    }

    private static bool MayName(JsonNumberHandling handling) =>
        (handling & (JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowNamedFloatingPointLiterals)) != 0;

    private void Quote(JsonNumberHandling handling)
    {
        if ((handling & JsonNumberHandling.WriteAsString) != 0)
        {
            Append("\""u8);
        }
    }

    private void WriteName(double value) => Append(double.IsNaN(value) ? "\"NaN\""u8 : value > 0 ? "\"Infinity\""u8 : "\"-Infinity\""u8);
}
