namespace Cqrs.Gen.Testing.Conformance;

/// <summary>What every store must do, whatever it is made of: adapters run all of it in their tests.</summary>
public static class StoreConformance
{
    /// <summary>The scenarios; each wants a store of its own that holds nothing.</summary>
    public static IReadOnlyList<StoreScenario> Scenarios { get; } =
    [
        .. FidelityScenarios.All,
        .. VersionScenarios.All,
        .. RepeatScenarios.All,
        .. BatchScenarios.All,
        .. DocumentScenarios.All,
        .. SnapshotScenarios.All,
        .. StreamScenarios.All,
        .. LogScenarios.All,
        .. ConcurrencyScenarios.All,
        .. LifetimeScenarios.All,
        .. DurabilityScenarios.All,
    ];

    /// <summary>The scenario of a name.</summary>
    /// <param name="name">Its <see cref="StoreScenario.Name"/>.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static StoreScenario Scenario(string name) =>
        Scenarios.FirstOrDefault(s => s.Name == name) ?? throw new ArgumentException($"There is no scenario \"{name}\".", nameof(name));
}
