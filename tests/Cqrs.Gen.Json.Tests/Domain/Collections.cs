using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;

namespace Specimens;

[Event(ChangesNoState = true)]
public sealed record Lists(
    int[] Array, string?[] Texts, List<Line> Lines, IReadOnlyList<int> ReadOnly, IList<decimal> IList, ICollection<string> ICollection, IEnumerable<Guid> IEnumerable,
    IReadOnlyCollection<bool> IReadOnlyCollection, List<Line?> MaybeLines, List<byte[]> Blobs, int[][] Jagged, List<List<string>> Nested, Colour[] Colours,
    ImmutableArray<Point> Immutable) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Sets(HashSet<string> Texts, ISet<int> Numbers, HashSet<Guid> Ids) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record WriteOnlyForThem(
    IReadOnlySet<int> Numbers, ReadOnlyCollection<int> Collection, ReadOnlySet<int> Set, FrozenSet<int> Frozen, FrozenDictionary<string, int> FrozenKeys) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Dictionaries(
    Dictionary<string, int> Numbers, IReadOnlyDictionary<string, Line> Lines, IDictionary<string, string?> Texts, Dictionary<string, List<int>> Lists,
    Dictionary<string, Dictionary<string, decimal>> Nested) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Sequences(
    LinkedList<int> Linked, Queue<string> Queue, SortedSet<int> Sorted, System.Collections.ObjectModel.Collection<Line> Collection, ObservableCollection<int> Observable,
    ConcurrentQueue<int> Concurrent, Memory<int> Memory) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record Immutables(
    ImmutableList<Line> List, IImmutableList<int> IList, ImmutableQueue<int> Queue, ImmutableHashSet<int> Set, ImmutableSortedSet<int> Sorted,
    ImmutableDictionary<string, int> Dictionary, ImmutableSortedDictionary<string, Line> SortedDictionary, ImmutableArray<int>? MaybeArray) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record OtherDictionaries(
    SortedDictionary<string, int> Sorted, SortedList<string, int> List, OrderedDictionary<string, int> Ordered, ConcurrentDictionary<string, int> Concurrent) : IEvent<Collection>;
