using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>
/// A growing pooled buffer of UTF-8 text. Generated code writes JSON into it directly: constant text and formatted values, byte for byte what
/// System.Text.Json writes with its default encoder. Several payloads may be written one after another: remember <see cref="WrittenCount"/> between
/// them and slice <see cref="Written"/> at the end. Not for use by several threads at once.
/// </summary>
public sealed partial class PayloadWriter : IBufferWriter<byte>, IDisposable
{
    private const int LeastFree = 256;

    private byte[] _buffer;
    private int _written;
    private int _depth;
    private Utf8JsonWriter? _json;
    private bool _disposed;

    /// <summary>Creates an empty buffer.</summary>
    /// <param name="capacity">The bytes to reserve at first; not negative.</param>
    public PayloadWriter(int capacity = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    }

    /// <summary>A JSON writer over this buffer, for code that needs one. What it wrote counts only after <see cref="Flush"/>.</summary>
    /// <exception cref="ObjectDisposedException">The buffer was given back.</exception>
    public Utf8JsonWriter Json
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _json ??= new(this, new JsonWriterOptions { MaxDepth = JsonObjects.MaxDepth });
        }
    }

    /// <summary>The number of bytes written.</summary>
    public int WrittenCount => _written;

    /// <summary>The bytes written; valid until the next write, <see cref="Clear"/> or <see cref="Dispose"/>.</summary>
    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, _written);

    /// <summary>Ends one JSON value that <see cref="Json"/> wrote and makes it ready for the next.</summary>
    public void Flush()
    {
        _json?.Flush();
        _json?.Reset();
    }

    /// <summary>Forgets everything written, keeping the buffer. Also after a failed write.</summary>
    public void Clear() => Rewind(0);

    /// <summary>Forgets what was written after a place, keeping what stands before it. Also after a failed write.</summary>
    /// <param name="writtenCount">An earlier value of <see cref="WrittenCount"/>.</param>
    public void Rewind(int writtenCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(writtenCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(writtenCount, _written);
        _written = writtenCount;
        _depth = 0;
        _json?.Reset();
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _buffer.Length - _written);
        _written += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, LeastFree));
        return _buffer.AsMemory(_written);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, LeastFree));
        return _buffer.AsSpan(_written);
    }

    /// <summary>Gives the buffer back to the pool. What is written afterwards is refused.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _written = 0;
        _json?.Reset();
        _json?.Dispose();
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void Reserve(int count)
    {
        if (_buffer.Length - _written < count)
        {
            Grow(count);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        long needed = (long)_written + Math.Max(count, LeastFree);
        if (needed > Array.MaxLength)
        {
            throw new JsonFault($"It is larger than {Array.MaxLength:N0} bytes.", _written);
        }

        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Array.MaxLength, Math.Max(2L * _buffer.Length, needed)));
        _buffer.AsSpan(0, _written).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
