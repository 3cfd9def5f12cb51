using System.Buffers.Binary;
using System.Numerics;
using System.Text.Unicode;

namespace Cqrs.Gen.Storage;

/// <summary>CRC-32C (Castagnoli), by the processor's own instruction where it has one. It finds every change of up to 32 bits in a row.</summary>
internal static class Crc32C
{
    public const uint Start = uint.MaxValue;

    public static uint Of(ReadOnlySpan<byte> bytes) => ~Add(Start, bytes);

    public static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        if (bytes.Length >= sizeof(uint))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt32LittleEndian(bytes));
            bytes = bytes[sizeof(uint)..];
        }

        foreach (byte b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return crc;
    }

    public static uint Add(uint crc, long number) => BitOperations.Crc32C(crc, (ulong)number);

    public static uint Add(uint crc, uint number) => BitOperations.Crc32C(crc, number);

    public static uint Add(uint crc, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return Add(crc, bytes);
    }

    /// <summary>Adds a text as the UTF-8 that stores keep.</summary>
    public static uint Add(uint crc, ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[256];
        while (!text.IsEmpty)
        {
            _ = Utf8.FromUtf16(text, utf8, out int read, out int written);
            crc = Add(crc, utf8[..written]);
            text = text[read..];
        }

        return crc;
    }
}
