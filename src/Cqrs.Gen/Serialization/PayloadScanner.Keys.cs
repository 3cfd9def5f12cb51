using System.Diagnostics.CodeAnalysis;

namespace Cqrs.Gen;

/// <content>Keys of dictionaries: each method takes one with its quotes and its colon.</content>
public ref partial struct PayloadScanner
{
    /// <summary>Takes a key and its colon.</summary>
    /// <param name="key">The key.</param>
    public bool ReadKeyString([NotNullWhen(true)] out string? key) => ReadString(out key) && Skip(":"u8);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyUri([NotNullWhen(true)] out Uri? key) => ReadUri(out key) && Skip(":"u8);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyChar(out char key) => ReadChar(out key) && Skip(":"u8);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyBoolean(out bool key) => ValueText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeySByte(out sbyte key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyByte(out byte key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyInt16(out short key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyUInt16(out ushort key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyInt32(out int key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyUInt32(out uint key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyInt64(out long key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyUInt64(out ulong key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyInt128(out Int128 key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyUInt128(out UInt128 key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyHalf(out Half key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeySingle(out float key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyDouble(out double key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyDecimal(out decimal key) => NumberText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyGuid(out Guid key) => ValueText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyDateTime(out DateTime key) => MomentText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyDateTimeOffset(out DateTimeOffset key) => MomentText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyDateOnly(out DateOnly key) => MomentText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyTimeOnly(out TimeOnly key) => ValueText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyTimeSpan(out TimeSpan key) => ValueText.TryParse(TakeKey(), out key);

    /// <inheritdoc cref="ReadKeyString"/>
    public bool ReadKeyVersion([NotNullWhen(true)] out Version? key) => ReadVersion(out key) && Skip(":"u8);

    // Empty if no key of printable ASCII stands here.
    private ReadOnlySpan<byte> TakeKey() => ReadPlain(out ReadOnlySpan<byte> text) && Skip(":"u8) ? text : default;
}
