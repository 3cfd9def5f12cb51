namespace Cqrs.Gen.Modeling;

/// <summary>Names of files' subjects that differ by case alone. The compiler takes the names of generated files for equal then.</summary>
internal sealed class AmbiguousNames : IEquatable<AmbiguousNames>
{
    private readonly EquatableArray<string> _names;

    public AmbiguousNames(IEnumerable<string> all) => _names = all
        .Distinct(StringComparer.Ordinal)
        .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
        .Where(static group => group.Skip(1).Any())
        .SelectMany(static group => group)
        .OrderBy(static name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    public bool Contains(string name) => _names.Count > 0 && _names.Contains(name, StringComparer.Ordinal);

    public bool Equals(AmbiguousNames? other) => other is not null && _names == other._names;

    public override bool Equals(object? obj) => Equals(obj as AmbiguousNames);

    public override int GetHashCode() => _names.GetHashCode();
}
