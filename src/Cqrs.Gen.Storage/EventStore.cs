namespace Cqrs.Gen.Storage;

/// <summary>Placeholder while the group commit is being written.</summary>
public sealed class EventStore;
