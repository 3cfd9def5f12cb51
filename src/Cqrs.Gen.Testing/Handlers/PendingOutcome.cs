using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Cqrs.Gen.Testing;

/// <summary>
/// An outcome that is still to come. Expectations may follow at once and one <c>await</c> suffices:
/// <c>await ….WhenAsync(command).ThenError("code")</c>. Whoever forgets the <c>await</c> expects nothing of a handler that takes time.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
/// <typeparam name="TContract">The type by which commands and events name the aggregate.</typeparam>
[StackTraceHidden]
public sealed class PendingOutcome<TAggregate, TContract>
    where TAggregate : class, IAggregate<TAggregate>
{
    private readonly Task<HandlerOutcome<TAggregate, TContract>> _outcome;

    internal PendingOutcome(Task<HandlerOutcome<TAggregate, TContract>> outcome) => _outcome = outcome;

    /// <summary>Lets the outcome be awaited.</summary>
    public TaskAwaiter<HandlerOutcome<TAggregate, TContract>> GetAwaiter() => _outcome.GetAwaiter();

    /// <summary>Configures the <c>await</c>.</summary>
    /// <param name="continueOnCapturedContext">True to go on in the context that awaits.</param>
    public ConfiguredTaskAwaitable<HandlerOutcome<TAggregate, TContract>> ConfigureAwait(bool continueOnCapturedContext) =>
        _outcome.ConfigureAwait(continueOnCapturedContext);

    /// <summary>The outcome as a task, for those who want one.</summary>
    public Task<HandlerOutcome<TAggregate, TContract>> AsTask() => _outcome;

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.Then(IEvent{TContract}[])"/>
    public PendingOutcome<TAggregate, TContract> Then(params IEvent<TContract>[] events) =>
        Next(o => o.Then(events));

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.Then(Action{IReadOnlyList{IEvent}})"/>
    public PendingOutcome<TAggregate, TContract> Then(Action<IReadOnlyList<IEvent>> assertion) =>
        Next(o => o.Then(assertion));

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenNothing"/>
    public PendingOutcome<TAggregate, TContract> ThenNothing() =>
        Next(static o => o.ThenNothing());

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenContains"/>
    public PendingOutcome<TAggregate, TContract> ThenContains(params IEvent<TContract>[] events) =>
        Next(o => o.ThenContains(events));

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenError()"/>
    public PendingOutcome<TAggregate, TContract> ThenError() =>
        Next(static o => o.ThenError());

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenError(string)"/>
    public PendingOutcome<TAggregate, TContract> ThenError(string code) =>
        Next(o => o.ThenError(code));

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenError(string, string)"/>
    public PendingOutcome<TAggregate, TContract> ThenError(string code, string message) =>
        Next(o => o.ThenError(code, message));

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenError(string, ValueTuple{string, UserErrorValue}[])"/>
    public PendingOutcome<TAggregate, TContract> ThenError(string code, params (string Name, UserErrorValue Value)[] parameters) =>
        Next(o => o.ThenError(code, parameters));

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenError(string, string, ValueTuple{string, UserErrorValue}[])"/>
    public PendingOutcome<TAggregate, TContract> ThenError(
        string code,
        string message,
        params (string Name, UserErrorValue Value)[] parameters) =>
        Next(o => o.ThenError(code, message, parameters));

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenError(UserError)"/>
    public PendingOutcome<TAggregate, TContract> ThenError(UserError error) =>
        Next(o => o.ThenError(error));

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenState(TAggregate)"/>
    public PendingOutcome<TAggregate, TContract> ThenState(TAggregate expected) =>
        Next(o => o.ThenState(expected));

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenState(Action{TAggregate})"/>
    public PendingOutcome<TAggregate, TContract> ThenState(Action<TAggregate> assertion) =>
        Next(o => o.ThenState(assertion));

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenState(Func{TAggregate, bool}, string)"/>
    public PendingOutcome<TAggregate, TContract> ThenState(
        Func<TAggregate, bool> predicate,
        [CallerArgumentExpression(nameof(predicate))] string expression = "") =>
        Next(o => o.ThenState(predicate, expression));

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenThrows{TException}()"/>
    public PendingOutcome<TAggregate, TContract> ThenThrows<TException>()
        where TException : Exception =>
        Next(static o => o.ThenThrows<TException>());

    /// <inheritdoc cref="HandlerOutcome{TAggregate, TContract}.ThenThrows{TException}(Action{TException})"/>
    public PendingOutcome<TAggregate, TContract> ThenThrows<TException>(Action<TException> assertion)
        where TException : Exception =>
        Next(o => o.ThenThrows(assertion));

    private PendingOutcome<TAggregate, TContract> Next(Func<HandlerOutcome<TAggregate, TContract>, HandlerOutcome<TAggregate, TContract>> expectation)
    {
        if (_outcome.IsCompleted)
        {
            // At once, so that even a test that forgets to await fails.
            expectation(_outcome.GetAwaiter().GetResult());
            return this;
        }

        return new(Awaited());

        async Task<HandlerOutcome<TAggregate, TContract>> Awaited() => expectation(await _outcome.ConfigureAwait(false));
    }
}
