using System.Runtime.InteropServices;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>Reads the log while others write it: again and again what comes after the last position it saw.</summary>
internal sealed class Follower(IEventStorage storage) : IEventSink
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>How many events it was given.</summary>
    public int Count { get; private set; }

    /// <summary>Differs if an event was skipped, repeated, or given in another order.</summary>
    public long Digest { get; private set; }

    /// <summary>The last position it saw.</summary>
    public long Position { get; private set; }

    public static long Mix(long digest, long position, Guid id) => unchecked((digest * 31) + (position * 1_000_003) + (long)(ulong)MemoryMarshal.Cast<byte, ulong>(id.ToByteArray())[0]);

    /// <param name="isDone">Whether nobody writes any more.</param>
    public async Task RunAsync(Func<bool> isDone)
    {
        while (true)
        {
            bool isLast = isDone();
            int before = Count;
            await storage.ReadLogAsync(new(Position, 500), this, CancellationToken.None);
            if (Count == before)
            {
                if (isLast)
                {
                    return;
                }

                await Task.Delay(Pause);
            }
        }
    }

    public void OnEvent(in RecordedEvent e)
    {
        Count++;
        Position = e.Position;
        Digest = Mix(Digest, e.Position, e.EventId);
    }
}
