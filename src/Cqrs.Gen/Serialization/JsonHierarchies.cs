using System.ComponentModel;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>The member that tells the derived types of a class or interface apart, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonHierarchies
{
    private const int ListedAtMost = 12;

    /// <summary>Finds the discriminator of the object that begins at the reader, wherever it stands in it.</summary>
    /// <param name="reader">The reader, at the object's start; a copy, so the caller's reader stays there.</param>
    /// <param name="name">The name of the member.</param>
    /// <returns>A reader at the first discriminator's value, whatever that is. A second one is refused when the object is read.</returns>
    /// <exception cref="JsonException">There is no object, or its discriminator is missing.</exception>
    public static Utf8JsonReader Find(Utf8JsonReader reader, ReadOnlySpan<byte> name) => TryFind(reader, name, out Utf8JsonReader type)
        ? type
        : throw JsonObjects.Missing(ref type, 1, System.Text.Encoding.UTF8.GetString(name));

    /// <summary>Looks for the discriminator of the object that begins at the reader, wherever it stands in it.</summary>
    /// <param name="reader">The reader, at the object's start; a copy, so the caller's reader stays there.</param>
    /// <param name="name">The name of the member.</param>
    /// <param name="type">A reader at the discriminator's value, or at the object's end.</param>
    /// <returns>False if there is no discriminator.</returns>
    /// <exception cref="JsonException">There is no object.</exception>
    public static bool TryFind(Utf8JsonReader reader, ReadOnlySpan<byte> name, out Utf8JsonReader type)
    {
        JsonObjects.ReadStart(ref reader);
        while (JsonObjects.ReadName(ref reader))
        {
            bool found = reader.ValueTextEquals(name);
            reader.Read();
            if (!found)
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType == JsonTokenType.String && reader.ValueIsEscaped)
            {
                JsonValues.ReadText(ref reader);
            }

            type = reader;
            return true;
        }

        type = reader;
        return false;
    }

    /// <summary>Whether a discriminator is this text.</summary>
    /// <param name="type">The reader, at the discriminator's value.</param>
    /// <param name="value">The text.</param>
    public static bool Is(ref Utf8JsonReader type, ReadOnlySpan<byte> value) => type.TokenType == JsonTokenType.String && type.ValueTextEquals(value);

    /// <summary>Whether a discriminator is this number.</summary>
    /// <param name="type">The reader, at the discriminator's value.</param>
    /// <param name="value">The number.</param>
    public static bool Is(ref Utf8JsonReader type, int value) => type.TokenType == JsonTokenType.Number && type.TryGetInt32(out int number) && number == value;

    /// <summary>Makes the exception for a discriminator that no derived type has.</summary>
    /// <param name="type">The reader, at the discriminator's value.</param>
    /// <param name="hierarchy">The type from which they derive.</param>
    /// <param name="known">The discriminators of the derived types.</param>
    public static JsonException Unknown(ref Utf8JsonReader type, Type hierarchy, params ReadOnlySpan<string> known)
    {
        if (type.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
        {
            return JsonFault.Expected(ref type, JsonTokenType.String, "a string or a number");
        }

        string text = type.TokenType == JsonTokenType.String ? JsonValues.ReadText(ref type) : System.Text.Encoding.UTF8.GetString(type.ValueSpan);
        string value = text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80), "…");
        string list = known.Length <= ListedAtMost ? "it has " + string.Join(", ", known) : $"it has {known.Length} others";
        return new JsonFault($"The type {hierarchy} has no derived type \"{value}\"; {list}.", type.TokenStartIndex);
    }

    /// <summary>Makes the exception for a value of a derived type that is not declared.</summary>
    /// <param name="hierarchy">The type from which it derives.</param>
    /// <param name="actual">The value's type.</param>
    public static JsonException NotDeclared(Type hierarchy, Type actual) =>
        new JsonFault($"The value is of the type {actual}, which [JsonDerivedType] on {hierarchy} does not declare.", 0);
}
