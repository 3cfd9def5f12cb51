using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Cqrs.Gen;

/// <summary>
/// Reads a payload by predicting its bytes, for generated code: what this program wrote itself has its members in order, without white space. Each
/// method either takes exactly what it names and goes on behind it, or returns false; then the payload is read again, from its start, by the general
/// reader, which alone decides what is wrong with it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct PayloadScanner
{
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool End(ReadOnlySpan<byte> expected)
    {
        if (!Skip(expected))
        {
            return false;
        }

        _depth--;
        return true;
    }
}
