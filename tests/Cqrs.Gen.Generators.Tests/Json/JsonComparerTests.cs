namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>A comparer that the constructor chose is no part of the JSON, and is there again all the same when a state is restored.</summary>
public sealed class JsonComparerTests
{
    private static readonly string[] Sets =
    [
        "HashSet<string>|new(StringComparer.OrdinalIgnoreCase)|V.Add(e.Key)", "SortedSet<string>|new(StringComparer.OrdinalIgnoreCase)|V.Add(e.Key)",
        "ISet<string>|new HashSet<string>(StringComparer.OrdinalIgnoreCase)|V.Add(e.Key)", "ISet<string>|new SortedSet<string>(StringComparer.OrdinalIgnoreCase)|V.Add(e.Key)",
        "IReadOnlySet<string>|new SortedSet<string>(StringComparer.OrdinalIgnoreCase)|((SortedSet<string>)V).Add(e.Key)",
        "ImmutableHashSet<string>|ImmutableHashSet.Create<string>(StringComparer.OrdinalIgnoreCase)|V = V.Add(e.Key)",
        "ImmutableSortedSet<string>|ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase)|V = V.Add(e.Key)",
        "IImmutableSet<string>|ImmutableSortedSet.Create<string>(StringComparer.OrdinalIgnoreCase)|V = V.Add(e.Key)",
        "FrozenSet<string>|new[] { \"x\" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase)|V = new[] { e.Key }.ToFrozenSet(StringComparer.OrdinalIgnoreCase)",
    ];

    private static readonly string[] Dictionaries =
    [
        "Dictionary<string, int>|new(StringComparer.OrdinalIgnoreCase)|V[e.Key] = 1", "SortedDictionary<string, int>|new(StringComparer.OrdinalIgnoreCase)|V[e.Key] = 1",
        "SortedList<string, int>|new(StringComparer.OrdinalIgnoreCase)|V[e.Key] = 1", "OrderedDictionary<string, int>|new(StringComparer.OrdinalIgnoreCase)|V[e.Key] = 1",
        "ConcurrentDictionary<string, int>|new(StringComparer.OrdinalIgnoreCase)|V[e.Key] = 1",
        "IDictionary<string, int>|new SortedDictionary<string, int>(StringComparer.OrdinalIgnoreCase)|V[e.Key] = 1",
        "IDictionary<string, int>|new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)|V[e.Key] = 1",
        "IReadOnlyDictionary<string, int>|new SortedList<string, int>(StringComparer.OrdinalIgnoreCase)|((SortedList<string, int>)V)[e.Key] = 1",
        "ImmutableDictionary<string, int>|ImmutableDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase)|V = V.Add(e.Key, 1)",
        "ImmutableSortedDictionary<string, int>|ImmutableSortedDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase)|V = V.Add(e.Key, 1)",
        "IImmutableDictionary<string, int>|ImmutableSortedDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase)|V = V.Add(e.Key, 1)",
        "FrozenDictionary<string, int>|new Dictionary<string, int>().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)|V = new Dictionary<string, int> { [e.Key] = 1 }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)",
    ];

    private static readonly JsonDomain Domain = JsonDomain.Of(Source());

    [Fact]
    public void It_is_there_again()
    {
        object state = Domain.Account.Apply(null, Domain.Make("Added", "a"));
        object restored = Domain.Account.ReadState(Domain.Account.WriteState(state));
        Assert.Equal("", restored.GetType().GetProperty("Missed")!.GetValue(restored));
        Assert.Equal(Domain.Account.WriteState(state), Domain.Account.WriteState(restored));
    }

    [Fact]
    public void What_is_equal_by_it_is_refused()
    {
        string json = Domain.Account.WriteState(Domain.Account.Apply(null, Domain.Make("Added", "a")));
        for (int i = 0; i < Sets.Length + Dictionaries.Length; i++)
        {
            string twice = i < Sets.Length ? $"\"_v{i}\":[\"a\",\"A\"]" : $"\"_v{i}\":{{\"a\":1,\"A\":1}}";
            string once = i < Sets.Length ? $"\"_v{i}\":[\"a\"]" : $"\"_v{i}\":{{\"a\":1}}";
            Assert.Contains(once, json, StringComparison.Ordinal);
            PayloadException refusal = Assert.Throws<PayloadException>(() => Domain.Account.ReadState(json.Replace(once, twice, StringComparison.Ordinal)));
            Assert.Contains("By the comparer that the constructor chose, ", refusal.Problem, StringComparison.Ordinal);
        }
    }

    private static string Source()
    {
        string[][] rows = [.. Sets.Concat(Dictionaries).Select(static row => row.Split('|'))];
        string fields = string.Concat(rows.Select(static (row, i) => $"private {row[0]} _v{i} = {row[1]};\n"));
        string applies = string.Concat(rows.Select(static (row, i) => $"{row[2].Replace("V", $"_v{i}", StringComparison.Ordinal)};\n"));
        string found = string.Join(" + ", rows.Select(static (_, i) => $"(_v{i}.{(i < Sets.Length ? "Contains" : "ContainsKey")}(\"A\") ? \"\" : \"_v{i} \")"));
        return $"public sealed record Added(string Key) : IEvent<Account>;\n[Aggregate] public sealed partial class Account {{\n{fields}public string Missed => {found};\nvoid Apply(Added e) {{\n{applies}}} }}";
    }
}
