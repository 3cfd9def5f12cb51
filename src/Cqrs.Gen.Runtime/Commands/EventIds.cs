using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cqrs.Gen;

/// <summary>
/// The id of an event follows from its stream, its command and its place among the command's events, so that repeating a command of unknown
/// outcome cannot record an event under a second id.
/// </summary>
internal static class EventIds
{
    public static Guid Derive(in Storage.StreamId stream, string commandId, int index)
    {
        int capacity = Encoding.UTF8.GetMaxByteCount(stream.Aggregate.Length + stream.Id.Length + commandId.Length) + 3 + sizeof(int);
        byte[]? rented = capacity > 1024 ? ArrayPool<byte>.Shared.Rent(capacity) : null;
        Span<byte> text = rented ?? stackalloc byte[1024];
        int length = 0;
        Add(stream.Aggregate, text, ref length);
        Add(stream.Id, text, ref length);
        Add(commandId, text, ref length);
        BinaryPrimitives.WriteInt32BigEndian(text[length..], index);
        length += sizeof(int);

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(text[..length], hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }

        // RFC 9562, version 8: the bits are the application's own.
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash[..16], bigEndian: true);
    }

    // No id holds NUL, so what it separates cannot be taken for something else.
    private static void Add(string part, Span<byte> text, ref int length)
    {
        length += Encoding.UTF8.GetBytes(part, text[length..]);
        text[length++] = 0;
    }
}
