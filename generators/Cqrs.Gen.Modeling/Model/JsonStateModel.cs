namespace Cqrs.Gen.Modeling;

/// <summary>The whole state of an aggregate or a query.</summary>
/// <param name="Type">The class.</param>
/// <param name="State">Its members; private ones too.</param>
/// <param name="Types">The types that its members reach.</param>
internal sealed record JsonStateModel(TypeModel Type, JsonTypeModel State, EquatableArray<JsonTypeModel> Types)
{
    /// <summary>A hash of everything that decides how the state is written.</summary>
    public string ShapeHash => LogicFingerprint.Hash(State + "\n" + string.Join("\n", Types.Select(static t => t.ToString())));
}
