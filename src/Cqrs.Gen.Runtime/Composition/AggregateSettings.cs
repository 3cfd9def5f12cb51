namespace Cqrs.Gen;

/// <summary>What holds for one kind of aggregate.</summary>
/// <param name="Snapshots">When snapshots are written.</param>
/// <param name="CacheSize">How many idle aggregates are kept.</param>
/// <param name="MaxPending">How many commands may be executing or waiting.</param>
internal sealed record AggregateSettings(SnapshotPolicy Snapshots, int CacheSize, int MaxPending);
