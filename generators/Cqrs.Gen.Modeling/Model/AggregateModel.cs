namespace Cqrs.Gen.Modeling;

/// <summary>An aggregate, without its events' and commands' own shapes.</summary>
/// <param name="Type">Its class.</param>
/// <param name="Name">Its persisted name.</param>
/// <param name="Contract">The full name of the type by which events and commands name it.</param>
/// <param name="ContractConverter">The name that the contract's converter would have, from which those of its closed sets follow.</param>
/// <param name="InitialState">The expression that makes its first state, or null if only a static Apply can.</param>
/// <param name="Handlers">Its command handlers.</param>
/// <param name="Appliers">Its event handlers.</param>
internal sealed record AggregateModel(
    TypeModel Type,
    string Name,
    string Contract,
    string ContractConverter,
    string? InitialState,
    EquatableArray<HandlerModel> Handlers,
    EquatableArray<ApplierModel> Appliers);

/// <summary>A <c>Handle</c> method.</summary>
/// <param name="Command">The command's full name.</param>
/// <param name="CommandName">The command's name for messages.</param>
/// <param name="Depth">How many base classes the command has: the most derived are tried first.</param>
/// <param name="IsStatic">True for a handler that creates the aggregate.</param>
/// <param name="Returns">What it returns.</param>
/// <param name="Awaits">How it returns it.</param>
/// <param name="ResultType">The type argument of what is awaited: the aggregate of a decision, or the type of an event.</param>
/// <param name="Parameters">Its parameters in order.</param>
internal sealed record HandlerModel(
    string Command,
    string CommandName,
    int Depth,
    bool IsStatic,
    HandlerReturn Returns,
    HandlerAwait Awaits,
    string ResultType,
    EquatableArray<ParameterModel> Parameters);

internal enum HandlerReturn
{
    Event,
    Decision,
}

internal enum HandlerAwait
{
    Nothing,
    ValueTask,
    Task,
}

/// <summary>A parameter of a <c>Handle</c>, <c>Apply</c> or <c>Key</c> method.</summary>
/// <param name="Kind">Where its argument comes from.</param>
/// <param name="Name">The name of a service's parameter, with keywords escaped.</param>
/// <param name="Type">The full name of a service's type.</param>
/// <param name="IsOptional">True for a service that may be missing.</param>
/// <param name="IsIn">True if it is declared <c>in</c> or <c>ref readonly</c>.</param>
internal sealed record ParameterModel(ParameterKind Kind, string Name, string Type, bool IsOptional, bool IsIn);

internal enum ParameterKind
{
    Message,
    Context,
    CancellationToken,
    Service,
}

/// <summary>An <c>Apply</c> method of an aggregate or a query.</summary>
/// <param name="Event">The event's full name.</param>
/// <param name="Depth">How many base classes the event has: the most derived are tried first.</param>
/// <param name="Shape">How it gives the next state.</param>
/// <param name="Parameters">Its parameters in order.</param>
internal sealed record ApplierModel(string Event, int Depth, ApplierShape Shape, EquatableArray<ParameterModel> Parameters);

internal enum ApplierShape
{
    /// <summary><c>void Apply(TEvent)</c>: changes the state in place.</summary>
    Mutates,

    /// <summary><c>TSelf Apply(TEvent)</c>: returns the next state.</summary>
    Returns,

    /// <summary><c>static TSelf Apply(TEvent)</c>: returns the first state.</summary>
    Creates,
}
