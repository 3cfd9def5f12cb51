using System.Text.Json.Serialization;

namespace Cqrs.Gen;

/// <content>Numbers as <see cref="JsonNumberHandling"/> says; those that have no JSON but a name are left to the general reader.</content>
public ref partial struct PayloadScanner
{
    /// <summary>Takes a number, from a string if the handling says so.</summary>
    /// <param name="value">The number.</param>
    /// <param name="handling">The handling.</param>
    public bool ReadSByte(out sbyte value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadSByte(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadByte(out byte value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadByte(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadInt16(out short value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadInt16(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadUInt16(out ushort value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadUInt16(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadInt32(out int value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadInt32(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadUInt32(out uint value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadUInt32(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadInt64(out long value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadInt64(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadUInt64(out ulong value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadUInt64(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadInt128(out Int128 value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadInt128(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadUInt128(out UInt128 value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadUInt128(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadDecimal(out decimal value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadDecimal(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadHalf(out Half value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadHalf(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadSingle(out float value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadSingle(out value) && Quote(handling);
    }

    /// <inheritdoc cref="ReadSByte(out sbyte, JsonNumberHandling)"/>
    public bool ReadDouble(out double value, JsonNumberHandling handling)
    {
        value = default;
        return Quote(handling) && ReadDouble(out value) && Quote(handling);
    }

    // What is written as a string but may not be read from one is left to the general reader, which refuses it.
    private bool Quote(JsonNumberHandling handling) => (handling & JsonNumberHandling.WriteAsString) == 0
        || ((handling & JsonNumberHandling.AllowReadingFromString) != 0 && Skip("\""u8));
}
