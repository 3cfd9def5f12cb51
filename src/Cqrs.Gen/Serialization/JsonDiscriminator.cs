using System.ComponentModel;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>The member <c>$type</c>, which tells the types of a closed set apart, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonDiscriminator
{
    private const int ListedAtMost = 12;

    /// <summary>The member's name.</summary>
    public static ReadOnlySpan<byte> Name => "$type"u8;

    /// <summary>Finds the discriminator of the object that begins at the reader, wherever it stands in it.</summary>
    /// <param name="reader">The reader, at the object's start; a copy, so the caller's reader stays there.</param>
    /// <returns>A reader at the first discriminator's value, a string. A second one is refused when the object is read.</returns>
    /// <exception cref="JsonException">There is no object, or its discriminator is missing or not a string.</exception>
    public static Utf8JsonReader Find(Utf8JsonReader reader)
    {
        Utf8JsonReader type = JsonHierarchies.Find(reader, Name);
        return type.TokenType == JsonTokenType.String ? type : throw JsonFault.Expected(ref type, JsonTokenType.String, "a string");
    }

    /// <summary>Makes the exception for a discriminator that no type of the set has.</summary>
    /// <param name="type">The reader, at the discriminator's value.</param>
    /// <param name="owner">Whose set it is, such as <c>bank-account</c>.</param>
    /// <param name="kind">What it is a set of: <c>command</c> or <c>event</c>.</param>
    /// <param name="known">The discriminators of the set.</param>
    public static JsonException Unknown(ref Utf8JsonReader type, string owner, string kind, params ReadOnlySpan<string> known)
    {
        string text = JsonValues.ReadText(ref type);
        string name = text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80), "…");
        string list = known.Length switch
        {
            0 => "it has none",
            <= ListedAtMost => "it has " + string.Join(", ", known),
            _ => $"it has {known.Length} others",
        };
        return new JsonFault($"The {owner} has no {kind} \"{name}\"; {list}.", type.TokenStartIndex);
    }

    /// <summary>Makes the exception for a value that is null, or of a type that is not in the closed set that its declaration names.</summary>
    /// <param name="owner">Whose set it is, such as <c>bank-account</c>.</param>
    /// <param name="kind">What it is a set of: <c>command</c> or <c>event</c>.</param>
    /// <param name="value">The value.</param>
    public static JsonException NotInSet(string owner, string kind, object? value) =>
        value is null ? JsonObjects.Null() : new JsonFault($"The {owner} has no {kind} of the type {value.GetType()}.", 0);

    /// <summary>Makes the exception for a value of a type that a converter of the user's writes as a whole.</summary>
    /// <param name="type">The type.</param>
    public static JsonException NoPlace(Type type) =>
        new JsonFault($"The type {type} has a converter of its own, which leaves no place for $type: it can be stored, but not stand for any of its set.", 0);
}
