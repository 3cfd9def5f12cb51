namespace Cqrs.Gen.Benchmarks;

/// <summary>The aggregate whose events differ in shape: small, wide and nested.</summary>
[Aggregate]
internal sealed partial class Journal
{
    public decimal Balance { get; private set; }

    public int Entries { get; private set; }

    internal void Apply(Deposited e)
    {
        Balance = e.Balance;
        Entries++;
    }

    internal void Apply(Measured e) => Entries++;

    internal void Apply(Ordered e) => Entries++;
}
