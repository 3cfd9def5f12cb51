using System.Buffers;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>
/// A growing pooled buffer and the JSON writer that fills it. Several payloads may be written one after another: remember
/// <see cref="WrittenCount"/> between them and slice <see cref="Written"/> at the end. Not for use by several threads at once.
/// </summary>
public sealed class PayloadWriter : IBufferWriter<byte>, IDisposable
{
    private readonly Utf8JsonWriter _json;
    private byte[] _buffer;
    private bool _disposed;

    /// <summary>Creates an empty buffer.</summary>
    /// <param name="capacity">The bytes to reserve at first; not negative.</param>
    public PayloadWriter(int capacity = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
        _json = new(this, new JsonWriterOptions { SkipValidation = true });
    }

    /// <summary>The JSON writer over this buffer. What it wrote counts only after <see cref="Flush"/>.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was given back.</exception>
    public Utf8JsonWriter Json
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _json;
        }
    }

    /// <summary>The number of bytes written and flushed.</summary>
    public int WrittenCount { get; private set; }

    /// <summary>The bytes written and flushed; valid until the next write, <see cref="Clear"/> or <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, WrittenCount);

    /// <summary>Ends one JSON value and makes the writer ready for the next.</summary>
    public void Flush()
    {
        _json.Flush();
        _json.Reset();
    }

    /// <summary>Forgets everything written, keeping the buffer. Also after a failed write.</summary>
    public void Clear() => Rewind(0);

    /// <summary>Forgets what was written after a place, keeping what stands before it. Also after a failed write.</summary>
    /// <param name="writtenCount">An earlier value of <see cref="WrittenCount"/>.</param>
    public void Rewind(int writtenCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(writtenCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(writtenCount, WrittenCount);
        WrittenCount = writtenCount;
        _json.Reset();
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - WrittenCount);
        WrittenCount += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsMemory(WrittenCount);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _buffer.AsSpan(WrittenCount);
    }

    /// <summary>Gives the buffer back to the pool. What is written afterwards is refused.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        WrittenCount = 0;
        _json.Reset();
        _json.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Reserve(int sizeHint)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        int needed = Math.Max(sizeHint, 256);
        if (_buffer.Length - WrittenCount >= needed)
        {
            return;
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, checked(WrittenCount + needed)));
        _buffer.AsSpan(0, WrittenCount).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
