namespace Cqrs.Gen.Benchmarks;

/// <summary>Compares what was acknowledged with what stands in the store.</summary>
internal static class Audit
{
    /// <exception cref="InvalidOperationException">An acknowledged deposit is missing, stands twice, or another is there.</exception>
    public static void Demand(string bank, IReadOnlyCollection<Deposit> acknowledged, List<Deposit> stored)
    {
        int missing = acknowledged.Except(stored).Count();
        if (missing > 0 || stored.Count != acknowledged.Count)
        {
            throw new InvalidOperationException(
                $"{bank} acknowledged {acknowledged.Count} deposits; {stored.Count} stand in the store and {missing} of those acknowledged are not among them.");
        }
    }
}
