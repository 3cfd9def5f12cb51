using System.Buffers;
using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Holds the bytes of a row, in one array that is used again and again.</summary>
internal sealed class RowBuffer : IDisposable
{
    private byte[] _bytes = [];
    private int _used;

    /// <summary>Forgets the row before.</summary>
    public void Clear() => _used = 0;

    public ReadOnlySpan<byte> Slice(Range range) => _bytes.AsSpan(range);

    /// <summary>Takes a column's bytes, after those that it took before.</summary>
    public Range Copy(NpgsqlDataReader row, int column)
    {
        int start = _used;
        int free = _bytes.Length - start;
        int length = free > 0 ? (int)row.GetBytes(column, 0, _bytes, start, free) : 0;
        if (length == free)
        {
            // It may go on, so it is asked for its length only now.
            length = (int)row.GetBytes(column, 0, null, 0, 0);
            if (length > free)
            {
                Grow(start + length);
                _ = row.GetBytes(column, 0, _bytes, start, length);
            }
        }

        _used = start + length;
        return start.._used;
    }

    public void Dispose()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = [];
        }
    }

    private void Grow(int size)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(size + 1, 4096));
        _bytes.AsSpan(0, _used).CopyTo(larger);
        Dispose();
        _bytes = larger;
    }
}
