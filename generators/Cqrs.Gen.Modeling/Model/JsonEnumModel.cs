namespace Cqrs.Gen.Modeling;

/// <summary>An enumeration, in one of the ways in which it is written.</summary>
/// <param name="EnumName">Its name for people: <c>Bank.Status</c>.</param>
/// <param name="Underlying">The name in <c>JsonValues</c> of its underlying type.</param>
/// <param name="Form">How it is written.</param>
/// <param name="IsKey">True if it is written as the key of a dictionary's entry, and as nothing else.</param>
/// <param name="FlagsMask">All declared flags as an unsigned number, for one that combines flags; else null.</param>
/// <param name="Names">What it declares; of flags, those that hold most bits first.</param>
internal sealed record JsonEnumModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    string EnumName,
    string Underlying,
    JsonEnumForm Form,
    bool IsKey,
    string? FlagsMask,
    EquatableArray<JsonEnumNameModel> Names)
    : JsonTypeModel(Converter, Home, Type, DisplayName)
{
    /// <summary>What it declares for the value 0, or null.</summary>
    public JsonEnumNameModel? Zero => Names.FirstOrDefault(static n => n.Bits == "0x0UL");
}

internal enum JsonEnumForm
{
    /// <summary>By its name.</summary>
    Name,

    /// <summary>By the names of its flags, with a comma and a space between them.</summary>
    FlagNames,

    /// <summary>As a number.</summary>
    Number,
}

/// <summary>A name that an enumeration declares.</summary>
/// <param name="Value">The value as an expression: <c>global::Bank.Status.Open</c>.</param>
/// <param name="Bits">The value as an unsigned number: <c>0x3UL</c>.</param>
/// <param name="JsonName">How it is written.</param>
/// <param name="IsAlias">True if an earlier name stands for the same value.</param>
internal sealed record JsonEnumNameModel(string Value, string Bits, string JsonName, bool IsAlias);
