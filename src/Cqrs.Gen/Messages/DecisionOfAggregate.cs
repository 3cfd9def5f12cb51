using System.Collections;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Cqrs.Gen;

/// <summary>
/// What a <c>Handle</c> method decides: events as a collection expression (<c>[]</c>, <c>[one]</c>, <c>[first, second]</c>), or the
/// <see cref="UserError"/> that refuses the command.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class, or its <see cref="AggregateAttribute.Contract"/>.</typeparam>
[CollectionBuilder(typeof(Decision), nameof(Decision.Create))]
public readonly struct Decision<TAggregate> : IEnumerable<IEvent<TAggregate>>
{
    private readonly object? _outcome;

    internal Decision(object? outcome) => _outcome = outcome;

    /// <summary>The same decision in the form the command path passes on.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Decision Untyped => new(_outcome);

    /// <summary>The reason for refusing the command, or null if it was accepted.</summary>
    public UserError? Error => _outcome as UserError;

    /// <summary>The number of events, 0 for a refused command.</summary>
    public int Count => Untyped.Count;

    /// <summary>Refuses the command.</summary>
    /// <param name="error">The reason.</param>
    public static implicit operator Decision<TAggregate>(UserError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(error);
    }

    /// <summary>The events in the order in which they happened; none for a refused command.</summary>
    public IEnumerator<IEvent<TAggregate>> GetEnumerator()
    {
        Decision decision = Untyped;
        for (int i = 0; i < decision.Count; i++)
        {
            yield return (IEvent<TAggregate>)decision[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
