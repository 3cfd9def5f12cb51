namespace Cqrs.Gen.Modeling;

/// <summary>A type, or one member's use of it, that a converter of the user's writes and reads.</summary>
/// <param name="Value">The type as that converter knows it.</param>
/// <param name="Custom">The class of the user's converter.</param>
/// <param name="IsFactory">True if it makes the converter.</param>
/// <param name="Plain">The type as it would be written without.</param>
/// <param name="IsOfMember">True if it is a member's own, false if the type says it.</param>
/// <param name="WritesKeys">True if it may be asked for the keys of dictionaries.</param>
/// <param name="AcceptsNull">True where null is asked of the converter, and refused by neither it nor the type.</param>
internal sealed record JsonCustomModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    string Value,
    string Custom,
    bool IsFactory,
    JsonValueModel Plain,
    bool IsOfMember,
    bool WritesKeys,
    bool AcceptsNull)
    : JsonTypeModel(Converter, Home, Type, DisplayName)
{
    public override IEnumerable<JsonValueModel> Uses => [Plain];
}
