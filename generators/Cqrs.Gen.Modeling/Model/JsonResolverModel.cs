namespace Cqrs.Gen.Modeling;

/// <summary>What the module's resolver of System.Text.Json metadata is written from: which types there are, and nothing of what they hold.</summary>
/// <param name="Options">What holds where no type of the assembly decides.</param>
/// <param name="Types">Types with a generated description, by their names at run time.</param>
/// <param name="Tokens">Types that are one JSON token.</param>
/// <param name="Nullables">The types inside <c>Nullable&lt;T&gt;</c>.</param>
internal sealed record JsonResolverModel(
    JsonOptionsModel Options,
    EquatableArray<JsonConverterModel> Types,
    EquatableArray<JsonTokenModel> Tokens,
    EquatableArray<string> Nullables)
{
    public static JsonResolverModel Of(
        IEnumerable<JsonConverterModel> types, IReadOnlyCollection<JsonValueModel> uses, IEnumerable<JsonConverterModel> sets, JsonOptionsModel options) =>
        new(
            options,
            types.Concat(sets).OrderBy(static c => c.RuntimeType, StringComparer.Ordinal).ToEquatableArray(),
            uses.Where(static u => u.Token is not null)
                .Select(static u => new JsonTokenModel(u.RuntimeType.TrimEnd('?'), u.Token!))
                .Distinct()
                .OrderBy(static t => t.Type, StringComparer.Ordinal)
                .ToEquatableArray(),
            uses.Where(static u => u is { AcceptsNull: true, IsReference: false })
                .Select(static u => u.RuntimeType.TrimEnd('?'))
                .Distinct()
                .OrderBy(static name => name, StringComparer.Ordinal)
                .ToEquatableArray());
}

/// <summary>A type that is one JSON token.</summary>
/// <param name="Type">Its name, such as <c>int</c>.</param>
/// <param name="Token">Its name in <c>JsonValues</c>, such as <c>Int32</c>.</param>
internal sealed record JsonTokenModel(string Type, string Token);
