namespace Cqrs.Gen.Modeling;

/// <summary>A class or interface whose derived types are told apart by a discriminator.</summary>
/// <param name="Discriminator">The name of the member that holds it.</param>
/// <param name="Itself">The converter of a value of the very type, which has no discriminator; null if there can be none.</param>
/// <param name="Cases">The derived types.</param>
internal sealed record JsonHierarchyModel(
    JsonConverterModel Converter,
    TypeModel? Home,
    string Type,
    string DisplayName,
    string Discriminator,
    JsonConverterModel? Itself,
    EquatableArray<JsonCaseModel> Cases)
    : JsonTypeModel(Converter, Home, Type, DisplayName);

/// <summary>One derived type of a hierarchy.</summary>
/// <param name="Type">The type.</param>
/// <param name="Converter">Its converter.</param>
/// <param name="Text">Its discriminator, if that is text.</param>
/// <param name="Number">Its discriminator, if that is a number.</param>
/// <param name="Depth">How many classes and interfaces it derives from: a pattern of one with more goes first.</param>
internal sealed record JsonCaseModel(string Type, JsonConverterModel Converter, string? Text, int Number, int Depth);
