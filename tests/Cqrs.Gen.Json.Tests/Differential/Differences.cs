namespace Specimens;

/// <summary>
/// Where we are stricter than System.Text.Json, or do otherwise, by name: an input, what we make of it and what they make of it. What is read is shown as
/// they write it; <see cref="Family.Refused"/> says that it is refused.
/// </summary>
internal static class Differences
{
    private const string No = Family.Refused;

    /// <summary>What differs in reading.</summary>
    public static IReadOnlyList<ReadDifference> Reading { get; } =
    [
        new("null for an event", typeof(Constructed), "null", No, "null"),
        new("a member twice", typeof(Constructed), """{"name":"a","name":"b","size":1}""", No, """{"name":"b","size":1}"""),
        new("a constructor's argument is missing", typeof(Constructed), """{"size":1}""", No, """{"name":null,"size":1}"""),
        new("null for what is never null", typeof(Constructed), """{"name":null,"size":1}""", No, """{"name":null,"size":1}"""),
        new("null for a member that is never null", typeof(Settable), """{"name":null}""", No, """{"name":null,"count":0,"line":null,"twice":0}"""),
        new("null in a list of what is never null", typeof(Sets), """{"texts":[null],"numbers":[],"ids":[]}""", No, """{"texts":[null],"numbers":[],"ids":[]}"""),
        new("an unknown member", typeof(Marked), """{"name":"a","more":1}""", No, """{"name":"a"}"""),
        new("a member in another case", typeof(Marked), """{"Name":"a"}""", No, """{"name":null}"""),
        new("an infinite double", typeof(Fractions), """{"f32":0,"f64":1e400,"money":0}""", No, "Fractions { F32 = 0, F64 = Infinity, Money = 0 }"),
        new("an infinite float", typeof(Fractions), """{"f32":1e40,"f64":0,"money":0}""", No, "Fractions { F32 = Infinity, F64 = 0, Money = 0 }"),
        new("a decimal with more digits than it holds", typeof(Fractions), """{"f32":0,"f64":0,"money":0.12345678901234567890123456789012345}""", No, """{"f32":0,"f64":0,"money":0.1234567890123456789012345679}"""),
        new("a number that an enumeration does not declare", typeof(Enums), EnumsWith("numbered", "99"), No, EnumsWith("numbered", "99")),
        new("a combination of flags that are not declared", typeof(Enums), EnumsWith("rights", "4"), No, EnumsWith("rights", "4")),
        new("the number of an enumeration that is written by name", typeof(Enums), EnumsWith("colour", "5"), No, EnumsWith("colour", "\"Green\"")),
        new("the name of an enumeration's value in another case", typeof(Enums), EnumsWith("colour", "\"green\""), No, EnumsWith("colour", "\"Green\"")),
        new("the name of an enumeration's value with white space", typeof(Enums), EnumsWith("colour", "\" Green \""), No, EnumsWith("colour", "\"Green\"")),
        new("an item of a set twice", typeof(Sets), """{"texts":["a","a"],"numbers":[],"ids":[]}""", No, """{"texts":["a"],"numbers":[],"ids":[]}"""),
        new("a key of a dictionary twice", typeof(Dictionaries), DictionariesWith("""{"a":1,"a":2}"""), No, DictionariesWith("""{"a":2}""")),
        new("a time with more digits than it holds", typeof(Times), TimesWith("time", "2026-01-02T03:04:05.12345678"), No, TimesWith("time", "2026-01-02T03:04:05.1234567")),
        new("white space between the numbers of a version", typeof(Texts), TextsWith("release", "1. 2"), No, TextsWith("release", "1.2")),
        new("a name twice in any JSON", typeof(AnyJson), AnyJsonWith("""{"a":1,"a":2}"""), No, AnyJsonWith("""{"a":1,"a":2}""")),
        new("a stack", typeof(Stacks), """{"stack":[1,2],"concurrent":[1,2],"immutable":["1","2"]}""", """{"stack":[1,2],"concurrent":[1,2],"immutable":["1","2"]}""", """{"stack":[2,1],"concurrent":[2,1],"immutable":["2","1"]}"""),
        new("an unknown member of a hierarchy's type", typeof(Closed), """{"command":{"$type":"clear","more":1},"events":[]}""", No, """{"command":{"$type":"clear"},"events":[]}"""),
        new("a discriminator among extension data", typeof(Extended), """{"a":1,"b":null,"$type":1}""", No, """{"a":1,"b":null,"$type":1}"""),
        new("extension data twice", typeof(Extended), """{"a":1,"b":null,"x":1,"x":2}""", No, """{"a":1,"b":null,"x":2}"""),
        new(
            "collections that they only write",
            typeof(WriteOnlyForThem),
            """{"numbers":[1],"collection":[1],"set":[1],"frozen":[1],"frozenKeys":{"a":1}}""",
            """{"numbers":[1],"collection":[1],"set":[1],"frozen":[1],"frozenKeys":{"a":1}}""",
            No),
    ];

