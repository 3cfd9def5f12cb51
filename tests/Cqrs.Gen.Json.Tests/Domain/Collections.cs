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

[Event(ChangesNoState = true)]
public sealed record NumberKeys(
    Dictionary<sbyte, int> I8, Dictionary<byte, int> U8, Dictionary<short, int> I16, Dictionary<ushort, int> U16, Dictionary<int, int> I32, Dictionary<uint, int> U32, Dictionary<long, int> I64,
    Dictionary<ulong, int> U64, Dictionary<Int128, int> I128, Dictionary<UInt128, int> U128, Dictionary<Half, int> F16, Dictionary<float, int> F32, Dictionary<double, int> F64,
    Dictionary<decimal, int> Money, Dictionary<bool, int> Flag) : IEvent<Collection>;

[Event(ChangesNoState = true)]
public sealed record TextKeys(
    Dictionary<char, int> Letter, Dictionary<Guid, int> Id, Dictionary<Uri, int> Link, Dictionary<Version, int> Release, Dictionary<DateTime, int> Time, Dictionary<DateTimeOffset, int> Moment,
    Dictionary<DateOnly, int> Date, Dictionary<TimeOnly, int> Clock, Dictionary<TimeSpan, int> Span, Dictionary<Colour, int> Colour) : IEvent<Collection>;
