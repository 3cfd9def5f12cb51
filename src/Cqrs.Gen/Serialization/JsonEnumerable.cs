using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Cqrs.Gen;

/// <summary>Enumerates the items of any collection, without an enumerator on the heap where it is an array or a list, for generated code.</summary>
/// <typeparam name="T">The items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonEnumerable<T>
{
    private readonly ReadOnlySpan<T> _items;
    private readonly IReadOnlyList<T>? _list;
    private readonly IEnumerator<T>? _enumerator;
    private readonly int _count;
    private int _index;

    internal JsonEnumerable(IEnumerable<T> values)
    {
        _index = -1;
        switch (values)
        {
            case T[] array:
                _items = array;
                _count = array.Length;
                break;
            case List<T> list:
                _items = CollectionsMarshal.AsSpan(list);
                _count = list.Count;
                break;
            case IReadOnlyList<T> list:
                _list = list;
                _count = list.Count;
                break;
            default:
                _enumerator = values.GetEnumerator();
                break;
        }
    }

    /// <summary>The item that was moved to.</summary>
    public readonly T Current => _enumerator is not null ? _enumerator.Current : _list is not null ? _list[_index] : _items[_index];

    /// <summary>Itself.</summary>
    public readonly JsonEnumerable<T> GetEnumerator() => this;

    /// <summary>Moves to the next item.</summary>
    /// <returns>False behind the last one.</returns>
    public bool MoveNext() => _enumerator is not null ? _enumerator.MoveNext() : ++_index < _count;

    /// <summary>Ends the enumeration.</summary>
    public readonly void Dispose() => _enumerator?.Dispose();
}
