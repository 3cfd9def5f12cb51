using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Text;
using System.Text.Json;

namespace Cqrs.Gen;

/// <content>Text, and what has a text form.</content>
public sealed partial class PayloadWriter
{
    private const int LongestVersion = 43;
    private const int GuidLength = 36;
    private const int LongestEscape = 6;

    // A long text is escaped in parts, so that not six times its length is reserved at once.
    private const int EscapedAtOnce = 256;

    // What the default encoder does not escape.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !#$%()*,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Appends <c>true</c> or <c>false</c>.</summary>
    /// <param name="value">Which of the two.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteBoolean(bool value) => Append(value ? "true"u8 : "false"u8);

    /// <summary>Appends a string.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="JsonException">It is null, or holds half of a surrogate pair.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteString(string value)
    {
        if (value is null)
        {
            throw JsonObjects.Null();
        }

        WriteText(value);
    }

    /// <summary>Appends a string of one character.</summary>
    /// <param name="value">The character.</param>
    /// <exception cref="JsonException">It is half of a surrogate pair.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteChar(char value) => WriteText(new ReadOnlySpan<char>(in value));

    /// <summary>Appends bytes as a string in base64.</summary>
    /// <param name="value">The bytes.</param>
    /// <exception cref="JsonException">It is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteBytes(byte[] value) => WriteReadOnlyMemory(value ?? throw JsonObjects.Null());

    /// <summary>Appends bytes as a string in base64.</summary>
    /// <param name="value">The bytes.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteMemory(Memory<byte> value) => WriteReadOnlyMemory(value);

    /// <summary>Appends bytes as a string in base64.</summary>
    /// <param name="value">The bytes.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteReadOnlyMemory(ReadOnlyMemory<byte> value)
    {
        Base64.EncodeToUtf8(value.Span, OpenQuote(Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out int length);
        CloseQuote(length);
    }

    /// <summary>Appends a GUID with hyphens.</summary>
    /// <param name="value">The GUID.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteGuid(Guid value)
    {
        value.TryFormat(OpenQuote(GuidLength), out int length);
        CloseQuote(length);
    }

    /// <summary>Appends an address as it was given.</summary>
    /// <param name="value">The address.</param>
    /// <exception cref="JsonException">It is null, or holds half of a surrogate pair.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteUri(Uri value) => WriteString((value ?? throw JsonObjects.Null()).OriginalString);

    /// <summary>Appends a version such as <c>"1.2.3"</c>.</summary>
    /// <param name="value">The version.</param>
    /// <exception cref="JsonException">It is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteVersion(Version value)
    {
        (value ?? throw JsonObjects.Null()).TryFormat(OpenQuote(LongestVersion), out int length);
        CloseQuote(length);
    }

    private void WriteText(ReadOnlySpan<char> value)
    {
        int plain = value.IndexOfAnyExcept(Plain);
        Span<byte> target = OpenQuote(value.Length);
        if (plain < 0)
        {
            Ascii.FromUtf16(value, target, out int length);
            CloseQuote(length);
            return;
        }

        _written++;
        WriteEscaped(value, plain);
        Append("\""u8);
    }

    // Runs of plain text and of what is escaped take turns.
    private void WriteEscaped(ReadOnlySpan<char> value, int plain)
    {
        while (true)
        {
            Reserve(plain);
            Ascii.FromUtf16(value[..plain], _buffer.AsSpan(_written), out int length);
            _written += length;
            value = value[plain..];
            if (value.IsEmpty)
            {
                return;
            }

            int escaped = value[..Math.Min(value.Length, EscapedAtOnce)].IndexOfAny(Plain);
            escaped = escaped < 0 ? Math.Min(value.Length, EscapedAtOnce) : escaped;
            RequirePairs(value, ref escaped);
            Reserve(escaped * LongestEscape);
            foreach (char c in value[..escaped])
            {
                Escape(c);
            }

            value = value[escaped..];
            plain = value.IndexOfAnyExcept(Plain) is >= 0 and int next ? next : value.Length;
        }
    }

    // Takes both halves of a pair into the run, or neither.
    private static void RequirePairs(ReadOnlySpan<char> value, ref int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!char.IsSurrogate(value[i]))
            {
                continue;
            }

            if (i + 1 == value.Length || !char.IsSurrogatePair(value[i], value[i + 1]))
            {
                throw JsonValues.NotText();
            }

            i++;
            count = Math.Max(count, i + 1);
        }
    }

    private void Escape(char c)
    {
        int shorthand = "\\\b\t\n\f\r".IndexOf(c, StringComparison.Ordinal);
        Span<byte> target = _buffer.AsSpan(_written);
        target[0] = (byte)'\\';
        if (shorthand >= 0)
        {
            target[1] = "\\btnfr"u8[shorthand];
            _written += 2;
            return;
        }

        target[1] = (byte)'u';
        target[2] = HexDigit(c >> 12);
        target[3] = HexDigit(c >> 8);
        target[4] = HexDigit(c >> 4);
        target[5] = HexDigit(c);
        _written += LongestEscape;
    }

    private static byte HexDigit(int value) => "0123456789ABCDEF"u8[value & 0xF];

    private Span<byte> OpenQuote(int longest)
    {
        Reserve(longest + 2);
        _buffer[_written] = (byte)'"';
        return _buffer.AsSpan(_written + 1, longest);
    }

    private void CloseQuote(int length)
    {
        _buffer[_written + length + 1] = (byte)'"';
        _written += length + 2;
    }
}
