using System.Buffers.Binary;

namespace Specimens;

/// <summary>A payload to read.</summary>
/// <param name="Specimen">The event's number in <see cref="Ours.Events"/>.</param>
/// <param name="Payload">The payload.</param>
internal sealed record Question(int Specimen, byte[] Payload)
{
    private const int Head = 2 * sizeof(int);

    public void Write(Stream output)
    {
        byte[] frame = new byte[Head + Payload.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, Specimen);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(sizeof(int)), Payload.Length);
        Payload.CopyTo(frame, Head);
        output.Write(frame);
    }

    /// <returns>The next one, or null where the input ends.</returns>
    public static Question? Read(Stream input)
    {
        byte[] head = new byte[Head];
        int length = input.ReadAtLeast(head, Head, throwOnEndOfStream: false);
        if (length == 0)
        {
            return null;
        }

        input.ReadExactly(head.AsSpan(length));
        byte[] payload = new byte[BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(sizeof(int)))];
        input.ReadExactly(payload);
        return new(BinaryPrimitives.ReadInt32LittleEndian(head), payload);
    }
}
