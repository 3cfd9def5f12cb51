namespace Cqrs.Gen.Modeling;

/// <summary>Types that something brings along: an event or command, the state of an aggregate or a query.</summary>
/// <param name="Name">What brings them, unlike all others.</param>
/// <param name="Owners">The aggregates that a message names; none for a state.</param>
/// <param name="Types">The types.</param>
internal sealed record JsonTypeSource(string Name, EquatableArray<string> Owners, EquatableArray<JsonTypeModel> Types);

/// <summary>Says which of several sources that bring the same type writes it, so that each is written once and an edit writes only what it changes.</summary>
internal sealed class JsonTypeIndex : IEquatable<JsonTypeIndex>
{
    private readonly EquatableArray<JsonTypeWriter> _writers;
    private HashSet<JsonTypeWriter>? _set;

    /// <param name="sources">All that bring types.</param>
    /// <param name="owners">The aggregates of the assembly: a message to others is not written here.</param>
    public JsonTypeIndex(IEnumerable<JsonTypeSource> sources, IEnumerable<string> owners)
    {
        HashSet<string> known = new(owners, StringComparer.Ordinal);
        _writers = sources
            .Where(s => s.Owners.Count == 0 || s.Owners.Any(known.Contains))
            .SelectMany(static s => s.Types.Select(t => new JsonTypeWriter(t.Converter, t.DisplayName, s.Name)))
            .GroupBy(static w => w.Converter)
            .Select(static g => g.OrderBy(static w => w.Source, StringComparer.Ordinal).First())
            .OrderBy(static w => w.Converter.Home, StringComparer.Ordinal)
            .ThenBy(static w => w.Converter.Name, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    /// <summary>The names of all types, for people and files.</summary>
    public IEnumerable<string> DisplayNames => _writers.Select(static w => w.DisplayName);

    /// <summary>True if a source writes a type that it brings.</summary>
    public bool IsWrittenBy(JsonTypeSource source, JsonTypeModel type)
    {
        _set ??= [.. _writers];
        return _set.Contains(new(type.Converter, type.DisplayName, source.Name));
    }

    public bool Equals(JsonTypeIndex? other) => other is not null && _writers == other._writers;

    public override bool Equals(object? obj) => Equals(obj as JsonTypeIndex);

    public override int GetHashCode() => _writers.GetHashCode();
}

/// <summary>Who writes a converter.</summary>
internal sealed record JsonTypeWriter(JsonConverterModel Converter, string DisplayName, string Source);
