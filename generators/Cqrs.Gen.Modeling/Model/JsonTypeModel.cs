namespace Cqrs.Gen.Modeling;

/// <summary>A type that has a generated converter.</summary>
/// <param name="Converter">The converter.</param>
/// <param name="Home">The user's type in which the converter is nested, or null for the module.</param>
/// <param name="Type">The type, never null itself: <c>global::System.Collections.Generic.List&lt;string?&gt;</c>.</param>
/// <param name="DisplayName">The type for people and files: <c>Bank.Line</c>.</param>
internal abstract record JsonTypeModel(JsonConverterModel Converter, TypeModel? Home, string Type, string DisplayName)
{
    /// <summary>The uses of other types in it.</summary>
    public virtual IEnumerable<JsonValueModel> Uses => [];
}

/// <summary>A type written as a JSON object of declared members.</summary>
/// <param name="IsReference">True for a class.</param>
/// <param name="IsOpen">True for a class that others may derive from, so that a value may be more than the type says.</param>
/// <param name="SkipsUnknown">True if members that it does not have are passed over, false if they are refused.</param>
/// <param name="Discriminator">The name of the member by which it is told from others, where it is one of several.</param>
/// <param name="IsCase">True if it is one of a hierarchy's types.</param>
/// <param name="Callbacks">What it wants to be told.</param>
/// <param name="HiddenParameters">The types of the constructor's parameters, if generated code does not see the constructor; else null.</param>
/// <param name="Members">Its members in the order in which they are written.</param>
/// <param name="Arguments">The constructor's arguments: the local name of a member, or a constant for what JSON does not hold.</param>
/// <param name="Unset">Members that the compiler requires and JSON does not hold.</param>
/// <param name="Extension">The member that keeps what the type does not have, or null.</param>
/// <param name="Numbers">How numbers are written and read where no member says otherwise.</param>
internal sealed record JsonObjectModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    bool IsReference,
    bool IsOpen,
    bool SkipsUnknown,
    string Discriminator,
    bool IsCase,
    JsonCallbacks Callbacks,
    EquatableArray<string>? HiddenParameters,
    EquatableArray<JsonMemberModel> Members,
    EquatableArray<string> Arguments,
    EquatableArray<string> Unset,
    JsonExtensionModel? Extension,
    JsonNumbers Numbers)
    : JsonTypeModel(Converter, Home, Type, DisplayName)
{
    public override IEnumerable<JsonValueModel> Uses => Members.Select(static m => m.Value);
}

/// <summary>A type that has no JSON: a finding says why, and the generated code refuses it.</summary>
/// <param name="Reason">Why, as the end of a sentence.</param>
internal sealed record JsonUnsupportedModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    string Reason)
    : JsonTypeModel(Converter, Home, Type, DisplayName);