    /// <summary>What differs in writing.</summary>
    public static IReadOnlyList<WriteDifference> Writing { get; } =
    [
        new("half of a surrogate pair", new Marked("\ud800"), No, """{"name":"\uFFFD"}"""),
        new("null in what is never null", new Marked(null!), No, """{"name":null}"""),
        new("null in a list of what is never null", new Sets([null!], new HashSet<int>(), []), No, """{"texts":[null],"numbers":[],"ids":[]}"""),
        new("a value that an enumeration does not declare", new Enums((Colour)99, default, default, Numbered.One, default, default), No, EnumsWith("colour", "99")),
        new("no bytes at all", new Blob(null), """{"bytes":null}""", """{"bytes":""}"""),
        new("extension data of a member's own name", new Extended { More = new() { ["a"] = JsonDocument.Parse("1").RootElement } }, No, """{"a":0,"b":null,"a":1}"""),
        new("more than the declared type says", new Open(new Dog("Rex", 4)), No, """{"animal":{"name":"Rex"}}"""),
    ];

    /// <summary>What both refuse to write.</summary>
    public static IReadOnlyList<(string Name, IEvent Value)> NotWrittenByBoth { get; } =
    [
        ("nested deeper than it can be read", Deep(70)),
        ("a double that is no number", new Fractions(0, double.NaN, 0)),
        ("an infinite float", new Fractions(float.PositiveInfinity, 0, 0)),
    ];

    /// <summary>What both refuse to read.</summary>
    public static IReadOnlyList<(string Name, Type Specimen, string Json)> RefusedByBoth { get; } =
    [
        ("nothing", typeof(Marked), ""),
        ("white space", typeof(Marked), " "),
        ("something after the end", typeof(Marked), """{"name":"a"}{}"""),
        ("the end missing", typeof(Marked), """{"name":"a" """),
        ("a byte order mark", typeof(Marked), "\ufeff{\"name\":\"a\"}"),
        ("a comment", typeof(Marked), """{"name":"a"/**/}"""),
        ("a comma at the end", typeof(Marked), """{"name":"a",}"""),
        ("half of a surrogate pair", typeof(Marked), """{"name":"\ud800"}"""),
        ("a line end in a string", typeof(Marked), "{\"name\":\"\n\"}"),
        ("a number as a string", typeof(Constructed), """{"name":"a","size":"1"}"""),
        ("a string as a number", typeof(Constructed), """{"name":1,"size":1}"""),
        ("a fraction for an integer", typeof(Constructed), """{"name":"a","size":1.5}"""),
        ("an integer too large", typeof(Constructed), """{"name":"a","size":2147483648}"""),
        ("a leading zero", typeof(Constructed), """{"name":"a","size":01}"""),
        ("a number that is no number", typeof(Fractions), """{"f32":0,"f64":NaN,"money":0}"""),
        ("a number that is no number, as a string", typeof(Fractions), """{"f32":0,"f64":"NaN","money":0}"""),
        ("a decimal too large", typeof(Fractions), """{"f32":0,"f64":0,"money":1e30}"""),
        ("a time of day with days", typeof(Times), """{"time":"0001-01-01T00:00:00","moment":"0001-01-01T00:00:00+00:00","date":"0001-01-01","clock":"0.01:00:00","span":"00:00:00"}"""),
        ("a required member missing", typeof(Requiring), """{"age":1}"""),
        ("an unknown name of an enumeration", typeof(Enums), EnumsWith("colour", "\"Grey\"")),
        ("65 levels", typeof(Recursive), Nested(65)),
        ("white space around a number in a string", typeof(QuotedType), QuotedTypeWith("\"1 \"")),
        ("a string for a number as discriminator", typeof(Hierarchies), HierarchiesWith("""{"$type":"2","side":1,"inner":null}""")),
        ("a discriminator that no type has", typeof(Hierarchies), HierarchiesWith("""{"$type":"triangle"}""")),
        ("a discriminator missing", typeof(Hierarchies), HierarchiesWith("""{"radius":1}""")),
        ("an array for an object", typeof(Marked), "[]"),
        ("an object for an array", typeof(Sets), """{"texts":{},"numbers":[],"ids":[]}"""),
    ];

