using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Cqrs.Gen;

/// <summary>
/// Adds what was read to what a member holds once its object is made, for generated code: <c>JsonObjectCreationHandling.Populate</c>. Each method gives
/// what the member holds from then on: what it held, or what was read if it held nothing that can be added to.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonPopulation
{
    /// <summary>Adds the items of a collection to another.</summary>
    /// <typeparam name="TCollection">The collections' type.</typeparam>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="held">What the member holds.</param>
    /// <param name="read">What was read.</param>
    [return: NotNullIfNotNull(nameof(read))]
    public static TCollection? Add<TCollection, T>(TCollection? held, TCollection? read)
        where TCollection : class, ICollection<T>
    {
        if (held is null || read is null || held.IsReadOnly)
        {
            return read;
        }

        foreach (T item in read)
        {
            held.Add(item);
        }

        return held;
    }

    /// <summary>Adds the entries of a dictionary to another; they replace those of the same keys.</summary>
    /// <typeparam name="TDictionary">The dictionaries' type.</typeparam>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <param name="held">What the member holds.</param>
    /// <param name="read">What was read.</param>
    [return: NotNullIfNotNull(nameof(read))]
    public static TDictionary? AddEntries<TDictionary, TKey, TValue>(TDictionary? held, TDictionary? read)
        where TDictionary : class, IDictionary<TKey, TValue>
    {
        if (held is null || read is null || held.IsReadOnly)
        {
            return read;
        }

        foreach ((TKey key, TValue value) in read)
        {
            held[key] = value;
        }

        return held;
    }

    /// <summary>Adds the items of a collection that several threads may use to another.</summary>
    /// <inheritdoc cref="Add"/>
    [return: NotNullIfNotNull(nameof(read))]
    public static TCollection? TryAdd<TCollection, T>(TCollection? held, TCollection? read)
        where TCollection : class, IProducerConsumerCollection<T>
    {
        if (held is null || read is null)
        {
            return read;
        }

        foreach (T item in read)
        {
            held.TryAdd(item);
        }

        return held;
    }

    /// <summary>Adds the items of a queue behind those of another.</summary>
    /// <typeparam name="TQueue">The queues' type.</typeparam>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="held">What the member holds.</param>
    /// <param name="read">What was read.</param>
    [return: NotNullIfNotNull(nameof(read))]
    public static TQueue? Enqueue<TQueue, T>(TQueue? held, TQueue? read)
        where TQueue : Queue<T>
    {
        if (held is null || read is null)
        {
            return read;
        }

        foreach (T item in read)
        {
            held.Enqueue(item);
        }

        return held;
    }

    /// <summary>Pushes the items of a stack onto another, its top first, as they stand in the JSON.</summary>
    /// <typeparam name="TStack">The stacks' type.</typeparam>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="held">What the member holds.</param>
    /// <param name="read">What was read.</param>
    [return: NotNullIfNotNull(nameof(read))]
    public static TStack? Push<TStack, T>(TStack? held, TStack? read)
        where TStack : Stack<T>
    {
        if (held is null || read is null)
        {
            return read;
        }

        foreach (T item in read)
        {
            held.Push(item);
        }

        return held;
    }

    /// <summary>Makes sure that a member without a setter holds what was read.</summary>
    /// <param name="held">What the member holds.</param>
    /// <param name="wanted">What one of the other methods gave for it.</param>
    /// <exception cref="ArgumentException">It holds nothing that can be added to, and cannot be set.</exception>
    public static void Keep(object? held, object? wanted)
    {
        if (!ReferenceEquals(held, wanted))
        {
            throw new ArgumentException(wanted is null ? "Null was read for a collection that has no setter." : "A collection without a setter holds nothing that can be added to.");
        }
    }
}
