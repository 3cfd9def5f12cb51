namespace Cqrs.Gen.Modeling;

/// <summary>What the module's class is written from: names alone.</summary>
/// <param name="Aggregates">The full names of the aggregates, in order.</param>
/// <param name="Queries">The full names of the queries, in order.</param>
internal sealed record ModuleContentModel(EquatableArray<string> Aggregates, EquatableArray<string> Queries)
{
    /// <summary>One, or none for an assembly without aggregates and queries.</summary>
    public static IEnumerable<ModuleContentModel> Of(EquatableArray<string> aggregates, EquatableArray<string> queries) =>
        aggregates.Count == 0 && queries.Count == 0 ? [] : [new(aggregates, queries)];
}
