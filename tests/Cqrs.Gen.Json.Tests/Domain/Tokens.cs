using System.Text.Json.Nodes;

namespace Specimens;

[Event(ChangesNoState = true)]
public sealed record Integers(sbyte I8, byte U8, short I16, ushort U16, int I32, uint U32, long I64, ulong U64, bool Flag) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Fractions(float F32, double F64, decimal Money) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Texts(string Text, char Letter, Guid Id, Uri Link, Version Release, byte[] Bytes) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Times(DateTime Time, DateTimeOffset Moment, DateOnly Date, TimeOnly Clock, TimeSpan Span) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Maybes(
    bool? Flag, int? I32, long? I64, double? F64, decimal? Money, char? Letter, string? Text, Guid? Id, Uri? Link, Version? Release, DateTime? Time,
    DateTimeOffset? Moment, DateOnly? Date, TimeOnly? Clock, TimeSpan? Span, Colour? Colour, Point? Point, Line? Line, List<int?>? Numbers) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Blob(byte[]? Bytes) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Enums(Colour Colour, Narrow Narrow, Wide Wide, Numbered Numbered, Rights Rights, Labelled Labelled) : IEvent<Collection>;

public enum Colour
{
    Red,
    Green = 5,
    Blue,
}

public enum Narrow : sbyte
{
    Least = sbyte.MinValue,
    None = 0,
    Most = sbyte.MaxValue,
}

public enum Wide : ulong
{
    None,
    Most = ulong.MaxValue,
}

[JsonConverter(typeof(JsonNumberEnumConverter<Numbered>))]
public enum Numbered
{
    One = 1,
    Two,
    Minus = -1,
}

[Flags]
[JsonConverter(typeof(JsonNumberEnumConverter<Rights>))]
public enum Rights
{
    None = 0,
    Read = 1,
    Write = 2,
    All = Read | Write,
}

public enum Labelled
{
    [JsonStringEnumMemberName("the first")]
    First,

    [JsonStringEnumMemberName("zweite-Größe")]
    Second,
}

[Event(ChangesNoState = true)]
public sealed record Rarities(Half F16, Int128 I128, UInt128 U128, Memory<byte> Memory, ReadOnlyMemory<byte> ReadOnlyMemory, Half? MaybeF16, Int128? MaybeI128) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record AnyJson(JsonElement Element, JsonDocument Document, JsonNode? Node, JsonObject Object, JsonArray Array, JsonValue Value) : IEvent<Collection>;
