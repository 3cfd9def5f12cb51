namespace Cqrs.Gen;

/// <content>Numbers.</content>
public ref partial struct PayloadScanner
{
    // So many digits are held by 64 bits, whatever they are.
    private const int SafeDigits = 19;

    /// <summary>Takes an integer that the type holds.</summary>
    /// <param name="value">The integer.</param>
    public bool ReadInt32(out int value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((int)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32(out int)"/>
    public bool ReadSByte(out sbyte value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((sbyte)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32(out int)"/>
    public bool ReadByte(out byte value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((byte)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32(out int)"/>
    public bool ReadInt16(out short value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((short)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32(out int)"/>
    public bool ReadUInt16(out ushort value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((ushort)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32(out int)"/>
    public bool ReadUInt32(out uint value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((uint)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32(out int)"/>
    public bool ReadInt64(out long value)
    {
        int at = _at;
        bool isNegative = SkipSign(ref at);
        int digits = Digits(ref at, out ulong number);
        value = isNegative ? unchecked(-(long)number) : (long)number;

        // Zero with a sign is left to the general reader.
        if (digits is 0 or > SafeDigits || number > long.MaxValue + (isNegative ? 1UL : 0) || (isNegative && number == 0))
        {
            return false;
        }

        _at = at;
        return true;
    }

    /// <inheritdoc cref="ReadInt32(out int)"/>
    public bool ReadUInt64(out ulong value)
    {
        int at = _at;
        int digits = Digits(ref at, out value);

        // Of 20 digits those fit that begin with 1 and did not wrap around.
        if (digits is 0 or > SafeDigits + 1 || (digits > SafeDigits && (_json[_at] != '1' || value < 10_000_000_000_000_000_000)))
        {
            return false;
        }

        _at = at;
        return true;
    }

    /// <inheritdoc cref="ReadInt32(out int)"/>
    public bool ReadInt128(out Int128 value) => NumberText.TryParse(TakeNumber(), out value);

    /// <inheritdoc cref="ReadInt32(out int)"/>
    public bool ReadUInt128(out UInt128 value) => NumberText.TryParse(TakeNumber(), out value);

    /// <summary>Takes a number that the type holds, rounded to its nearest value.</summary>
    /// <param name="value">The number.</param>
    public bool ReadHalf(out Half value) => NumberText.TryParse(TakeNumber(), out value);

    /// <inheritdoc cref="ReadHalf(out Half)"/>
    public bool ReadSingle(out float value) => NumberText.TryParse(TakeNumber(), out value);

    /// <inheritdoc cref="ReadHalf(out Half)"/>
    public bool ReadDouble(out double value) => NumberText.TryParse(TakeNumber(), out value);

    /// <summary>Takes a decimal number that is held exactly; trailing zeros count as they are written.</summary>
    /// <param name="value">The number.</param>
    public bool ReadDecimal(out decimal value)
    {
        int at = _at;
        bool isNegative = SkipSign(ref at);
        int digits = Digits(ref at, out ulong number);
        int scale = 0;
        if (at < _json.Length && _json[at] == '.')
        {
            // More than 19 digits are left to the parser below; that the number wraps around before does not matter.
            int start = ++at;
            while (at < _json.Length && (uint)(_json[at] - '0') <= 9)
            {
                number = (number * 10) + (uint)(_json[at++] - '0');
            }

            scale = at - start;
            digits = digits == 0 || scale == 0 ? 0 : digits + scale;
        }

        // Zero has a sign that is not in its digits.
        if (digits is 0 or > SafeDigits || (isNegative && number == 0) || (at < _json.Length && _json[at] is (byte)'e' or (byte)'E'))
        {
            return NumberText.TryParse(TakeNumber(), out value);
        }

        value = new((int)number, (int)(number >> 32), 0, isNegative, (byte)scale);
        _at = at;
        return true;
    }

    private ReadOnlySpan<byte> TakeNumber()
    {
        int length = NumberText.LengthAt(_json[_at..]);
        _at += length;
        return _json.Slice(_at - length, length);
    }

    private readonly bool SkipSign(ref int at)
    {
        bool isNegative = at < _json.Length && _json[at] == '-';
        at += isNegative ? 1 : 0;
        return isNegative;
    }

    // JSON has no leading zeros: behind one, the number has ended.
    private readonly int Digits(ref int at, out ulong number)
    {
        number = 0;
        int start = at;
        if (at < _json.Length && _json[at] == '0')
        {
            at++;
            return 1;
        }

        while (at < _json.Length && (uint)(_json[at] - '0') <= 9)
        {
            number = (number * 10) + (uint)(_json[at++] - '0');
        }

        return at - start;
    }
}
