using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Cqrs.Gen;

/// <content>
/// Gives what was read the comparer that the constructor chose, which is not part of the JSON. Where a member's type is an interface, the constructor
/// chose the kind of collection as well: one that sorts is kept.
/// </content>
public static partial class JsonArrays
{
    /// <summary>Gives a set that was read the comparer of the one that the constructor made.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="initial">What the constructor made.</param>
    /// <param name="items">What was read.</param>
    /// <exception cref="System.Text.Json.JsonException">By that comparer, two of the items are equal.</exception>
    [return: NotNullIfNotNull(nameof(items))]
    public static HashSet<T>? WithComparerOf<T>(HashSet<T>? initial, HashSet<T>? items) =>
        initial is null || items is null || ReferenceEquals(initial.Comparer, items.Comparer) ? items : Filled(new HashSet<T>(items.Count, initial.Comparer), items);

    /// <inheritdoc cref="WithComparerOf{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static SortedSet<T>? WithComparerOf<T>(SortedSet<T>? initial, SortedSet<T>? items) =>
        initial is null || items is null || ReferenceEquals(initial.Comparer, items.Comparer) ? items : Filled(new SortedSet<T>(initial.Comparer), items);

    /// <inheritdoc cref="WithComparerOf{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static ImmutableHashSet<T>? WithComparerOf<T>(ImmutableHashSet<T>? initial, ImmutableHashSet<T>? items) =>
        initial is null || items is null || ReferenceEquals(initial.KeyComparer, items.KeyComparer) ? items : Filled(initial.Clear().ToBuilder(), items).ToImmutable();

    /// <inheritdoc cref="WithComparerOf{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static ImmutableSortedSet<T>? WithComparerOf<T>(ImmutableSortedSet<T>? initial, ImmutableSortedSet<T>? items) =>
        initial is null || items is null || ReferenceEquals(initial.KeyComparer, items.KeyComparer) ? items : Filled(initial.Clear().ToBuilder(), items).ToImmutable();

    /// <inheritdoc cref="WithComparerOf{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static FrozenSet<T>? WithComparerOf<T>(FrozenSet<T>? initial, FrozenSet<T>? items) =>
        initial is null || items is null || ReferenceEquals(initial.Comparer, items.Comparer) ? items : Filled(new HashSet<T>(items.Count, initial.Comparer), items).ToFrozenSet(initial.Comparer);

    /// <inheritdoc cref="WithComparerOf{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static ISet<T>? WithComparerOf<T>(ISet<T>? initial, ISet<T>? items) => (initial, items) switch
    {
        (HashSet<T> set, HashSet<T> read) => WithComparerOf(set, read),
        (SortedSet<T> set, not null) => Filled(new SortedSet<T>(set.Comparer), items),
        _ => items,
    };

    /// <inheritdoc cref="WithComparerOf{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static IReadOnlySet<T>? WithComparerOf<T>(IReadOnlySet<T>? initial, IReadOnlySet<T>? items) => (initial, items) switch
    {
        (HashSet<T> set, HashSet<T> read) => WithComparerOf(set, read),
        (SortedSet<T> set, not null) => Filled(new SortedSet<T>(set.Comparer), items),
        _ => items,
    };

    /// <inheritdoc cref="WithComparerOf{T}(HashSet{T}, HashSet{T})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static IImmutableSet<T>? WithComparerOf<T>(IImmutableSet<T>? initial, IImmutableSet<T>? items) => (initial, items) switch
    {
        (ImmutableHashSet<T> set, ImmutableHashSet<T> read) => WithComparerOf(set, read),
        (ImmutableSortedSet<T> set, not null) => Filled(set.Clear().ToBuilder(), items).ToImmutable(),
        _ => items,
    };

