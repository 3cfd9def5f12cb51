using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>What a decision stands on: the appends of a chain up to a number, whether they are recorded already or still in flight.</summary>
internal readonly record struct Footing(AppendChain Chain, long Number)
{
    /// <summary>The place of what comes next in the chain.</summary>
    public ChainLink NextLink => Chain.Link(Number + 1);

    public Footing Next => new(Chain, Number + 1);
}
