using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Cqrs.Gen;

/// <summary>
/// What a command led to, in the form the command path passes on: no, one or many events, or the <see cref="UserError"/> that refuses it.
/// Handlers return <see cref="Decision{TAggregate}"/>, which says whose events they are.
/// </summary>
public readonly struct Decision
{
    // null: no event; IEvent: one; IEvent[]: many; UserError: refused. One reference, so a decision costs nothing to return.
    private readonly object? _outcome;

    internal Decision(object? outcome) => _outcome = outcome;

    /// <summary>The reason for refusing the command, or null if it was accepted.</summary>
    public UserError? Error => _outcome as UserError;

    /// <summary>True if the command was refused.</summary>
    [MemberNotNullWhen(true, nameof(Error))]
    public bool IsRefused => _outcome is UserError;

    /// <summary>The number of events, 0 for a refused command.</summary>
    public int Count => _outcome switch
    {
        null or UserError => 0,
        IEvent[] many => many.Length,
        _ => 1,
    };

    /// <summary>The events in the order in which they happened; none for a refused command.</summary>
    public IReadOnlyList<IEvent> Events => _outcome switch
    {
        null or UserError => [],
        IEvent[] many => many,
        object one => [(IEvent)one],
    };

    /// <summary>The event at a place in the order in which they happened.</summary>
    /// <param name="index">From 0 up to, not including, <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no event at that place.</exception>
    public IEvent this[int index]
    {
        get
        {
            if (_outcome is IEvent[] many && (uint)index < (uint)many.Length)
            {
                return many[index];
            }

            if (_outcome is IEvent one && index == 0)
            {
                return one;
            }

            throw new ArgumentOutOfRangeException(nameof(index), index, $"The decision holds {Count} event(s).");
        }
    }

    /// <summary>Builds a decision from a collection expression; the compiler calls it for <c>[first, second]</c>.</summary>
    /// <typeparam name="TAggregate">The aggregate whose events they are.</typeparam>
    /// <param name="events">The events in the order in which they happened; none is null.</param>
    /// <exception cref="ArgumentNullException">One of the events is null.</exception>
    public static Decision<TAggregate> Create<TAggregate>(ReadOnlySpan<IEvent<TAggregate>> events)
    {
        foreach (IEvent<TAggregate> e in events)
        {
            ArgumentNullException.ThrowIfNull(e, nameof(events));
        }

        return events.Length switch
        {
            0 => default,
            1 => new(events[0]),
            _ => new(events.ToArray()),
        };
    }

    /// <summary>The decision for a handler that returns one event, or null for none.</summary>
    /// <param name="e">The event.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Decision Of(IEvent? e) => new(e);

    /// <summary>The decision that consists of events.</summary>
    /// <param name="events">The events in the order in which they happened; none is null.</param>
    /// <exception cref="ArgumentNullException">One of the events is null.</exception>
    public static Decision Of(params ReadOnlySpan<IEvent> events)
    {
        foreach (IEvent e in events)
        {
            ArgumentNullException.ThrowIfNull(e, nameof(events));
        }

        return events.Length switch
        {
            0 => default,
            1 => new(events[0]),
            _ => new(events.ToArray()),
        };
    }

    /// <summary>The decision that refuses a command.</summary>
    /// <param name="error">The reason.</param>
    public static Decision Refuse(UserError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return new(error);
    }

    /// <summary>Awaits a handler's decision without an allocation when it has already been made.</summary>
    /// <typeparam name="TAggregate">The aggregate whose events they are.</typeparam>
    /// <param name="pending">What the handler returned.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ValueTask<Decision> Await<TAggregate>(ValueTask<Decision<TAggregate>> pending)
    {
        return pending.IsCompletedSuccessfully ? new(pending.Result.Untyped) : Slow(pending);

        static async ValueTask<Decision> Slow(ValueTask<Decision<TAggregate>> pending) => (await pending.ConfigureAwait(false)).Untyped;
    }

    /// <summary>Awaits a handler's one event without an allocation when it is there already.</summary>
    /// <typeparam name="TEvent">The event's type.</typeparam>
    /// <param name="pending">What the handler returned.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static ValueTask<Decision> AwaitEvent<TEvent>(ValueTask<TEvent> pending)
        where TEvent : IEvent?
    {
        return pending.IsCompletedSuccessfully ? new(Of(pending.Result)) : Slow(pending);

        static async ValueTask<Decision> Slow(ValueTask<TEvent> pending) => Of(await pending.ConfigureAwait(false));
    }
}
