using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Cqrs.Gen.Benchmarks;

/// <summary>UTF-8 into a buffer that is reused, as one writes it by hand when the names are constants and the values are formatted in place.</summary>
internal sealed class RawWriter
{
    // What the default encoder of System.Text.Json leaves as it is.
    private static readonly SearchValues<char> Plain = SearchValues.Create(" !#$%()*,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~");

    private byte[] _buffer = new byte[4096];
    private int _count;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _count);

    public void Clear() => _count = 0;

    public void Append(ReadOnlySpan<byte> constant)
    {
        constant.CopyTo(Free(constant.Length));
        _count += constant.Length;
    }

    public void Write(string value)
    {
        Span<byte> free = Free((value.Length * 6) + 2);
        if (value.AsSpan().ContainsAnyExcept(Plain))
        {
            WriteEscaped(value);
            return;
        }

        free[0] = (byte)'"';
        int length = Encoding.ASCII.GetBytes(value, free[1..]);
        free[length + 1] = (byte)'"';
        _count += length + 2;
    }

    public void Write(decimal value)
    {
        value.TryFormat(Free(31), out int length, default, CultureInfo.InvariantCulture);
        _count += length;
    }

    public void Write(long value)
    {
        Utf8Formatter.TryFormat(value, Free(20), out int length);
        _count += length;
    }

    public void Write(double value)
    {
        value.TryFormat(Free(32), out int length, default, CultureInfo.InvariantCulture);
        _count += length;
    }

    public void Write(bool value) => Append(value ? "true"u8 : "false"u8);

    public void Write(Guid value)
    {
        Span<byte> free = Quoted(38);
        Utf8Formatter.TryFormat(value, free, out _);
        free[36] = (byte)'"';
        _count += 38;
    }

    public void Write(DateOnly value)
    {
        Span<byte> free = Quoted(12);
        value.TryFormat(free, out _, "O", CultureInfo.InvariantCulture);
        free[10] = (byte)'"';
        _count += 12;
    }

    public void Write(TimeSpan value)
    {
        Span<byte> free = Quoted(28);
        value.TryFormat(free, out int length, "c", CultureInfo.InvariantCulture);
        free[length] = (byte)'"';
        _count += length + 2;
    }

    public void Write(DateTime value)
    {
        Span<byte> free = Quoted(35);
        value.TryFormat(free, out int length, "O", CultureInfo.InvariantCulture);
        WriteTime(free, length);
    }

    public void Write(DateTimeOffset value)
    {
        Span<byte> free = Quoted(35);
        value.TryFormat(free, out int length, "O", CultureInfo.InvariantCulture);
        WriteTime(free, length);
    }

    // A fraction of a second is written without its trailing zeros, and the offset follows it.
    private void WriteTime(Span<byte> time, int length)
    {
        int end = 27;
        while (time[end - 1] == (byte)'0')
        {
            end--;
        }

        end -= time[end - 1] == (byte)'.' ? 1 : 0;
        ReadOnlySpan<byte> offset = time[27..length];
        offset.CopyTo(time[end..]);
        end += offset.Length;
        time[end] = (byte)'"';
        _count += end + 2;
    }

    private void WriteEscaped(string value)
    {
        Append("\""u8);
        Append(JsonEncodedText.Encode(value, JavaScriptEncoder.Default).EncodedUtf8Bytes);
        Append("\""u8);
    }

    private Span<byte> Quoted(int most)
    {
        Span<byte> free = Free(most);
        free[0] = (byte)'"';
        return free[1..];
    }

    private Span<byte> Free(int most)
    {
        if (_buffer.Length - _count < most)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _count + most));
        }

        return _buffer.AsSpan(_count);
    }
}
