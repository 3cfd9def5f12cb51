namespace Cqrs.Gen.Storage;

/// <summary>An append that has its place in the order of all appends, and is still to be committed.</summary>
public readonly struct PlacedAppend
{
    private readonly GroupCommit? _leader;
    private readonly ValueTask<AppendOutcome> _outcome;

    internal PlacedAppend(GroupCommit leader) => _leader = leader;

    internal PlacedAppend(ValueTask<AppendOutcome> outcome) => _outcome = outcome;

    /// <summary>Commits the append, or waits for the commit that takes it along. To be called exactly once, and soon: others may be waiting for it.</summary>
    /// <returns>What <see cref="EventStore.AppendAsync"/> returns, with its exceptions.</returns>
    public ValueTask<AppendOutcome> CommitAsync() => _leader is null ? _outcome : _leader.CommitAlone();
}
