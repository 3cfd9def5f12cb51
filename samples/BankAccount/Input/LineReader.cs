namespace Bank;

/// <summary>Cuts a stream into lines, one at a time, whatever the stream's length.</summary>
internal sealed class LineReader(Stream source)
{
    /// <summary>A longer line is passed over and given as <see cref="Line.IsTooLong"/>: no input can make the program hold more.</summary>
    public const int LongestLine = 1024 * 1024;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private byte[] _buffer = new byte[64 * 1024];
    private int _start;
    private int _end;
    private bool _ended;
    private long _number;

    /// <summary>The next line, or null at the end. Its text is valid until the next call.</summary>
    public async ValueTask<Line?> ReadAsync(CancellationToken cancellationToken)
    {
        bool isTooLong = false;
        int searched = 0;
        while (true)
        {
            int length = _buffer.AsSpan((_start + searched).._end).IndexOf((byte)'\n');
            if (length >= 0)
            {
                return Take(searched + length, 1, isTooLong);
            }

            if (_ended)
            {
                return _start == _end && !isTooLong ? null : Take(_end - _start, 0, isTooLong);
            }

            searched = _end - _start;
            if (searched > LongestLine)
            {
                isTooLong = true;
                (_start, searched) = (_end, 0);
            }

            await FillAsync(cancellationToken);
        }
    }

    private Line Take(int length, int terminator, bool isTooLong)
    {
        ReadOnlyMemory<byte> text = _buffer.AsMemory(_start, length);
        _start += length + terminator;
        if (++_number == 1 && text.Span.StartsWith(ByteOrderMark))
        {
            text = text[ByteOrderMark.Length..];
        }

        return new(_number, text, isTooLong || length > LongestLine);
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        _buffer.AsSpan(_start.._end).CopyTo(_buffer);
        (_start, _end) = (0, _end - _start);
        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        // A terminal's read cannot be cancelled, only left behind.
        Task<int> reading = Task.Run(() => source.Read(_buffer.AsSpan(_end)), CancellationToken.None);
        int count = await reading.WaitAsync(cancellationToken);
        _end += count;
        _ended = count == 0;
    }
}

/// <summary>A line as it stands in the input.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">Without its end.</param>
/// <param name="IsTooLong">It is longer than <see cref="LineReader.LongestLine"/>; the text is not all of it.</param>
internal readonly record struct Line(long Number, ReadOnlyMemory<byte> Text, bool IsTooLong);
