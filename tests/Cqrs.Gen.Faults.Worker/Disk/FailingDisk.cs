using System.Diagnostics;

namespace Cqrs.Gen.Faults;

/// <summary>A disk on which one operation ends badly: the nth write or sync, and, if it lasts, those after it for a while.</summary>
/// <param name="failure">What happens.</param>
/// <param name="n">The number of the operation, from 1 upwards.</param>
/// <param name="lasts">How many operations fail.</param>
internal sealed class FailingDisk(Failure failure, int n, int lasts = 1) : IDisk
{
    private const int IoErrorOnWrite = 10 | (3 << 8);
    private const int IoErrorOnSync = 10 | (4 << 8);
    private const int NoRoom = 13;
    private int _operations;

    /// <summary>Whether it came to the failure.</summary>
    public bool HasFailed => Volatile.Read(ref _operations) >= n;

    public int Write(string file, long offset, ReadOnlySpan<byte> bytes, DiskWrite write)
    {
        if (!Fails(out int operation))
        {
            return write(bytes);
        }

        switch (failure)
        {
            case Failure.Kill:
                _ = (operation % 3) switch { 0 => 0, 1 => write(bytes[..(bytes.Length / 2)]), _ => write(bytes) };
                Process.GetCurrentProcess().Kill();
                return 0;
            case Failure.IoError:
                _ = write(bytes[..(bytes.Length / 2)]);
                return IoErrorOnWrite;
            default:
                return NoRoom;
        }
    }

    public int Sync(string file, Func<int> sync)
    {
        if (!Fails(out int operation))
        {
            return sync();
        }

        switch (failure)
        {
            case Failure.Kill:
                _ = operation % 2 == 0 ? 0 : sync();
                Process.GetCurrentProcess().Kill();
                return 0;
            case Failure.IoError:
                return IoErrorOnSync;
            default:
                return sync(); // it needs no room
        }
    }

    public int Truncate(string file, long size, Func<int> truncate) => truncate();

    public void Created(string file)
    {
    }

    public void Deleted(string file, bool isDurable)
    {
    }

    private bool Fails(out int operation)
    {
        operation = Interlocked.Increment(ref _operations);
        return operation >= n && operation < n + lasts;
    }
}

/// <summary>How an operation on a disk ends.</summary>
internal enum Failure
{
    /// <summary>The process is killed, before, within or after it.</summary>
    Kill,

    /// <summary>With EIO; a write was done by half.</summary>
    IoError,

    /// <summary>With ENOSPC.</summary>
    NoRoom,
}
