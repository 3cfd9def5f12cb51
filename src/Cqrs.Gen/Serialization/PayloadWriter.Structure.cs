using System.ComponentModel;

namespace Cqrs.Gen;

/// <content>What stands around values: braces, names, commas.</content>
public sealed partial class PayloadWriter
{
    /// <summary>Begins a payload: one whole JSON value.</summary>
    /// <returns>The number of bytes before it.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public int StartPayload()
    {
        // An exception of the user's may have left an earlier one half written.
        _depth = 0;
        return _written;
    }

    /// <summary>Appends text as it is.</summary>
    /// <param name="text">A part of a JSON document, in UTF-8.</param>
    /// <exception cref="ObjectDisposedException">The buffer was given back.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Append(ReadOnlySpan<byte> text)
    {
        Reserve(text.Length);
        text.CopyTo(_buffer.AsSpan(_written));
        _written += text.Length;
    }

    /// <summary>Appends text that opens an object or an array.</summary>
    /// <param name="text">The brace or bracket, and perhaps what follows.</param>
    /// <exception cref="System.Text.Json.JsonException">The value is nested deeper than 64 levels.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Begin(ReadOnlySpan<byte> text)
    {
        if (++_depth > JsonObjects.MaxDepth)
        {
            throw JsonObjects.TooDeep();
        }

        Append(text);
    }

    /// <summary>Appends text that closes an object or an array.</summary>
    /// <param name="text">The brace or bracket, and perhaps what stands before it.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void End(ReadOnlySpan<byte> text)
    {
        _depth--;
        Append(text);
    }

    /// <summary>Appends a comma, unless an object or an array has only just been opened.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Separate()
    {
        if (_buffer[_written - 1] is not ((byte)'{' or (byte)'['))
        {
            Reserve(1);
            _buffer[_written++] = (byte)',';
        }
    }

    /// <summary>Appends the name of a member of which it isn't known whether it is the first.</summary>
    /// <param name="name">The name in quotes, with its colon.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Member(ReadOnlySpan<byte> name)
    {
        Separate();
        Append(name);
    }

    /// <summary>Appends <c>null</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteNull() => Append("null"u8);
}
