namespace Cqrs.Gen.Faults;

/// <summary>Writes down, in order, what reached a disk and when something was acknowledged.</summary>
internal sealed class RecordingDisk : IDisk
{
    private readonly Lock _gate = new();
    private readonly List<DiskOperation> _operations = [];

    public IReadOnlyList<DiskOperation> Operations
    {
        get
        {
            lock (_gate)
            {
                return [.. _operations];
            }
        }
    }

    public int Write(string file, long offset, ReadOnlySpan<byte> bytes, DiskWrite write)
    {
        Add(new Written(file, offset, bytes.ToArray()));
        return write(bytes);
    }

    // Durable only when it has returned.
    public int Sync(string file, Func<int> sync)
    {
        int result = sync();
        Add(new Synced(file));
        return result;
    }

    public int Truncate(string file, long size, Func<int> truncate)
    {
        Add(new Truncated(file, size));
        return truncate();
    }

    public void Created(string file) => Add(new Created(file));

    public void Deleted(string file, bool isDurable) => Add(new Deleted(file, isDurable));

    /// <summary>A caller was answered.</summary>
    public void Acknowledge(Ack ack) => Add(new Acknowledged(ack));

    private void Add(DiskOperation operation)
    {
        lock (_gate)
        {
            _operations.Add(operation);
        }
    }
}

/// <summary>Something that happened to a disk.</summary>
internal abstract record DiskOperation;

internal sealed record Written(string File, long Offset, byte[] Bytes) : DiskOperation;

internal sealed record Synced(string File) : DiskOperation;

internal sealed record Truncated(string File, long Size) : DiskOperation;

internal sealed record Created(string File) : DiskOperation;

internal sealed record Deleted(string File, bool IsDurable) : DiskOperation;

internal sealed record Acknowledged(Ack Ack) : DiskOperation;
