namespace Cqrs.Gen.Modeling;

/// <summary>What the module's class is written from: names alone.</summary>
internal sealed record ModuleContentModel(ModuleModel Module, EquatableArray<string> Aggregates, EquatableArray<string> Queries)
{
    public bool IsEmpty => Aggregates.Count == 0 && Queries.Count == 0;

    public static ModuleContentModel Of(ModuleModel module, IEnumerable<string> aggregates, IEnumerable<string> queries) =>
        new(module, Ordered(aggregates), Ordered(queries));

    private static EquatableArray<string> Ordered(IEnumerable<string> names) =>
        names.Distinct().OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray();
}
