using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Cqrs.Gen;

/// <summary>
/// What the caller says about a command, recorded with each of its events: who caused it, what it belongs to, and any further keys.
/// Immutable; entries are ordered by key, so equal metadata is written as equal bytes.
/// </summary>
public sealed class Metadata : IReadOnlyCollection<KeyValuePair<string, string>>, IEquatable<Metadata>
{
    /// <summary>The key of <see cref="CorrelationId"/>.</summary>
    public const string CorrelationIdKey = "correlationId";

    /// <summary>The key of <see cref="CausationId"/>.</summary>
    public const string CausationIdKey = "causationId";

    /// <summary>The key of <see cref="UserId"/>.</summary>
    public const string UserIdKey = "userId";

    /// <summary>The key under which the command bus records the W3C trace context of a traced command, so that followers of the log can continue the trace.</summary>
    public const string TraceParentKey = "traceparent";

    private readonly KeyValuePair<string, string>[] _entries;

    private Metadata(KeyValuePair<string, string>[] entries) => _entries = entries;

    /// <summary>Metadata that says nothing.</summary>
    public static Metadata Empty { get; } = new([]);

    /// <summary>The number of entries.</summary>
    public int Count => _entries.Length;

    /// <summary>What ties together all messages of one user action or workflow, or null.</summary>
    public string? CorrelationId => this[CorrelationIdKey];

    /// <summary>The id of the message that led to this command, or null.</summary>
    public string? CausationId => this[CausationIdKey];

    /// <summary>Who gave the command, or null.</summary>
    public string? UserId => this[UserIdKey];

    /// <summary>The value of a key, or null if there is none.</summary>
    /// <param name="key">The key; upper and lower case differ.</param>
    public string? this[string key] => TryGetValue(key, out string? value) ? value : null;

    /// <summary>Creates metadata with the three usual entries; those that are null are left out.</summary>
    /// <param name="correlationId">What ties together all messages of one user action or workflow.</param>
    /// <param name="causationId">The id of the message that led to this command.</param>
    /// <param name="userId">Who gave the command.</param>
    public static Metadata Create(string? correlationId = null, string? causationId = null, string? userId = null) =>
        Empty.WithCorrelationId(correlationId).WithCausationId(causationId).WithUserId(userId);

    /// <summary>The same metadata with another <see cref="CorrelationId"/>.</summary>
    /// <param name="value">The id, or null to remove it.</param>
    public Metadata WithCorrelationId(string? value) => With(CorrelationIdKey, value);

    /// <summary>The same metadata with another <see cref="CausationId"/>.</summary>
    /// <param name="value">The id, or null to remove it.</param>
    public Metadata WithCausationId(string? value) => With(CausationIdKey, value);

    /// <summary>The same metadata with another <see cref="UserId"/>.</summary>
    /// <param name="value">The id, or null to remove it.</param>
    public Metadata WithUserId(string? value) => With(UserIdKey, value);

    /// <summary>The same metadata with one entry added, replaced or removed.</summary>
    /// <param name="key">The key; not empty, upper and lower case differ.</param>
    /// <param name="value">The value, or null to remove the entry.</param>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public Metadata With(string key, string? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        int place = Find(key);
        if (place >= 0)
        {
            return value is null ? Removed(place) : Replaced(place, new(key, value));
        }

        return value is null ? this : Inserted(~place, new(key, value));
    }

    /// <summary>Looks up a key.</summary>
    /// <param name="key">The key; upper and lower case differ.</param>
    /// <param name="value">The value, or null if there is none.</param>
    /// <returns>True if there is such an entry.</returns>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        int place = Find(key);
        value = place >= 0 ? _entries[place].Value : null;
        return place >= 0;
    }

    /// <summary>The entries in the order of their keys, without a copy.</summary>
    public ReadOnlySpan<KeyValuePair<string, string>> AsSpan() => _entries;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, string>>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Metadata? other)
    {
        if (other is null || _entries.Length != other._entries.Length)
        {
            return false;
        }

        for (int i = 0; i < _entries.Length; i++)
        {
            if (_entries[i].Key != other._entries[i].Key || _entries[i].Value != other._entries[i].Value)
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Metadata);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (KeyValuePair<string, string> entry in _entries)
        {
            hash.Add(entry.Key);
            hash.Add(entry.Value);
        }

        return hash.ToHashCode();
    }

    /// <summary>The entries as <c>key=value</c>, separated by commas.</summary>
    public override string ToString() => string.Join(", ", _entries.Select(static e => $"{e.Key}={e.Value}"));

    private int Find(string key)
    {
        int low = 0;
        int high = _entries.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = string.CompareOrdinal(_entries[middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }

    private Metadata Inserted(int place, KeyValuePair<string, string> entry) => new([.. _entries.AsSpan(0, place), entry, .. _entries.AsSpan(place)]);

    private Metadata Replaced(int place, KeyValuePair<string, string> entry) => new([.. _entries.AsSpan(0, place), entry, .. _entries.AsSpan(place + 1)]);

    private Metadata Removed(int place) => _entries.Length == 1 ? Empty : new([.. _entries.AsSpan(0, place), .. _entries.AsSpan(place + 1)]);
}
