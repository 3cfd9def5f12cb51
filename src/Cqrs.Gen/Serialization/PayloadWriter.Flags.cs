using System.ComponentModel;
using System.Text.Json;

namespace Cqrs.Gen;

/// <content>Combinations of flags, by their names.</content>
public sealed partial class PayloadWriter
{
    /// <summary>Appends the name of a flag, with a comma and a space before it unless it is the first, and takes the flag away.</summary>
    /// <param name="rest">The flags that are not written yet; not 0 at first.</param>
    /// <param name="flag">The flag, or several that have a name together; not 0.</param>
    /// <param name="name">The name as it stands in JSON, without quotes.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void WriteFlag(ref ulong rest, ulong flag, ReadOnlySpan<byte> name)
    {
        if ((rest & flag) != flag)
        {
            return;
        }

        rest &= ~flag;
        if (_buffer[_written - 1] != '"')
        {
            Append(", "u8);
        }

        Append(name);
    }

    /// <summary>Makes sure that all flags were written.</summary>
    /// <param name="rest">The flags that are not.</param>
    /// <param name="enumeration">The enumeration's name.</param>
    /// <exception cref="JsonException">There are such: the enumeration does not declare them.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void EndFlags(ulong rest, string enumeration)
    {
        if (rest != 0)
        {
            throw JsonValues.NotDeclared(enumeration);
        }

        Append("\""u8);
    }
}
