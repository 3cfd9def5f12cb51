namespace Specimens;

[Event(ChangesNoState = true)]
public sealed record Renamed(
    [property: JsonPropertyName("renamed é")] int Value,
    [property: JsonPropertyOrder(-1)] int First,
    [property: JsonPropertyOrder(1)] int Last,
    int IPAddress,
    int URL,
    int X,
    [property: JsonPropertyName("Case")] int Upper,
    [property: JsonPropertyName("case")] int Lower) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed class Included : IEvent<Collection>
{
    [JsonInclude]
    public int Field;

    [JsonInclude]
    internal int Hidden { get; set; }

    [JsonIgnore]
    public int Ignored { get; set; }
}

[Event(ChangesNoState = true)]
public sealed record Omitting(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Number,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Line? Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int Size) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Defaults(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Number,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string? Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Point Point,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Colour Colour,
    int Last) : IEvent<Collection>;
