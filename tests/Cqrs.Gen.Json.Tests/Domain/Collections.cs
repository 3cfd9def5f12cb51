using System.Collections.Immutable;

namespace Specimens;

[Event(ChangesNoState = true)]
public sealed record Lists(
    int[] Array, string?[] Texts, List<Line> Lines, IReadOnlyList<int> ReadOnly, IList<decimal> IList, ICollection<string> ICollection, IEnumerable<Guid> IEnumerable,
    IReadOnlyCollection<bool> IReadOnlyCollection, List<Line?> MaybeLines, List<byte[]> Blobs, int[][] Jagged, List<List<string>> Nested, Colour[] Colours,
    ImmutableArray<Point> Immutable) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Sets(HashSet<string> Texts, ISet<int> Numbers, HashSet<Guid> Ids) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record ReadOnlySets(IReadOnlySet<int> Numbers) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Dictionaries(
    Dictionary<string, int> Numbers, IReadOnlyDictionary<string, Line> Lines, IDictionary<string, string?> Texts, Dictionary<string, List<int>> Lists,
    Dictionary<string, Dictionary<string, decimal>> Nested) : IEvent<Collection>;
