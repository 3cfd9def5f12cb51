namespace Cqrs.Gen.Modeling;

/// <summary>What the defaults of the assembly say of values that no type of it decides.</summary>
/// <param name="Naming">How names are written.</param>
/// <param name="Numbers">How numbers are written and read.</param>
internal sealed record JsonOptionsModel(JsonNaming Naming, JsonNumbers Numbers);
