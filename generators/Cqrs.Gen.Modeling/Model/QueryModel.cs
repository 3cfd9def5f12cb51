namespace Cqrs.Gen.Modeling;

/// <summary>A query.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Name">Its persisted name.</param>
/// <param name="IsInline">True if its documents change with the events, false if after them.</param>
/// <param name="InitialState">The expression that makes an empty document, or null if only a static Apply can.</param>
/// <param name="Sources">The events that it consumes, ordered by aggregate and name.</param>
/// <param name="Appliers">Its event handlers.</param>
/// <param name="Keys">Its Key methods.</param>
internal sealed record QueryModel(
    TypeModel Type,
    string Name,
    bool IsInline,
    string? InitialState,
    EquatableArray<SourceModel> Sources,
    EquatableArray<ApplierModel> Appliers,
    EquatableArray<KeyModel> Keys);

/// <summary>An event that a query consumes.</summary>
/// <param name="Aggregate">The aggregate's persisted name.</param>
/// <param name="Event">The event's persisted name.</param>
internal sealed record SourceModel(string Aggregate, string Event);

/// <summary>A <c>Key</c> method.</summary>
/// <param name="Event">The event's full name.</param>
/// <param name="Depth">How many base classes the event has.</param>
/// <param name="IsMany">True if it returns several keys.</param>
/// <param name="Parameters">Its parameters in order.</param>
internal sealed record KeyModel(string Event, int Depth, bool IsMany, EquatableArray<ParameterModel> Parameters);