    /// <summary>Gives a dictionary that was read the comparer of the one that the constructor made.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <param name="initial">What the constructor made.</param>
    /// <param name="items">What was read.</param>
    /// <exception cref="System.Text.Json.JsonException">By that comparer, two of the keys are equal.</exception>
    [return: NotNullIfNotNull(nameof(items))]
    public static Dictionary<TKey, TValue>? WithComparerOf<TKey, TValue>(Dictionary<TKey, TValue>? initial, Dictionary<TKey, TValue>? items)
        where TKey : notnull =>
        initial is null || items is null || ReferenceEquals(initial.Comparer, items.Comparer) ? items : Filled(new Dictionary<TKey, TValue>(items.Count, initial.Comparer), items);

    /// <inheritdoc cref="WithComparerOf{TKey, TValue}(Dictionary{TKey, TValue}, Dictionary{TKey, TValue})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static OrderedDictionary<TKey, TValue>? WithComparerOf<TKey, TValue>(OrderedDictionary<TKey, TValue>? initial, OrderedDictionary<TKey, TValue>? items)
        where TKey : notnull =>
        initial is null || items is null || ReferenceEquals(initial.Comparer, items.Comparer) ? items : Filled(new OrderedDictionary<TKey, TValue>(items.Count, initial.Comparer), items);

    /// <inheritdoc cref="WithComparerOf{TKey, TValue}(Dictionary{TKey, TValue}, Dictionary{TKey, TValue})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static SortedDictionary<TKey, TValue>? WithComparerOf<TKey, TValue>(SortedDictionary<TKey, TValue>? initial, SortedDictionary<TKey, TValue>? items)
        where TKey : notnull =>
        initial is null || items is null || ReferenceEquals(initial.Comparer, items.Comparer) ? items : Filled(new SortedDictionary<TKey, TValue>(initial.Comparer), items);

    /// <inheritdoc cref="WithComparerOf{TKey, TValue}(Dictionary{TKey, TValue}, Dictionary{TKey, TValue})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static SortedList<TKey, TValue>? WithComparerOf<TKey, TValue>(SortedList<TKey, TValue>? initial, SortedList<TKey, TValue>? items)
        where TKey : notnull =>
        initial is null || items is null || ReferenceEquals(initial.Comparer, items.Comparer) ? items : Filled(new SortedList<TKey, TValue>(items.Count, initial.Comparer), items);

    /// <inheritdoc cref="WithComparerOf{TKey, TValue}(Dictionary{TKey, TValue}, Dictionary{TKey, TValue})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static ConcurrentDictionary<TKey, TValue>? WithComparerOf<TKey, TValue>(ConcurrentDictionary<TKey, TValue>? initial, ConcurrentDictionary<TKey, TValue>? items)
        where TKey : notnull =>
        initial is null || items is null || ReferenceEquals(initial.Comparer, items.Comparer) ? items : Filled(new ConcurrentDictionary<TKey, TValue>(initial.Comparer), items);

    /// <inheritdoc cref="WithComparerOf{TKey, TValue}(Dictionary{TKey, TValue}, Dictionary{TKey, TValue})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static ImmutableDictionary<TKey, TValue>? WithComparerOf<TKey, TValue>(ImmutableDictionary<TKey, TValue>? initial, ImmutableDictionary<TKey, TValue>? items)
        where TKey : notnull =>
        initial is null || items is null || (ReferenceEquals(initial.KeyComparer, items.KeyComparer) && ReferenceEquals(initial.ValueComparer, items.ValueComparer)) ? items : Filled(initial.Clear().ToBuilder(), items).ToImmutable();

    /// <inheritdoc cref="WithComparerOf{TKey, TValue}(Dictionary{TKey, TValue}, Dictionary{TKey, TValue})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static ImmutableSortedDictionary<TKey, TValue>? WithComparerOf<TKey, TValue>(ImmutableSortedDictionary<TKey, TValue>? initial, ImmutableSortedDictionary<TKey, TValue>? items)
        where TKey : notnull =>
        initial is null || items is null || (ReferenceEquals(initial.KeyComparer, items.KeyComparer) && ReferenceEquals(initial.ValueComparer, items.ValueComparer)) ? items : Filled(initial.Clear().ToBuilder(), items).ToImmutable();

