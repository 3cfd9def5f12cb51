using System.ComponentModel;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>Members that a type does not have and keeps all the same, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonExtensions
{
    /// <summary>Writes the members that were kept, behind those that the type has.</summary>
    /// <param name="output">Where they are written to.</param>
    /// <param name="kept">The members.</param>
    /// <param name="own">The names that the type writes itself.</param>
    /// <exception cref="JsonException">One has the name of a member that the type has, or cannot be written.</exception>
    public static void Write(PayloadWriter output, IEnumerable<KeyValuePair<string, JsonElement>> kept, params ReadOnlySpan<string> own)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(kept);
        foreach ((string name, JsonElement value) in kept)
        {
            if (own.Contains(name))
            {
                throw new JsonFault($"The type has a member {name} of its own: the one among its extension data could not be told from it.", 0);
            }

            output.WriteKeyString(name);
            output.WriteJsonElement(value);
        }
    }

    /// <summary>Keeps a member that the type doesn't have, unless it is the discriminator that led to the type.</summary>
    /// <param name="reader">The reader, at the name.</param>
    /// <param name="seen">The members met so far; the discriminator has the highest bit.</param>
    /// <param name="discriminated">True if the object stands for one of a closed set and so holds a discriminator.</param>
    /// <param name="discriminator">The discriminator's name.</param>
    /// <param name="kept">The members kept so far; null if none.</param>
    /// <exception cref="JsonException">The member was met before, or its value is malformed.</exception>
    public static void Read(ref Utf8JsonReader reader, ref ulong seen, bool discriminated, ReadOnlySpan<byte> discriminator, ref Dictionary<string, JsonElement>? kept)
    {
        if (reader.ValueTextEquals(discriminator))
        {
            // Kept without being expected, it could not be written again.
            JsonObjects.SkipUnknown(ref reader, ref seen, discriminated, discriminator);
            return;
        }

        long start = reader.TokenStartIndex;
        string name = JsonValues.ReadText(ref reader);
        reader.Read();
        kept ??= [];
        if (!kept.TryAdd(name, JsonValues.ReadJsonElement(ref reader)))
        {
            throw new JsonFault("The member stands here a second time.", start);
        }
    }
}
