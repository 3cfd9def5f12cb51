using System.ComponentModel;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>The steps of reading and writing JSON arrays and dictionaries strictly, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class JsonArrays
{
    /// <summary>Makes sure that an array begins here.</summary>
    /// <param name="reader">The reader, at the first token of a value.</param>
    /// <exception cref="JsonException">It doesn't.</exception>
    public static void ReadStart(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw JsonFault.Expected(ref reader, JsonTokenType.StartArray, "an array");
        }
    }

    /// <summary>Moves to the first token of the next item.</summary>
    /// <param name="reader">The reader, at an array's start or at the last token of an item.</param>
    /// <returns>False at the array's end.</returns>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public static bool ReadItem(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Makes the exception for a key or an item of a set that stands there a second time.</summary>
    /// <param name="reader">The reader, at the value or the item.</param>
    public static JsonException Repeated(ref Utf8JsonReader reader) =>
        new JsonFault("The same key or item stands here a second time.", reader.TokenStartIndex);

    /// <summary>Makes the exception for an immutable array that was never given a value.</summary>
    public static JsonException Uninitialized() => new JsonFault("The immutable array was never given a value.", 0);

    /// <summary>Enumerates a collection of which only the interface is known.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="values">The collection.</param>
    public static JsonEnumerable<T> Enumerate<T>(IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return new(values);
    }

    /// <summary>Adds an item to a collection of the user's.</summary>
    /// <typeparam name="TCollection">The collection's type.</typeparam>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="items">The collection.</param>
    /// <param name="item">The item.</param>
    public static void Add<TCollection, T>(ref TCollection items, T item)
        where TCollection : ICollection<T> => items.Add(item);

    /// <summary>Adds an item to a set of the user's.</summary>
    /// <typeparam name="TSet">The set's type.</typeparam>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="items">The set.</param>
    /// <param name="item">The item.</param>
    /// <returns>False if it is there already.</returns>
    public static bool AddToSet<TSet, T>(ref TSet items, T item)
        where TSet : ISet<T> => items.Add(item);

    /// <summary>Adds an entry to a dictionary of the user's.</summary>
    /// <typeparam name="TDictionary">The dictionary's type.</typeparam>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <param name="items">The dictionary.</param>
    /// <param name="key">The entry's key.</param>
    /// <param name="value">The entry's value.</param>
    /// <returns>False if the key is there already.</returns>
    public static bool TryAdd<TDictionary, TKey, TValue>(ref TDictionary items, TKey key, TValue value)
        where TDictionary : IDictionary<TKey, TValue>
    {
        if (items.ContainsKey(key))
        {
            return false;
        }

        items.Add(key, value);
        return true;
    }
}