    private static string EnumsWith(string member, string value)
    {
        (string Name, string Value)[] members =
            [("colour", "\"Red\""), ("narrow", "\"None\""), ("wide", "\"None\""), ("numbered", "1"), ("rights", "0"), ("labelled", "\"the first\"")];
        return "{" + string.Join(",", members.Select(m => $"\"{m.Name}\":{(m.Name == member ? value : m.Value)}")) + "}";
    }

    private static string DictionariesWith(string numbers) => "{\"numbers\":" + numbers + ",\"lines\":{},\"texts\":{},\"lists\":{},\"nested\":{}}";

    private static string TimesWith(string member, string value)
    {
        (string Name, string Value)[] members = [("time", "0001-01-01T00:00:00"), ("moment", "0001-01-01T00:00:00+00:00"), ("date", "0001-01-01"), ("clock", "00:00:00"), ("span", "00:00:00")];
        return "{" + string.Join(",", members.Select(m => $"\"{m.Name}\":\"{(m.Name == member ? value : m.Value)}\"")) + "}";
    }

    private static string TextsWith(string member, string value)
    {
        (string Name, string Value)[] members =
            [("text", ""), ("letter", "a"), ("id", "00000000-0000-0000-0000-000000000000"), ("link", "a"), ("release", "1.2"), ("bytes", "")];
        return "{" + string.Join(",", members.Select(m => $"\"{m.Name}\":\"{(m.Name == member ? value : m.Value)}\"")) + "}";
    }

    private static string AnyJsonWith(string element) => "{\"element\":" + element + ",\"document\":0,\"node\":null,\"object\":{},\"array\":[],\"value\":0}";

    private static string QuotedTypeWith(string a) => "{\"a\":" + a + ",\"b\":[],\"c\":[],\"line\":{\"product\":\"\",\"quantity\":1,\"price\":1},\"strict\":1,\"f64\":null}";

    private static string HierarchiesWith(string one) => "{\"one\":" + one + ",\"many\":[],\"parcel\":{\"weight\":1},\"things\":{},\"none\":null}";

    private static Recursive Deep(int depth) => new("", depth == 1 ? null : Deep(depth - 1), []);

    private static string Nested(int depth) => depth == 1
        ? """{"name":"","left":null,"children":[]}"""
        : "{\"name\":\"\",\"left\":" + Nested(depth - 1) + ",\"children\":[]}";
}

/// <param name="Name">What it is about.</param>
/// <param name="Specimen">The event's type.</param>
/// <param name="Json">The input.</param>
/// <param name="Ours">What we make of it.</param>
/// <param name="Theirs">What they make of it.</param>
internal sealed record ReadDifference(string Name, Type Specimen, string Json, string Ours, string Theirs);

/// <param name="Name">What it is about.</param>
/// <param name="Value">The input.</param>
/// <param name="Ours">What we make of it.</param>
/// <param name="Theirs">What they make of it.</param>
internal sealed record WriteDifference(string Name, IEvent Value, string Ours, string Theirs);