    /// <inheritdoc cref="WithComparerOf{TKey, TValue}(Dictionary{TKey, TValue}, Dictionary{TKey, TValue})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static FrozenDictionary<TKey, TValue>? WithComparerOf<TKey, TValue>(FrozenDictionary<TKey, TValue>? initial, FrozenDictionary<TKey, TValue>? items)
        where TKey : notnull =>
        initial is null || items is null || ReferenceEquals(initial.Comparer, items.Comparer) ? items : Filled(new Dictionary<TKey, TValue>(items.Count, initial.Comparer), items).ToFrozenDictionary(initial.Comparer);

    /// <inheritdoc cref="WithComparerOf{TKey, TValue}(Dictionary{TKey, TValue}, Dictionary{TKey, TValue})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static IDictionary<TKey, TValue>? WithComparerOf<TKey, TValue>(IDictionary<TKey, TValue>? initial, IDictionary<TKey, TValue>? items)
        where TKey : notnull => (initial, items) switch
        {
            (Dictionary<TKey, TValue> dictionary, Dictionary<TKey, TValue> read) => WithComparerOf(dictionary, read),
            (SortedDictionary<TKey, TValue> dictionary, not null) => Filled(new SortedDictionary<TKey, TValue>(dictionary.Comparer), items),
            (SortedList<TKey, TValue> dictionary, not null) => Filled(new SortedList<TKey, TValue>(items.Count, dictionary.Comparer), items),
            _ => items,
        };

    /// <inheritdoc cref="WithComparerOf{TKey, TValue}(Dictionary{TKey, TValue}, Dictionary{TKey, TValue})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static IReadOnlyDictionary<TKey, TValue>? WithComparerOf<TKey, TValue>(IReadOnlyDictionary<TKey, TValue>? initial, IReadOnlyDictionary<TKey, TValue>? items)
        where TKey : notnull => (initial, items) switch
        {
            (Dictionary<TKey, TValue> dictionary, Dictionary<TKey, TValue> read) => WithComparerOf(dictionary, read),
            (SortedDictionary<TKey, TValue> dictionary, not null) => Filled(new SortedDictionary<TKey, TValue>(dictionary.Comparer), items),
            (SortedList<TKey, TValue> dictionary, not null) => Filled(new SortedList<TKey, TValue>(items.Count, dictionary.Comparer), items),
            _ => items,
        };

    /// <inheritdoc cref="WithComparerOf{TKey, TValue}(Dictionary{TKey, TValue}, Dictionary{TKey, TValue})"/>
    [return: NotNullIfNotNull(nameof(items))]
    public static IImmutableDictionary<TKey, TValue>? WithComparerOf<TKey, TValue>(
        IImmutableDictionary<TKey, TValue>? initial, IImmutableDictionary<TKey, TValue>? items)
        where TKey : notnull => (initial, items) switch
        {
            (ImmutableDictionary<TKey, TValue> dictionary, ImmutableDictionary<TKey, TValue> read) => WithComparerOf(dictionary, read),
            (ImmutableSortedDictionary<TKey, TValue> dictionary, not null) => Filled(dictionary.Clear().ToBuilder(), items).ToImmutable(),
            _ => items,
        };

    private static TSet Filled<TSet, T>(TSet result, IEnumerable<T> items)
        where TSet : ISet<T>
    {
        foreach (T item in items)
        {
            if (!result.Add(item))
            {
                throw Equal(item);
            }
        }

        return result;
    }

    private static TDictionary Filled<TDictionary, TKey, TValue>(TDictionary result, IEnumerable<KeyValuePair<TKey, TValue>> items)
        where TDictionary : IDictionary<TKey, TValue>
    {
        foreach ((TKey key, TValue value) in items)
        {
            if (!TryAdd(ref result, key, value))
            {
                throw Equal(key);
            }
        }

        return result;
    }

    private static JsonFault Equal(object? item) => new($"By the comparer that the constructor chose, {item} equals another key or item.", 0);
}
