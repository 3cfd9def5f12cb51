using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Cqrs.Gen;

/// <summary>
/// The ids of a command's events. Each follows from the stream, the command and its place among the command's events, so that repeating a command of unknown outcome
/// cannot record an event under a second id. The id of a command that has just been made is unique itself: those of its events differ from it by their place.
/// </summary>
/// <param name="Stream">The stream.</param>
/// <param name="CommandId">The command's id.</param>
/// <param name="Made">The same, if it was made for this execution; empty if the caller gave it, who may give it again, or to another stream.</param>
internal readonly record struct EventIds(Storage.StreamId Stream, string CommandId, Guid Made)
{
    public Guid this[int index] => Made == Guid.Empty ? Derive(Stream, CommandId, index) : Beside(Made, index);

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

    // Of version 7, whose last bits are random.
    private static Guid Beside(Guid made, int index)
    {
        Span<byte> id = stackalloc byte[16];
        _ = made.TryWriteBytes(id, bigEndian: true, out _);
        Span<byte> last = id[12..];
        BinaryPrimitives.WriteInt32BigEndian(last, BinaryPrimitives.ReadInt32BigEndian(last) ^ index);
        return new(id, bigEndian: true);
    }

    // No id holds NUL, so what it separates cannot be taken for something else.
    private static void Add(string part, Span<byte> text, ref int length)
    {
        length += Encoding.UTF8.GetBytes(part, text[length..]);
        text[length++] = 0;
    }
}
