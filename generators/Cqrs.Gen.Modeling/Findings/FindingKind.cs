namespace Cqrs.Gen.Modeling;

/// <summary>What a reader found wrong; each kind is one diagnostic. The comment shows its arguments.</summary>
internal enum FindingKind
{
    /// <summary>The marked type, or a type around it, is not partial: {0} type, {1} the one that is not partial.</summary>
    NotPartial,

    /// <summary>The marked type is generic, abstract, static or local to its file: {0} type, {1} which.</summary>
    UnsupportedType,

    /// <summary>There is no constructor that can make the first state, and no static Apply that returns it: {0} type.</summary>
    NoInitialState,

    /// <summary>A Handle method does not bind: {0} method, {1} reason and what to do.</summary>
    HandleDoesNotBind,

    /// <summary>An Apply method does not bind: {0} method, {1} reason and what to do.</summary>
    ApplyDoesNotBind,

    /// <summary>A Key method does not bind: {0} method, {1} reason and what to do.</summary>
    KeyDoesNotBind,

    /// <summary>Two Handle or Apply methods for one type: {0} class, {1} method name, {2} type.</summary>
    BoundTwice,

    /// <summary>A method that looks as if it were meant to be a Handle, Apply or Key: {0} method, {1} the message it takes, {2} the name it should have.</summary>
    MisnamedMethod,

    /// <summary>A Handle or Apply of a base class that nothing calls: {0} class, {1} method, {2} its name, {3} the message it takes.</summary>
    InheritedMethod,

    /// <summary>A member of an aggregate that others can set: {0} member, {1} what to do.</summary>
    MutableState,

    /// <summary>An event or command, or a member of one, that can be changed: {0} which, {1} what to do.</summary>
    MutableMessage,

    /// <summary>An event that nothing makes: {0} event, {1} aggregate.</summary>
    EventNeverRaised,

    /// <summary>An event that others may derive from, though nothing does: {0} event.</summary>
    UnsealedEvent,

    /// <summary>An event that no Apply takes and that is not marked as changing no state: {0} aggregate, {1} event.</summary>
    EventHasNoApply,

    /// <summary>A command that no Handle takes: {0} aggregate, {1} command.</summary>
    CommandHasNoHandle,

    /// <summary>An event or command that belongs to no aggregate: {0} type, {1} reason and what to do.</summary>
    MessageHasNoAggregate,

    /// <summary>An event or command that is generic or not accessible to the generated code: {0} type, {1} reason.</summary>
    MessageNotUsable,

    /// <summary>A persisted name that is claimed twice: {0} name, {1} first type, {2} second type.</summary>
    NameClaimedTwice,

    /// <summary>A persisted name that is not well-formed: {0} type, {1} name.</summary>
    NameNotWellFormed,

    /// <summary>A version of an event that is less than 1: {0} event, {1} version.</summary>
    VersionNotPositive,

    /// <summary>A query that consumes nothing: {0} query.</summary>
    QueryConsumesNothing,

    /// <summary>An inline query over several aggregates, or with keys of its own: {0} query, {1} reason.</summary>
    QueryCannotBeInline,

    /// <summary>A query with Key methods has none for an event that it consumes: {0} query, {1} event.</summary>
    EventHasNoKey,

    /// <summary>An exhaustive query without an Apply for an event of its sources: {0} query, {1} event.</summary>
    QueryNotExhaustive,

    /// <summary>An asynchronous query, which no engine runs yet: {0} query, {1} why it is asynchronous.</summary>
    QueryNotRun,

    /// <summary>A persisted name that follows from the name of a class: {0} type, {1} persisted name, {2} attribute.</summary>
    NameNotPinned,

    /// <summary>A member or type that has no JSON: {0} which, in quotes, {1} reason and what to do.</summary>
    MemberNotSerializable,
}
