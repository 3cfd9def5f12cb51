namespace Specimens;

/// <summary>What generated code makes of a payload, and what reading it takes.</summary>
/// <param name="Written">What was read, as it is written again; null if it was refused.</param>
/// <param name="Path">Where it was refused; empty if it was read.</param>
/// <param name="Message">Why it was refused; empty if it was read.</param>
/// <param name="Bytes">How many bytes reading allocated.</param>
/// <param name="Time">How long the process computed for it: what others do on the machine does not count.</param>
internal sealed record Answer(byte[]? Written, string Path, string Message, long Bytes, TimeSpan Time)
{
    /// <summary>Reads as it is told. What is not refused by our exception is a fault, and is thrown.</summary>
    public static Answer To(Func<IEvent> read)
    {
        IEvent? e = null;
        PayloadException? refusal = null;
        TimeSpan start = Environment.CpuUsage.TotalTime;
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            e = read();
        }
        catch (PayloadException refused)
        {
            refusal = refused;
        }

        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        TimeSpan time = Environment.CpuUsage.TotalTime - start;
        return new(e is null ? null : Ours.Write(e), refusal?.Path ?? "", refusal?.Message ?? "", bytes, time);
    }

    public void Write(BinaryWriter output)
    {
        output.Write(Written is not null);
        output.Write(Written?.Length ?? 0);
        output.Write(Written ?? []);
        output.Write(Path);
        output.Write(Message);
        output.Write(Bytes);
        output.Write(Time.Ticks);
    }

    public static Answer Read(BinaryReader input)
    {
        bool isRead = input.ReadBoolean();
        byte[] written = new byte[input.ReadInt32()];
        input.BaseStream.ReadExactly(written);
        return new(isRead ? written : null, input.ReadString(), input.ReadString(), input.ReadInt64(), new(input.ReadInt64()));
    }
}
