using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>
/// Reads a payload by predicting its bytes, for generated code: what this program wrote itself has its members in order, without white space. Each
/// method either takes exactly what it names and goes on behind it, or returns false; then the payload is read again, from its start, by the general
/// reader, which alone decides what is wrong with it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct PayloadScanner
{
    // What stands for itself in a JSON string: printable ASCII without the quote and the backslash.
    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"u8);

    private readonly ReadOnlySpan<byte> _json;
    private int _at;
    private int _depth;

    /// <summary>Starts at the payload's first byte.</summary>
    /// <param name="json">The payload.</param>
    public PayloadScanner(ReadOnlySpan<byte> json) => _json = json;

    /// <summary>Whether all of the payload was taken.</summary>
    public readonly bool IsAtEnd => _at == _json.Length;

    /// <summary>Takes these bytes.</summary>
    /// <param name="expected">The bytes.</param>
    public bool Skip(ReadOnlySpan<byte> expected)
    {
        if (!_json[_at..].StartsWith(expected))
        {
            return false;
        }

        _at += expected.Length;
        return true;
    }

    /// <summary>Takes the start of an object or an array, unless it would be nested too deeply.</summary>
    /// <param name="expected">The brace or bracket, and what is certain to follow it.</param>
    public bool Begin(ReadOnlySpan<byte> expected) => ++_depth <= JsonObjects.MaxDepth && Skip(expected);

    /// <summary>Takes the name of a member and the comma before it, of which there is none if the object has only just begun.</summary>
    /// <param name="name">The name in quotes, with its colon.</param>
    public bool Member(ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> rest = _json[_at..];
        int comma = _json[_at - 1] == '{' ? 0 : 1;
        if (rest.Length <= comma || (comma == 1 && rest[0] != ',') || !rest[comma..].StartsWith(name))
        {
            return false;
        }

        _at += comma + name.Length;
        return true;
    }

    /// <summary>Takes the end of an object or an array.</summary>
    /// <param name="expected">The brace or bracket.</param>
    public bool End(ReadOnlySpan<byte> expected)
    {
        if (!Skip(expected))
        {
            return false;
        }

        _depth--;
        return true;
    }

    /// <summary>Takes true or false.</summary>
    /// <param name="value">Which.</param>
    public bool ReadBoolean(out bool value)
    {
        value = Skip("true"u8);
        return value || Skip("false"u8);
    }

    /// <summary>Takes an integer of at most 18 digits that the type holds.</summary>
    /// <param name="value">The integer.</param>
    public bool ReadInt32(out int value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((int)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32"/>
    public bool ReadSByte(out sbyte value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((sbyte)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32"/>
    public bool ReadByte(out byte value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((byte)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32"/>
    public bool ReadInt16(out short value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((short)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32"/>
    public bool ReadUInt16(out ushort value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((ushort)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32"/>
    public bool ReadUInt32(out uint value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((uint)wide);
        return isRead && value == wide;
    }

    /// <inheritdoc cref="ReadInt32"/>
    public bool ReadUInt64(out ulong value)
    {
        bool isRead = ReadInt64(out long wide);
        value = unchecked((ulong)wide);
        return isRead && wide >= 0;
    }

    /// <inheritdoc cref="ReadInt32"/>
    public bool ReadInt64(out long value)
    {
        int at = _at;
        bool isNegative = at < _json.Length && _json[at] == '-';
        at += isNegative ? 1 : 0;
        int digits = Digits(ref at, out ulong number);
        value = isNegative ? -(long)number : (long)number;
        if (digits is 0 or > 18 || (isNegative && number == 0))
        {
            return false;
        }

        _at = at;
        return true;
    }

    /// <summary>Takes a decimal number of at most 18 digits without an exponent; trailing zeros count as they are written.</summary>
    /// <param name="value">The number.</param>
    public bool ReadDecimal(out decimal value)
    {
        value = default;
        int at = _at;
        bool isNegative = at < _json.Length && _json[at] == '-';
        at += isNegative ? 1 : 0;
        int digits = Digits(ref at, out ulong number);
        if (digits == 0)
        {
            return false;
        }

        int scale = 0;
        if (at < _json.Length && _json[at] == '.')
        {
            at++;
            int start = at;
            while (at < _json.Length && (uint)(_json[at] - '0') <= 9)
            {
                // More than 18 digits are refused below; that the number wraps around before does not matter.
                number = (number * 10) + (uint)(_json[at++] - '0');
            }

            scale = at - start;
            if (scale == 0)
            {
                return false;
            }
        }

        // Zero has a sign that only the general reader knows how to keep.
        if (digits + scale > 18 || (isNegative && number == 0))
        {
            return false;
        }

        value = new((int)number, (int)(number >> 32), 0, isNegative, (byte)scale);
        _at = at;
        return true;
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
        int length = rest.IndexOfAnyExcept(Plain);
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
        int length = rest.IndexOfAnyExcept(Plain);
        if (length < 0 || rest[length] != '"')
        {
            return false;
        }

        text = rest[..length];
        _at += length + 2;
        return true;
    }

    /// <summary>Takes the name of an entry, of printable ASCII only, and its colon.</summary>
    /// <param name="key">The name.</param>
    public bool ReadKeyString([NotNullWhen(true)] out string? key)
    {
        if (!ReadPlain(out ReadOnlySpan<byte> text) || !Skip(":"u8))
        {
            key = null;
            return false;
        }

        key = Encoding.ASCII.GetString(text);
        return true;
    }

    /// <summary>Takes a GUID with hyphens.</summary>
    /// <param name="value">The GUID.</param>
    public bool ReadGuid(out Guid value)
    {
        value = default;
        return ReadPlain(out ReadOnlySpan<byte> text) && Utf8Parser.TryParse(text, out value, out int length, 'D') && length == text.Length;
    }

    /// <summary>Takes a date and time.</summary>
    /// <param name="value">The date and time.</param>
    public bool ReadDateTime(out DateTime value)
    {
        value = default;
        return ReadQuoted(out Utf8JsonReader reader) && reader.TryGetDateTime(out value);
    }

    /// <inheritdoc cref="ReadDateTime"/>
    public bool ReadDateTimeOffset(out DateTimeOffset value)
    {
        value = default;
        return ReadQuoted(out Utf8JsonReader reader) && reader.TryGetDateTimeOffset(out value);
    }

    private bool ReadQuoted(out Utf8JsonReader reader)
    {
        int start = _at;
        if (!ReadPlain(out _))
        {
            reader = default;
            return false;
        }

        reader = new(_json[start.._at]);
        return reader.Read();
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

    // JSON has no leading zeros: behind one, the number has ended.
    private readonly int Digits(ref int at, out ulong number)
    {
        number = 0;
        int start = at;
        if (at < _json.Length && _json[at] == '0')
        {
            at++;
            return 1;
        }

        while (at < _json.Length && (uint)(_json[at] - '0') <= 9)
        {
            number = (number * 10) + (uint)(_json[at++] - '0');
        }

        return at - start;
    }
}
