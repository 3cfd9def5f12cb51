namespace Cqrs.Gen.Modeling;

/// <summary>
/// Says which types are described to System.Text.Json, and which of several sources that bring the same type describes it. At run time a type
/// is one whether or not its items may be null, so of several converters the one that accepts the most speaks for it.
/// </summary>
internal sealed class JsonTypeInfoIndex : IEquatable<JsonTypeInfoIndex>
{
    private readonly EquatableArray<JsonTypeWriter> _writers;
    private HashSet<JsonTypeWriter>? _set;

    /// <param name="sources">All that bring types.</param>
    /// <param name="sets">The closed sets of the assembly's aggregates.</param>
    /// <param name="owners">The aggregates of the assembly: a message to others is not described here.</param>
    /// <param name="options">What holds in the assembly where no type decides.</param>
    public JsonTypeInfoIndex(IEnumerable<JsonTypeSource> sources, IEnumerable<ClosedSetModel> sets, IEnumerable<string> owners, JsonOptionsModel options)
    {
        HashSet<string> known = new(owners, StringComparer.Ordinal);
        JsonTypeSource[] own = sources.Where(s => s.Owners.Count == 0 || s.Owners.Any(known.Contains)).ToArray();
        (JsonTypeModel Type, string Source)[] described = own
            .SelectMany(static s => s.Types.Where(IsDescribed).Select(t => (t, s.Name)))
            .GroupBy(static d => (d.t.Converter.RuntimeType, IsPart(d.t)))
            .Select(static g => g
                .OrderBy(static d => d.t is JsonCustomModel { IsOfMember: true })
                .ThenByDescending(static d => d.t.Type.Count(static c => c == '?'))
                .ThenBy(static d => d.t.Converter.Name, StringComparer.Ordinal)
                .ThenBy(static d => d.Name, StringComparer.Ordinal)
                .First())
            .OrderBy(static d => d.t.Converter.RuntimeType, StringComparer.Ordinal)
            .ToArray();
        _writers = described.Select(static d => new JsonTypeWriter(d.Type.Converter, d.Type.DisplayName, d.Source)).ToEquatableArray();
        IsNeeded = sources.Any(static s => s.Types.Any(static t => t is JsonCustomModel || IsDescribed(t)));

        // System.Text.Json asks for a member's type even where the member has a converter of its own.
        IEnumerable<JsonTypeModel> converted = own.SelectMany(static s => s.Types).Where(static t => t is JsonCustomModel { Home: null });
        Resolver = JsonResolverModel.Of(
            described.Where(static d => !IsPart(d.Type)).Select(static d => d.Type.Converter),
            described.Select(static d => d.Type).Concat(converted).SelectMany(static t => t.Uses).ToArray(),
            sets.Where(static s => s.Described.Any()).Select(static s => s.Converter),
            options);
    }

    /// <summary>What finds them all.</summary>
    public JsonResolverModel Resolver { get; }

    /// <summary>True if there is anything to describe, or a converter that asks for the module's options.</summary>
    public bool IsNeeded { get; }

    /// <summary>The names of all types, for people and files.</summary>
    public IEnumerable<string> DisplayNames => _writers.Select(static w => w.DisplayName);

    /// <summary>True if a source describes a type that it brings.</summary>
    public bool IsDescribedBy(JsonTypeSource source, JsonTypeModel type)
    {
        _set ??= [.. _writers];
        return _set.Contains(new(type.Converter, type.DisplayName, source.Name));
    }

    public bool Equals(JsonTypeInfoIndex? other) => other is not null && _writers == other._writers && IsNeeded == other.IsNeeded && Resolver == other.Resolver;

    public override bool Equals(object? obj) => Equals(obj as JsonTypeInfoIndex);

    public override int GetHashCode() => _writers.GetHashCode();

    // The very type at the base of a hierarchy: only the hierarchy's description asks for its own.
    private static bool IsPart(JsonTypeModel type) => type.Converter.Name.EndsWith("__Itself", StringComparison.Ordinal);

    // What only its home sees cannot be named elsewhere, and what has no JSON has nothing to describe.
    private static bool IsDescribed(JsonTypeModel type) =>
        type is { Home: null } and not (JsonUnsupportedModel or JsonCustomModel { IsOfMember: true, Plain.Token: not null });
}
