using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Cqrs.Gen;

/// <summary>The steps of reading and writing JSON arrays and dictionaries strictly, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonArrays
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

    /// <summary>Reads a dictionary's key and moves to the value.</summary>
    /// <param name="reader">The reader, at the key.</param>
    /// <exception cref="JsonException">The key is not text.</exception>
    public static string ReadKey(ref Utf8JsonReader reader)
    {
        string key = JsonValues.ReadText(ref reader);
        reader.Read();
        return key;
    }

    /// <summary>Makes the exception for a key or an item of a set that stands there a second time.</summary>
    /// <param name="reader">The reader, at the value or the item.</param>
    public static JsonException Repeated(ref Utf8JsonReader reader) =>
        new JsonFault("The same key or item stands here a second time.", reader.TokenStartIndex);

    /// <summary>Makes the exception for an immutable array that was never given a value.</summary>
    public static JsonException Uninitialized() => new JsonFault("The immutable array was never given a value.", 0);

    /// <summary>Gives a dictionary that was read the comparer that the constructor chose, which is not part of the JSON.</summary>
    /// <typeparam name="TKey">The keys.</typeparam>
    /// <typeparam name="TValue">The values.</typeparam>
    /// <param name="initial">What the constructor made.</param>
    /// <param name="entries">What was read.</param>
    [return: NotNullIfNotNull(nameof(entries))]
    public static Dictionary<TKey, TValue>? WithComparerOf<TKey, TValue>(Dictionary<TKey, TValue>? initial, Dictionary<TKey, TValue>? entries)
        where TKey : notnull
    {
        if (initial is null || entries is null || ReferenceEquals(initial.Comparer, entries.Comparer))
        {
            return entries;
        }

        Dictionary<TKey, TValue> result = new(entries.Count, initial.Comparer);
        foreach ((TKey key, TValue value) in entries)
        {
            if (!result.TryAdd(key, value))
            {
                throw new JsonFault($"The key {key} equals another by the dictionary's comparer.", 0);
            }
        }

        return result;
    }

    /// <summary>Gives a set that was read the comparer that the constructor chose, which is not part of the JSON.</summary>
    /// <typeparam name="T">The items.</typeparam>
    /// <param name="initial">What the constructor made.</param>
    /// <param name="items">What was read.</param>
    [return: NotNullIfNotNull(nameof(items))]
    public static HashSet<T>? WithComparerOf<T>(HashSet<T>? initial, HashSet<T>? items)
    {
        if (initial is null || items is null || ReferenceEquals(initial.Comparer, items.Comparer))
        {
            return items;
        }

        return new HashSet<T>(items, initial.Comparer);
    }
}
