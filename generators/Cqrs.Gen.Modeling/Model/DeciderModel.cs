namespace Cqrs.Gen.Modeling;

/// <summary>What <c>.Aggregate</c> is written from: who the aggregate is, what it decides, and how its state evolves.</summary>
/// <param name="Type">The aggregate's class.</param>
/// <param name="Name">Its persisted name.</param>
/// <param name="Contract">The full name of the type by which events and commands name it.</param>
/// <param name="InitialState">The expression that makes its first state, or null.</param>
/// <param name="Handlers">Its command handlers.</param>
/// <param name="Appliers">Its event handlers.</param>
/// <param name="StatelessEvents">The full names of its events that change no state.</param>
internal sealed record DeciderModel(
    TypeModel Type,
    string Name,
    string Contract,
    string? InitialState,
    EquatableArray<HandlerModel> Handlers,
    EquatableArray<ApplierModel> Appliers,
    EquatableArray<string> StatelessEvents)
{
    /// <summary>True if a command creates it, so that no other command may.</summary>
    public bool IsCreatedByCommand => Handlers.Any(static h => h.IsStatic);

    public static DeciderModel Of(AggregateModel aggregate, IEnumerable<MessageModel> events) => new(
        aggregate.Type,
        aggregate.Name,
        aggregate.Contract,
        aggregate.InitialState,
        aggregate.Handlers,
        aggregate.Appliers,
        events.Where(e => e.ChangesNoState && !aggregate.Appliers.Any(a => a.Event == e.Type)).Select(static e => e.Type).ToEquatableArray());
}
