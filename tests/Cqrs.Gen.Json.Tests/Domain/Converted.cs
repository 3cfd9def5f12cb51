using System.Globalization;

namespace Specimens;

[JsonConverter(typeof(CustomerIdConverter))]
public readonly record struct CustomerId(int Number);

public sealed class CustomerIdConverter : JsonConverter<CustomerId>
{
    public override CustomerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is ['c', '-', .. string number]
        && int.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
            ? new(value)
            : throw new JsonException("It is no customer's id.");

    public override void Write(Utf8JsonWriter writer, CustomerId value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStringValue(FormattableString.Invariant($"c-{value.Number}"));
    }
}

/// <summary>A pair as an array of two, so that a converter writes more than one token.</summary>
public sealed class PairConverter : JsonConverter<Point>
{
    public override Point Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        int x = Next(ref reader);
        int y = Next(ref reader);
        return reader.Read() && reader.TokenType == JsonTokenType.EndArray ? new(x, y) : throw new JsonException("It is no pair.");
    }

    private static int Next(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number) ? number : throw new JsonException("It is no pair.");

    public override void Write(Utf8JsonWriter writer, Point value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        writer.WriteNumberValue(value.X);
        writer.WriteNumberValue(value.Y);
        writer.WriteEndArray();
    }
}

[Event(ChangesNoState = true)]
public sealed record Converted(
    CustomerId Id, CustomerId? Maybe, List<CustomerId> Ids, Dictionary<string, CustomerId> ByName, [property: JsonConverter(typeof(PairConverter))] Point Pair, Point Plain) : IEvent<Collection>;

[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<Access>))]
public enum Access
{
    None = 0,
    Read = 1,
    Write = 2,
    ReadWrite = Read | Write,
    List = 4,
    Delete = 8,
}

[Event(ChangesNoState = true)]
public sealed record NamedFlags(Access Access) : IEvent<Collection>;
