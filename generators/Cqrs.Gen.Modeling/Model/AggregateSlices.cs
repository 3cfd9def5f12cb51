namespace Cqrs.Gen.Modeling;

/// <summary>What <c>.Dispatch</c> is written from.</summary>
internal sealed record DispatchModel(TypeModel Type, string Name, string? InitialState, bool IsCreatedByCommand, EquatableArray<HandlerModel> Handlers)
{
    public static DispatchModel Of(AggregateModel aggregate) => new(
        aggregate.Type,
        aggregate.Name,
        aggregate.InitialState,
        aggregate.Handlers.Any(static h => h.IsStatic),
        aggregate.Handlers);
}

/// <summary>What <c>.Apply</c> is written from.</summary>
/// <param name="Type">The aggregate's class.</param>
/// <param name="Name">Its persisted name.</param>
/// <param name="InitialState">The expression that makes its first state, or null.</param>
/// <param name="Appliers">Its event handlers.</param>
/// <param name="StatelessEvents">The full names of its events that change no state.</param>
internal sealed record ApplyModel(
    TypeModel Type,
    string Name,
    string? InitialState,
    EquatableArray<ApplierModel> Appliers,
    EquatableArray<string> StatelessEvents)
{
    public static ApplyModel Of(AggregateModel aggregate, IEnumerable<MessageModel> events) => new(
        aggregate.Type,
        aggregate.Name,
        aggregate.InitialState,
        aggregate.Appliers,
        events.Where(e => e.ChangesNoState && !aggregate.Appliers.Any(a => a.Event == e.Type)).Select(static e => e.Type).ToEquatableArray());
}

/// <summary>What <c>.Aggregate</c> is written from.</summary>
internal sealed record IdentityModel(TypeModel Type, string Name, string Contract)
{
    public static IdentityModel Of(AggregateModel aggregate) => new(aggregate.Type, aggregate.Name, aggregate.Contract);
}

