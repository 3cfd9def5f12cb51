using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cqrs.Gen;

/// <summary>
/// Reads and writes <c>{"code": …, "message": …, "parameters": {…}}</c>; the parameters are left out if there are none. Public because
/// the System.Text.Json generator writes its name into every application that has a <see cref="UserError"/> in its own JSON.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UserErrorJsonConverter : JsonConverter<UserError>
{
    /// <inheritdoc/>
    public override UserError Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A user error is an object.");
        }

        string? code = null;
        string? message = null;
        KeyValuePair<string, UserErrorValue>[]? parameters = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            switch (name)
            {
                case "code": code = Once(code, name, ReadText(ref reader, name)); break;
                case "message": message = Once(message, name, ReadText(ref reader, name)); break;
                case "parameters": parameters = Once(parameters, name, ReadParameters(ref reader)); break;
                default: throw new JsonException($"A user error has no member \"{name}\".");
            }
        }

        return string.IsNullOrWhiteSpace(code) || message is null
            ? throw new JsonException("A user error needs a code and a message.")
            : new(code, message, parameters ?? []);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UserError value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteString("code"u8, value.Code);
        writer.WriteString("message"u8, value.Message);
        if (value.Parameters.Count > 0)
        {
            writer.WriteStartObject("parameters"u8);
            foreach (KeyValuePair<string, UserErrorValue> parameter in value.Parameters)
            {
                writer.WritePropertyName(parameter.Key);
                parameter.Value.Write(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static T Once<T>(T? before, string name, T value)
        where T : class =>
        before is null ? value : throw new JsonException($"A user error has two members \"{name}\".");

    private static string ReadText(ref Utf8JsonReader reader, string name) => reader.TokenType == JsonTokenType.String
        ? reader.GetString()!
        : throw new JsonException($"The {name} of a user error is a string.");

    private static KeyValuePair<string, UserErrorValue>[] ReadParameters(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The parameters of a user error are an object.");
        }

        List<KeyValuePair<string, UserErrorValue>> parameters = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = reader.GetString()!;
            reader.Read();
            if (string.IsNullOrWhiteSpace(name) || parameters.Exists(p => p.Key == name))
            {
                throw new JsonException($"The name \"{name}\" of a parameter of a user error is empty or repeated.");
            }

            parameters.Add(new(name, UserErrorValue.Read(ref reader)));
        }

        return [.. parameters];
    }
}
