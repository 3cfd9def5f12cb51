using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cqrs.Gen;

/// <summary>
/// Gathers the items of a JSON array, so that a collection of exactly their number can be made, for generated code. The first few stay on the stack, more
/// go to a pooled array, which the methods that make the collection give back. Each of them ends its use.
/// </summary>
/// <typeparam name="T">The items.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct JsonItems<T>
{
    private const int FewItems = 8;

    private Few _few;
    private T[]? _many;
    private int _count;

    /// <summary>Adds an item behind the others.</summary>
    /// <param name="item">The item.</param>
    public void Add(T item)
    {
        if (_many is null && _count < FewItems)
        {
            _few[_count++] = item;
            return;
        }

        if (_many is null || _count == _many.Length)
        {
            Grow();
        }

        _many[_count++] = item;
    }

    /// <summary>Makes an array of the items.</summary>
    public T[] ToArray()
    {
        T[] result = Gathered().ToArray();
        Release();
        return result;
    }

    /// <summary>Makes a list of the items.</summary>
    public List<T> ToList()
    {
        List<T> result = new(_count);
        CollectionsMarshal.SetCount(result, _count);
        Gathered().CopyTo(CollectionsMarshal.AsSpan(result));
        Release();
        return result;
    }

    /// <summary>Makes an immutable array of the items.</summary>
    public ImmutableArray<T> ToImmutableArray() => ImmutableCollectionsMarshal.AsImmutableArray(ToArray());

    /// <summary>Makes a stack of which the first item is the top.</summary>
    public ImmutableStack<T> ToImmutableStack()
    {
        ImmutableStack<T> result = ImmutableStack<T>.Empty;
        Span<T> items = Gathered();
        for (int i = items.Length - 1; i >= 0; i--)
        {
            result = result.Push(items[i]);
        }

        Release();
        return result;
    }

    /// <summary>Pushes the items onto a stack, the last one first, so that the first one is its top.</summary>
    /// <typeparam name="TStack">The stack's type.</typeparam>
    /// <param name="stack">An empty stack.</param>
    public TStack PushOnto<TStack>(TStack stack)
        where TStack : Stack<T>
    {
        ArgumentNullException.ThrowIfNull(stack);
        stack.EnsureCapacity(_count);
        Span<T> items = Gathered();
        for (int i = items.Length - 1; i >= 0; i--)
        {
            stack.Push(items[i]);
        }

        Release();
        return stack;
    }

    /// <summary>Adds the items to a collection that gives the last one first, the last one first.</summary>
    /// <typeparam name="TCollection">The collection's type.</typeparam>
    /// <param name="collection">An empty collection.</param>
    public TCollection ReverseInto<TCollection>(TCollection collection)
        where TCollection : IProducerConsumerCollection<T>
    {
        Span<T> items = Gathered();
        for (int i = items.Length - 1; i >= 0; i--)
        {
            collection.TryAdd(items[i]);
        }

        Release();
        return collection;
    }

    [UnscopedRef]
    private Span<T> Gathered() => _many is null ? ((Span<T>)_few)[.._count] : _many.AsSpan(0, _count);

    [MemberNotNull(nameof(_many))]
    private void Grow()
    {
        T[] larger = ArrayPool<T>.Shared.Rent(_count * 2);
        Gathered().CopyTo(larger);
        Release();
        _many = larger;
    }

    private void Release()
    {
        if (_many is not null)
        {
            ArrayPool<T>.Shared.Return(_many, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
            _many = null;
        }
    }

    [InlineArray(FewItems)]
    private struct Few
    {
        private T _first;
    }
}
