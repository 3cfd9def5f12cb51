namespace Cqrs.Gen.Modeling;

/// <summary>A type that has a generated converter.</summary>
/// <param name="Converter">The converter.</param>
/// <param name="Home">The user's type in which the converter is nested, or null for the module.</param>
/// <param name="Type">The type, never null itself: <c>global::System.Collections.Generic.List&lt;string?&gt;</c>.</param>
/// <param name="DisplayName">The type for people and files: <c>Bank.Line</c>.</param>
internal abstract record JsonTypeModel(JsonConverterModel Converter, TypeModel? Home, string Type, string DisplayName);

/// <summary>A type written as a JSON object of declared members.</summary>
/// <param name="IsReference">True for a class.</param>
/// <param name="IsOpen">True for a class that others may derive from, so that a value may be more than the type says.</param>
/// <param name="SkipsUnknown">True if members that it does not have are passed over, false if they are refused.</param>
/// <param name="Members">Its members in the order in which they are written.</param>
/// <param name="Arguments">The constructor's arguments: the local name of a member, or a constant for what JSON does not hold.</param>
/// <param name="Unset">Members that the compiler requires and JSON does not hold.</param>
internal sealed record JsonObjectModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    bool IsReference,
    bool IsOpen,
    bool SkipsUnknown,
    EquatableArray<JsonMemberModel> Members,
    EquatableArray<string> Arguments,
    EquatableArray<string> Unset)
    : JsonTypeModel(Converter, Home, Type, DisplayName);

/// <summary>A type written as a JSON array.</summary>
/// <param name="Shape">What is made when it is read.</param>
/// <param name="Item">Its items.</param>
internal sealed record JsonCollectionModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    JsonCollectionShape Shape,
    JsonValueModel Item)
    : JsonTypeModel(Converter, Home, Type, DisplayName);

internal enum JsonCollectionShape
{
    /// <summary><c>List&lt;T&gt;</c>, or an interface that it implements.</summary>
    List,

    /// <summary><c>T[]</c>.</summary>
    Array,

    /// <summary><c>ImmutableArray&lt;T&gt;</c>.</summary>
    ImmutableArray,

    /// <summary><c>HashSet&lt;T&gt;</c>, or an interface that only it implements.</summary>
    Set,
}

/// <summary>A type written as a JSON object whose members are its entries, with strings as keys.</summary>
/// <param name="Value">The values of its entries.</param>
internal sealed record JsonDictionaryModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    JsonValueModel Value)
    : JsonTypeModel(Converter, Home, Type, DisplayName);

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

/// <summary>A type that has no JSON: a finding says why, and the generated code refuses it.</summary>
/// <param name="Reason">Why, as the end of a sentence.</param>
internal sealed record JsonUnsupportedModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    string Reason)
    : JsonTypeModel(Converter, Home, Type, DisplayName);
