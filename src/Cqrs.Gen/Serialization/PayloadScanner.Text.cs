using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Cqrs.Gen;

/// <content>Text.</content>
public ref partial struct PayloadScanner
{
    // What stands for itself in a JSON string: printable ASCII without the quote and the backslash.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    /// <summary>Takes true or false.</summary>
    /// <param name="value">Which.</param>
    public bool ReadBoolean(out bool value)
    {
        value = Skip("true"u8);
        return value || Skip("false"u8);
    }

    /// <summary>Takes a string.</summary>
    /// <param name="value">The string.</param>
    public bool ReadString([NotNullWhen(true)] out string? value)
    {
        value = null;
        if (_at >= _json.Length || _json[_at] != '"')
        {
            return false;
        }

        ReadOnlySpan<byte> rest = _json[(_at + 1)..];
        int length = PlainLength(rest);
        if (length < 0)
        {
            return false;
        }

        if (rest[length] == '"')
        {
            value = Encoding.ASCII.GetString(rest[..length]);
            _at += length + 2;
            return true;
        }

        return ReadEscaped(out value);
    }

    /// <summary>Takes a string that holds printable ASCII only, such as the name of an enumeration's value.</summary>
    /// <param name="text">The text between the quotes.</param>
    public bool ReadPlain(out ReadOnlySpan<byte> text)
    {
        text = default;
        if (_at >= _json.Length || _json[_at] != '"')
        {
            return false;
        }

        ReadOnlySpan<byte> rest = _json[(_at + 1)..];
        int length = PlainLength(rest);
        if (length < 0 || rest[length] != '"')
        {
            return false;
        }

        text = rest[..length];
        _at += length + 2;
        return true;
    }

    /// <summary>Takes a string of exactly one UTF-16 character.</summary>
    /// <param name="value">The character.</param>
    public bool ReadChar(out char value)
    {
        bool isOne = ReadString(out string? text) && text.Length == 1;
        value = isOne ? text![0] : '\0';
        return isOne;
    }

    /// <summary>Takes bytes in base64.</summary>
    /// <param name="value">The bytes.</param>
    public bool ReadBytes([NotNullWhen(true)] out byte[]? value)
    {
        value = null;
        return ReadPlain(out ReadOnlySpan<byte> text) && ValueText.TryParse(text, out value);
    }

    /// <inheritdoc cref="ReadBytes"/>
    public bool ReadMemory(out Memory<byte> value)
    {
        bool isRead = ReadBytes(out byte[]? bytes);
        value = bytes;
        return isRead;
    }

    /// <inheritdoc cref="ReadBytes"/>
    public bool ReadReadOnlyMemory(out ReadOnlyMemory<byte> value)
    {
        bool isRead = ReadBytes(out byte[]? bytes);
        value = bytes;
        return isRead;
    }

    /// <summary>Takes an absolute or relative URI.</summary>
    /// <param name="value">The URI.</param>
    public bool ReadUri([NotNullWhen(true)] out Uri? value)
    {
        value = null;
        return ReadString(out string? text) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);
    }

    /// <summary>Takes a GUID with hyphens.</summary>
    /// <param name="value">The GUID.</param>
    public bool ReadGuid(out Guid value)
    {
        value = default;
        return ReadPlain(out ReadOnlySpan<byte> text) && ValueText.TryParse(text, out value);
    }

    /// <summary>Takes a version.</summary>
    /// <param name="value">The version.</param>
    public bool ReadVersion([NotNullWhen(true)] out Version? value)
    {
        value = null;
        return ReadPlain(out ReadOnlySpan<byte> text) && ValueText.TryParse(text, out value);
    }

    private bool ReadEscaped([NotNullWhen(true)] out string? value)
    {
        int length = StringLength(_json[_at..]);
        Utf8JsonReader reader = new(_json.Slice(_at, length));
        _at += length;
        try
        {
            value = reader.Read() ? JsonValues.ReadText(ref reader) : null;
            return value is not null;
        }
        catch (JsonException)
        {
            value = null;
            return false; // the general reader says what is wrong, and where
        }
    }

    // The length of the string that begins here, with its quotes; 0 if it does not end.
    private static int StringLength(ReadOnlySpan<byte> json)
    {
        int at = 1;
        while (at < json.Length && json[at..].IndexOfAny((byte)'"', (byte)'\\') is >= 0 and int next)
        {
            at += next;
            if (json[at] == '"')
            {
                return at + 1;
            }

            at += 2;
        }

        return 0;
    }

    // Most strings are short: of these, eight bytes at a time cost less than what has to be set up to take more. A byte that is not plain leaves its highest bit set; above
    // the lowest such byte there may be others that are plain, by a borrow.
    private static int PlainLength(ReadOnlySpan<byte> text)
    {
        const ulong Ones = 0x0101_0101_0101_0101;
        const ulong Highest = 0x80 * Ones;
        int at = 0;
        for (; at <= 8 && text.Length - at >= 8; at += 8)
        {
            ulong bytes = BinaryPrimitives.ReadUInt64LittleEndian(text[at..]);
            ulong quotes = bytes ^ ('"' * Ones);
            ulong backslashes = bytes ^ ('\\' * Ones);
            ulong others = (bytes | ((bytes - (' ' * Ones)) & ~bytes) | ((quotes - Ones) & ~quotes) | ((backslashes - Ones) & ~backslashes)) & Highest;
            if (others != 0)
            {
                return at + (BitOperations.TrailingZeroCount(others) / 8);
            }
        }

        int rest = text[at..].IndexOfAnyExcept(Plain);
        return rest < 0 ? -1 : at + rest;
    }
}
