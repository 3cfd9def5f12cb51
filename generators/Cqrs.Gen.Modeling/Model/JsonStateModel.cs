namespace Cqrs.Gen.Modeling;

/// <summary>The whole state of an aggregate or a query, as it is read.</summary>
/// <param name="Type">The class.</param>
/// <param name="State">Its members; private ones too.</param>
/// <param name="Types">The types that its members reach.</param>
internal sealed record JsonStateModel(TypeModel Type, JsonTypeModel State, EquatableArray<JsonTypeModel> Types)
{
    /// <summary>A hash of everything that decides how the state is written.</summary>
    public string ShapeHash => StableHash.Of(State + "\n" + string.Join("\n", Types.Select(static t => t.ToString())));
}

/// <summary>What <c>.Snapshot</c> is written from.</summary>
/// <param name="Type">The class.</param>
/// <param name="State">Its members.</param>
/// <param name="Fingerprint">A hash of the state's shape and of the code that leads to it.</param>
internal sealed record StateSerializerModel(TypeModel Type, JsonTypeModel State, string Fingerprint)
{
    public static StateSerializerModel Of(JsonStateModel state, string logicHash) =>
        new(state.Type, state.State, StableHash.Of(state.ShapeHash + logicHash));
}
