namespace Cqrs.Gen.Faults;

/// <summary>A file as a disk may have it after the power went: what was synced, and of the rest whatever chance left.</summary>
internal sealed class FileImage
{
    private const int Sector = 512;
    private readonly List<DiskOperation> _pending = [];
    private byte[] _content = [];
    private int _length;

    /// <summary>Whether its name is in the folder for certain.</summary>
    public bool IsNamed { get; private set; }

    public void Add(DiskOperation operation) => _pending.Add(operation);

    public void Sync()
    {
        foreach (DiskOperation operation in _pending)
        {
            Apply(operation);
        }

        _pending.Clear();
        IsNamed = true;
    }

    /// <summary>Loses power.</summary>
    /// <param name="random">Chance.</param>
    /// <param name="survives">How likely it is that a sector that was not synced is there nevertheless.</param>
    /// <returns>The content.</returns>
    public ReadOnlySpan<byte> Lose(Random random, double survives)
    {
        foreach (DiskOperation operation in _pending)
        {
            if (operation is Written(_, long offset, byte[] bytes))
            {
                for (int start = 0; start < bytes.Length;)
                {
                    int length = Math.Min(bytes.Length - start, Sector - (int)((offset + start) % Sector));
                    if (random.NextDouble() < survives)
                    {
                        int torn = random.Next(20) == 0 ? random.Next(length) : length;
                        Write(offset + start, bytes.AsSpan(start, torn));
                    }

                    start += length;
                }
            }
            else if (random.NextDouble() < survives)
            {
                Apply(operation);
            }
        }

        return _content.AsSpan(0, _length);
    }

    private void Apply(DiskOperation operation)
    {
        switch (operation)
        {
            case Written(_, long offset, byte[] bytes):
                Write(offset, bytes);
                break;
            case Truncated(_, long size):
                Array.Clear(_content, (int)Math.Min(size, _length), (int)Math.Max(0, _length - size));
                _length = (int)Math.Min(size, _length);
                break;
        }
    }

    private void Write(long offset, ReadOnlySpan<byte> bytes)
    {
        int end = (int)offset + bytes.Length;
        if (end > _content.Length)
        {
            Array.Resize(ref _content, Math.Max(end, _content.Length * 2));
        }

        bytes.CopyTo(_content.AsSpan((int)offset));
        _length = Math.Max(_length, end);
    }
}
