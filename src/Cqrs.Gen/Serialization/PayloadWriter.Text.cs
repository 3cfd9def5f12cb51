using System.ComponentModel;
using System.Text.Json;

namespace Cqrs.Gen;

/// <content>Text.</content>
public sealed partial class PayloadWriter
{
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
        JsonValues.RequireText(value);
        WriteText(value);
    }

    /// <summary>Appends a string of one character.</summary>
    /// <param name="value">The character.</param>
    /// <exception cref="JsonException">It is half of a surrogate pair.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteChar(char value) => WriteText(char.IsSurrogate(value) ? throw JsonValues.NotText() : new ReadOnlySpan<char>(in value));

    /// <summary>Appends bytes as a string in base64.</summary>
    /// <param name="value">The bytes.</param>
    /// <exception cref="JsonException">It is null.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteBytes(byte[] value)
    {
        Json.WriteBase64StringValue(value ?? throw JsonObjects.Null());
        Flush();
    }

    /// <summary>Appends the name of an entry, and a comma before it unless it is the first.</summary>
    /// <param name="key">The name.</param>
    /// <exception cref="JsonException">It is null, or holds half of a surrogate pair.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteKeyString(string key)
    {
        Separate();
        WriteString(key);
        Append(":"u8);
    }

    private void WriteText(ReadOnlySpan<char> value)
    {
        Json.WriteStringValue(value);
        Flush();
    }

    // Text without a character that JSON would escape.
    private void WriteQuoted(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length + 2);
        Span<byte> target = _buffer.AsSpan(_written);
        target[0] = (byte)'"';
        text.CopyTo(target[1..]);
        target[text.Length + 1] = (byte)'"';
        _written += text.Length + 2;
    }
}
