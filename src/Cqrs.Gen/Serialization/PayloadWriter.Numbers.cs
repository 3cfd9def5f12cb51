using System.Buffers.Text;
using System.ComponentModel;
using System.Globalization;

namespace Cqrs.Gen;

/// <content>Numbers.</content>
public sealed partial class PayloadWriter
{
    private const int LongestInteger = 20;
    private const int LongestInteger128 = 40;
    private const int LongestDecimal = 32;

    /// <summary>Appends an integer.</summary>
    /// <param name="value">The integer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteSByte(sbyte value)
    {
        Reserve(LongestInteger);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_written), out int length);
        _written += length;
    }

    /// <summary>Appends an integer.</summary>
    /// <param name="value">The integer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteByte(byte value)
    {
        Reserve(LongestInteger);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_written), out int length);
        _written += length;
    }

    /// <summary>Appends an integer.</summary>
    /// <param name="value">The integer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteInt16(short value)
    {
        Reserve(LongestInteger);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_written), out int length);
        _written += length;
    }

    /// <summary>Appends an integer.</summary>
    /// <param name="value">The integer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteUInt16(ushort value)
    {
        Reserve(LongestInteger);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_written), out int length);
        _written += length;
    }

    /// <summary>Appends an integer.</summary>
    /// <param name="value">The integer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteInt32(int value)
    {
        Reserve(LongestInteger);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_written), out int length);
        _written += length;
    }

    /// <summary>Appends an integer.</summary>
    /// <param name="value">The integer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteUInt32(uint value)
    {
        Reserve(LongestInteger);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_written), out int length);
        _written += length;
    }

    /// <summary>Appends an integer.</summary>
    /// <param name="value">The integer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteInt64(long value)
    {
        Reserve(LongestInteger);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_written), out int length);
        _written += length;
    }

    /// <summary>Appends an integer.</summary>
    /// <param name="value">The integer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteUInt64(ulong value)
    {
        Reserve(LongestInteger);
        Utf8Formatter.TryFormat(value, _buffer.AsSpan(_written), out int length);
        _written += length;
    }

    /// <summary>Appends an integer.</summary>
    /// <param name="value">The integer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteInt128(Int128 value)
    {
        Reserve(LongestInteger128);
        value.TryFormat(_buffer.AsSpan(_written), out int length, provider: CultureInfo.InvariantCulture);
        _written += length;
    }

    /// <summary>Appends an integer.</summary>
    /// <param name="value">The integer.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteUInt128(UInt128 value)
    {
        Reserve(LongestInteger128);
        value.TryFormat(_buffer.AsSpan(_written), out int length, provider: CultureInfo.InvariantCulture);
        _written += length;
    }

    /// <summary>Appends a decimal number with all its digits, also zeros at its end.</summary>
    /// <param name="value">The number.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteDecimal(decimal value)
    {
        Reserve(LongestDecimal);
        _written += DecimalText.Format(value, _buffer.AsSpan(_written));
    }

    /// <summary>Appends a number in the fewest digits that stand for it alone.</summary>
    /// <param name="value">The number.</param>
    /// <exception cref="System.Text.Json.JsonException">It is infinite or not a number.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteHalf(Half value)
    {
        Reserve(LongestDecimal);
        (Half.IsFinite(value) ? value : throw NotFinite()).TryFormat(_buffer.AsSpan(_written), out int length, provider: CultureInfo.InvariantCulture);
        _written += length;
    }

    /// <inheritdoc cref="WriteHalf(Half)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteSingle(float value)
    {
        Reserve(LongestDecimal);
        (float.IsFinite(value) ? value : throw NotFinite()).TryFormat(_buffer.AsSpan(_written), out int length, provider: CultureInfo.InvariantCulture);
        _written += length;
    }

    /// <inheritdoc cref="WriteHalf(Half)"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteDouble(double value)
    {
        Reserve(LongestDecimal);
        (double.IsFinite(value) ? value : throw NotFinite()).TryFormat(_buffer.AsSpan(_written), out int length, provider: CultureInfo.InvariantCulture);
        _written += length;
    }

    private static JsonFault NotFinite() => new("The number is infinite or not a number, which JSON can't hold.", 0);
}
