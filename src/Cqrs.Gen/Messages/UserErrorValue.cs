using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>A value that a <see cref="UserError"/> speaks of: a text, a number, a truth value, or nothing. Texts of other types are invariant and round-trip.</summary>
public readonly struct UserErrorValue : IEquatable<UserErrorValue>
{
    private readonly string? _text;
    private readonly JsonValueKind _kind;

    private UserErrorValue(string? text, JsonValueKind kind)
    {
        _text = text;
        _kind = text is null ? JsonValueKind.Null : kind;
    }

    /// <summary>The JSON kind of the value: string, number, true, false or null.</summary>
    public JsonValueKind Kind => _text is null ? JsonValueKind.Null : _kind;

    /// <summary>A text, or null for nothing.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator UserErrorValue(string? value) => new(value, JsonValueKind.String);

    /// <summary>A truth value.</summary>
    /// <param name="value">The truth value.</param>
    public static implicit operator UserErrorValue(bool value) => value ? new("true", JsonValueKind.True) : new("false", JsonValueKind.False);

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator UserErrorValue(int value) => (long)value;

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator UserErrorValue(long value) => new(value.ToString(CultureInfo.InvariantCulture), JsonValueKind.Number);

    /// <summary>A whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator UserErrorValue(ulong value) => new(value.ToString(CultureInfo.InvariantCulture), JsonValueKind.Number);

    /// <summary>A decimal number; its trailing zeros are kept.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator UserErrorValue(decimal value) => new(value.ToString(CultureInfo.InvariantCulture), JsonValueKind.Number);

    /// <summary>A floating-point number, as a text if it is not finite, because JSON has no such number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator UserErrorValue(double value) =>
        new(value.ToString("R", CultureInfo.InvariantCulture), double.IsFinite(value) ? JsonValueKind.Number : JsonValueKind.String);

    /// <summary>An identifier, as text.</summary>
    /// <param name="value">The identifier.</param>
    public static implicit operator UserErrorValue(Guid value) => value.ToString("D");

    /// <summary>A moment, as ISO 8601 text.</summary>
    /// <param name="value">The moment.</param>
    public static implicit operator UserErrorValue(DateTimeOffset value) => value.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A date, as ISO 8601 text.</summary>
    /// <param name="value">The date.</param>
    public static implicit operator UserErrorValue(DateOnly value) => value.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>True if both are of the same kind and text.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator ==(UserErrorValue left, UserErrorValue right) => left.Equals(right);

    /// <summary>True if the kind or the text differs.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator !=(UserErrorValue left, UserErrorValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(UserErrorValue other) => Kind == other.Kind && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is UserErrorValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _text);

    /// <summary>The value as text; empty for nothing.</summary>
    public override string ToString() => _text ?? "";

    internal static UserErrorValue Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Null => default,
        JsonTokenType.Number => new(NumberText(ref reader), JsonValueKind.Number),
        _ => throw new JsonException("A parameter of a user error is a string, a number, a truth value or null."),
    };

    // Bytes that come in pieces may have a number across two of them.
    private static string NumberText(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? Encoding.UTF8.GetString(reader.ValueSequence) : Encoding.UTF8.GetString(reader.ValueSpan);

    internal void Write(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case JsonValueKind.Null: writer.WriteNullValue(); break;
            case JsonValueKind.String: writer.WriteStringValue(_text); break;
            default: writer.WriteRawValue(_text!); break;
        }
    }
}
