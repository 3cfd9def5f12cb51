namespace Cqrs.Gen.Modeling;

/// <summary>An enumeration.</summary>
/// <param name="Underlying">The name in <c>JsonValues</c> of its underlying type.</param>
/// <param name="IsNumber">True if it is written as a number, false if by name.</param>
/// <param name="FlagsMask">All declared flags as an unsigned number, for one that combines flags; else null.</param>
/// <param name="Names">What it declares.</param>
internal sealed record JsonEnumModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    string Underlying,
    bool IsNumber,
    string? FlagsMask,
    EquatableArray<JsonEnumNameModel> Names)
    : JsonTypeModel(Converter, Home, Type, DisplayName);

/// <summary>A name that an enumeration declares.</summary>
/// <param name="Value">The value as an expression: <c>global::Bank.Status.Open</c>.</param>
/// <param name="JsonName">How it is written.</param>
/// <param name="IsAlias">True if an earlier name stands for the same value.</param>
internal sealed record JsonEnumNameModel(string Value, string JsonName, bool IsAlias);
