using System.ComponentModel;
using System.Numerics;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>The steps of reading and writing JSON objects strictly, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonObjects
{
    /// <summary>The deepest nesting that is read, and so the deepest that is written.</summary>
    internal const int MaxDepth = 64;

    /// <summary>Makes sure that an object begins here.</summary>
    /// <param name="reader">The reader, at the first token of a value.</param>
    /// <exception cref="JsonException">It doesn't.</exception>
    public static void ReadStart(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw JsonFault.Expected(ref reader, JsonTokenType.StartObject, "an object");
        }
    }

    /// <summary>Moves to the next member's name.</summary>
    /// <param name="reader">The reader, at an object's start or at the last token of a member's value.</param>
    /// <returns>False at the object's end.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public static bool ReadName(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.PropertyName)
        {
            return false;
        }

        if (reader.ValueIsEscaped)
        {
            // An escape that stands for no character would otherwise surface where names are compared.
            JsonValues.ReadText(ref reader);
        }

        return true;
    }

    /// <summary>Moves from a member's name to its value, once.</summary>
    /// <param name="reader">The reader, at the name.</param>
    /// <param name="seen">The members met so far, a bit each.</param>
    /// <param name="member">The member's bit.</param>
    /// <exception cref="JsonException">The member was met before.</exception>
    public static void ReadValue(ref Utf8JsonReader reader, ref ulong seen, ulong member)
    {
        if ((seen & member) != 0)
        {
            throw new JsonFault("The member stands here a second time.", reader.TokenStartIndex);
        }

        seen |= member;
        reader.Read();
    }

    /// <summary>Moves over the value of a member that is written but follows from others.</summary>
    /// <param name="reader">The reader, at the name.</param>
    /// <param name="seen">The members met so far, a bit each.</param>
    /// <param name="member">The member's bit.</param>
    /// <exception cref="JsonException">The member was met before, or its value is malformed.</exception>
    public static void SkipValue(ref Utf8JsonReader reader, ref ulong seen, ulong member)
    {
        ReadValue(ref reader, ref seen, member);
        reader.Skip();
    }

    /// <summary>Refuses a member that the type doesn't have, unless it is the discriminator that led to the type.</summary>
    /// <param name="reader">The reader, at the name.</param>
    /// <param name="seen">The members met so far; the discriminator has the highest bit.</param>
    /// <param name="discriminated">True if the object stands for one of a closed set and so holds a discriminator.</param>
    /// <exception cref="JsonException">It isn't the discriminator, or was met before.</exception>
    public static void SkipUnknown(ref Utf8JsonReader reader, ref ulong seen, bool discriminated) =>
        SkipUnknown(ref reader, ref seen, discriminated, JsonDiscriminator.Name);

    /// <summary>Refuses a member that the type doesn't have, unless it is the discriminator that led to the type.</summary>
    /// <param name="reader">The reader, at the name.</param>
    /// <param name="seen">The members met so far; the discriminator has the highest bit.</param>
    /// <param name="discriminated">True if the object stands for one of several types and so holds a discriminator.</param>
    /// <param name="discriminator">The discriminator's name.</param>
    public static void SkipUnknown(ref Utf8JsonReader reader, ref ulong seen, bool discriminated, ReadOnlySpan<byte> discriminator)
    {
        if (!discriminated || !reader.ValueTextEquals(discriminator))
        {
            throw new JsonFault("There is no such member.", reader.TokenStartIndex);
        }

        SkipValue(ref reader, ref seen, 1UL << 63);
    }

    /// <summary>Passes over a member that the type doesn't have; it is read by those who know it, and the discriminator still stands there once.</summary>
    /// <param name="reader">The reader, at the name.</param>
    /// <param name="seen">The members met so far; the discriminator has the highest bit.</param>
    /// <param name="discriminated">True if the object stands for one of a closed set and so holds a discriminator.</param>
    /// <exception cref="JsonException">It is the discriminator and was met before, or its value is malformed.</exception>
    public static void SkipUnmapped(ref Utf8JsonReader reader, ref ulong seen, bool discriminated) =>
        SkipUnmapped(ref reader, ref seen, discriminated, JsonDiscriminator.Name);

    /// <summary>Passes over a member that the type doesn't have; the discriminator still stands there once.</summary>
    /// <param name="reader">The reader, at the name.</param>
    /// <param name="seen">The members met so far; the discriminator has the highest bit.</param>
    /// <param name="discriminated">True if the object stands for one of several types and so holds a discriminator.</param>
    /// <param name="discriminator">The discriminator's name.</param>
    public static void SkipUnmapped(ref Utf8JsonReader reader, ref ulong seen, bool discriminated, ReadOnlySpan<byte> discriminator)
    {
        if (discriminated && reader.ValueTextEquals(discriminator))
        {
            SkipValue(ref reader, ref seen, 1UL << 63);
            return;
        }

        reader.Read();
        reader.Skip();
    }

    /// <summary>Makes the exception for an object without a member that it must have.</summary>
    /// <param name="reader">The reader, at the object's end.</param>
    /// <param name="missing">The members that must be there and are not, a bit each; at least one.</param>
    /// <param name="names">The names of the members, in the order of their bits.</param>
    public static JsonException Missing(ref Utf8JsonReader reader, ulong missing, params ReadOnlySpan<string> names) =>
        new JsonFault("The member is missing.", reader.TokenStartIndex, names[BitOperations.TrailingZeroCount(missing)]);

    /// <summary>Makes the exception for a null where the type says there is none.</summary>
    public static JsonException Null() => new JsonFault("The value is null, but its type says that it never is.", 0);

    /// <summary>Makes the exception for a value of a derived type, whose additional members would be lost.</summary>
    /// <param name="declared">The type that the JSON is written for.</param>
    /// <param name="actual">The value's type.</param>
    public static JsonException Derived(Type declared, Type actual) =>
        new JsonFault($"The value is of the type {actual}, which derives from {declared}; what it adds would be lost.", 0);

    /// <summary>Makes the exception for writing a type that has no JSON; the build says why.</summary>
    /// <param name="type">The type.</param>
    /// <param name="reason">Why it has none.</param>
    public static JsonException Unsupported(Type type, string reason) => new JsonFault($"The type {type} has no JSON: {reason}.", 0);

    /// <summary>Makes the exception for reading a type that has no JSON; the build says why.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <param name="type">The type.</param>
    /// <param name="reason">Why it has none.</param>
    public static JsonException Unsupported(ref Utf8JsonReader reader, Type type, string reason) =>
        new JsonFault($"The type {type} has no JSON: {reason}.", reader.TokenStartIndex);

    internal static JsonFault TooDeep() => new($"The value is nested deeper than {MaxDepth} levels.", 0);
}
