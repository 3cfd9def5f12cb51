[assembly: Cqrs.Gen.JsonDefaults(IncludeFields = true)]

namespace Specimens;

[Event(ChangesNoState = true)]
public sealed record QuotedNumbers(
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] int I32,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] ulong U64,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] decimal Money,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] Int128 I128,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] double F64,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] int? Maybe,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] List<long> List,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)] Dictionary<string, int> ByName,
    [property: JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)] uint Lenient,
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] float F32) : IEvent<Collection>;

[Event(ChangesNoState = true)]
[JsonNumberHandling(JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.WriteAsString)]
public sealed record QuotedType(int A, List<int> B, int[][] C, Line Line, [property: JsonNumberHandling(JsonNumberHandling.Strict)] int Strict, double? F64) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed class Extended : IEvent<Collection>
{
    public int A { get; set; }

    public string? B { get; set; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }
}

/// <summary>Is told all that there is to tell; telling it twice changes nothing.</summary>
[Event(ChangesNoState = true)]
public sealed class Told : IEvent<Collection>, IJsonOnSerializing, IJsonOnSerialized, IJsonOnDeserializing, IJsonOnDeserialized
{
    public int Number { get; set; }

    public string? Written { get; set; }

    public int Preset { get; set; }

    [JsonIgnore]
    public int After { get; private set; }

    public void OnSerializing() => Written = "before";

    void IJsonOnSerialized.OnSerialized() => Written = "after";

    public void OnDeserializing() => Preset = 5;

    void IJsonOnDeserialized.OnDeserialized() => After = unchecked(Number * 2);
}

[Event(ChangesNoState = true)]
public sealed class Populated : IEvent<Collection>
{
    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public List<int> List { get; } = [];

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public Dictionary<string, Line> Lines { get; } = [];

    [JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]
    public List<string>? Settable { get; set; }
}

[Event(ChangesNoState = true)]
public sealed class Hidden : IEvent<Collection>
{
    [JsonInclude]
    private int _field;

    [JsonConstructor]
    private Hidden(int size) => Size = size;

    public Hidden(int size, string text, int field)
    {
        Size = size;
        Text = text;
        _field = field;
    }

    public int Size { get; }

    [JsonInclude]
    private string? Text { get; set; }

    public void Add(int more) => _field += more;

    public override string ToString() => $"{Size} {Text} {_field}";
}

[Event(ChangesNoState = true)]
public sealed record Tuples((int, string) Two, (int A, Point B)? Maybe, List<(string?, int)> List, Tuple<int, string> Class, (int, int, int, int, int, int, int, int, int) Nine) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Drawn(System.Drawing.Point Point, System.Drawing.SizeF Size, System.Numerics.Vector3 Vector) : IEvent<Collection>;
