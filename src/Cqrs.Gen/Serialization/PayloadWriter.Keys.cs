using System.ComponentModel;

namespace Cqrs.Gen;

/// <content>Keys of dictionaries: each method appends a comma unless the key is the first, the key in quotes, and a colon.</content>
public sealed partial class PayloadWriter
{
    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="System.Text.Json.JsonException">It is null, or holds half of a surrogate pair.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyString(string key)
    {
        Separate();
        WriteString(key);
        Append(":"u8);
    }

    /// <summary>Appends a key: <c>True</c> or <c>False</c>, as the framework prints it.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyBoolean(bool key)
    {
        Separate();
        Append(key ? "\"True\":"u8 : "\"False\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeySByte(sbyte key)
    {
        Separate();
        Append("\""u8);
        WriteSByte(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyByte(byte key)
    {
        Separate();
        Append("\""u8);
        WriteByte(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyInt16(short key)
    {
        Separate();
        Append("\""u8);
        WriteInt16(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyUInt16(ushort key)
    {
        Separate();
        Append("\""u8);
        WriteUInt16(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyInt32(int key)
    {
        Separate();
        Append("\""u8);
        WriteInt32(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyUInt32(uint key)
    {
        Separate();
        Append("\""u8);
        WriteUInt32(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyInt64(long key)
    {
        Separate();
        Append("\""u8);
        WriteInt64(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyUInt64(ulong key)
    {
        Separate();
        Append("\""u8);
        WriteUInt64(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyInt128(Int128 key)
    {
        Separate();
        Append("\""u8);
        WriteInt128(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyUInt128(UInt128 key)
    {
        Separate();
        Append("\""u8);
        WriteUInt128(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="System.Text.Json.JsonException">It is infinite or not a number.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyHalf(Half key)
    {
        Separate();
        Append("\""u8);
        WriteHalf(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="System.Text.Json.JsonException">It is infinite or not a number.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeySingle(float key)
    {
        Separate();
        Append("\""u8);
        WriteSingle(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="System.Text.Json.JsonException">It is infinite or not a number.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyDouble(double key)
    {
        Separate();
        Append("\""u8);
        WriteDouble(key);
        Append("\":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyDecimal(decimal key)
    {
        Separate();
        Append("\""u8);
        WriteDecimal(key);
        Append("\":"u8);
    }

    /// <inheritdoc cref="WriteKeyString"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyChar(char key)
    {
        Separate();
        WriteChar(key);
        Append(":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyGuid(Guid key)
    {
        Separate();
        WriteGuid(key);
        Append(":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyDateTime(DateTime key)
    {
        Separate();
        WriteDateTime(key);
        Append(":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyDateTimeOffset(DateTimeOffset key)
    {
        Separate();
        WriteDateTimeOffset(key);
        Append(":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyDateOnly(DateOnly key)
    {
        Separate();
        WriteDateOnly(key);
        Append(":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyTimeOnly(TimeOnly key)
    {
        Separate();
        WriteTimeOnly(key);
        Append(":"u8);
    }

    /// <summary>Appends a key.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyTimeSpan(TimeSpan key)
    {
        Separate();
        WriteTimeSpan(key);
        Append(":"u8);
    }

    /// <inheritdoc cref="WriteKeyString"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyVersion(Version key)
    {
        Separate();
        WriteVersion(key);
        Append(":"u8);
    }

    /// <inheritdoc cref="WriteKeyString"/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyUri(Uri key)
    {
        Separate();
        WriteUri(key);
        Append(":"u8);
    }
}
