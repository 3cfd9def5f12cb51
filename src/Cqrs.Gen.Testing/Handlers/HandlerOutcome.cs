using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Cqrs.Gen.Testing;

/// <summary>
/// What the command under test led to. Each expectation throws <see cref="ExpectationException"/> if it does not hold, and otherwise
/// returns the outcome for the next. What the handler threw waits here: all expectations but <see cref="ThenThrows{TException}()"/> fail with it.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
/// <typeparam name="TContract">The type by which commands and events name the aggregate.</typeparam>
[StackTraceHidden]
public sealed class HandlerOutcome<TAggregate, TContract>
    where TAggregate : class, IAggregate<TAggregate>
{
    private readonly HandlerResult _result;
    private readonly HandlerRun<TAggregate> _run;
    private readonly string _scene;

    internal HandlerOutcome(HandlerResult result, HandlerRun<TAggregate> run, string scene)
    {
        _result = result;
        _run = run;
        _scene = scene;
    }

    /// <summary>The events that happened, as read back from their JSON; none if the command was refused.</summary>
    /// <exception cref="ExpectationException">The handler threw.</exception>
    public IReadOnlyList<IEvent> Events => [.. Decided.Events.Select(static e => e.Value)];

    /// <summary>The error that refused the command, or null.</summary>
    /// <exception cref="ExpectationException">The handler threw.</exception>
    public UserError? Error => Decided.Error;

    /// <summary>The state after the events, a copy of the caller's own; null if the aggregate does not exist.</summary>
    /// <exception cref="ExpectationException">The handler threw.</exception>
    public TAggregate? State => Decided is null ? null : _run.Copy();

    private HandlerResult Decided => _result.Thrown is { } thrown
        ? throw Failed($"The handler threw {TypeName.Of(thrown.GetType())}: {thrown.Message}{Hint(thrown)}", thrown)
        : _result;

    private IReadOnlyList<Written<IEvent>> Accepted => Decided.Error is { } error
        ? throw Failed($"The command was refused by the error \"{error.Code}\", not accepted.\n     {Describe(error)}")
        : _result.Events;

    /// <summary>Expects exactly these events, in this order, and nothing else.</summary>
    /// <param name="events">The events.</param>
    public HandlerOutcome<TAggregate, TContract> Then(params IEvent<TContract>[] events) =>
        Require(EventComparison.Exactly(RoundTripped(events), Accepted));

    /// <summary>Lets assertions of any kind look at the events.</summary>
    /// <param name="assertion">Throws if it does not like them; what it throws is passed on.</param>
    public HandlerOutcome<TAggregate, TContract> Then(Action<IReadOnlyList<IEvent>> assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        assertion([.. Accepted.Select(static e => e.Value)]);
        return this;
    }

    /// <summary>Expects the command to be accepted without an event.</summary>
    public HandlerOutcome<TAggregate, TContract> ThenNothing() => Then([]);

    /// <summary>Expects these events among those that happened; in whatever order, and there may be others.</summary>
    /// <param name="events">The events; one that stands here twice must have happened twice.</param>
    public HandlerOutcome<TAggregate, TContract> ThenContains(params IEvent<TContract>[] events) =>
        Require(EventComparison.Containing(RoundTripped(events), Accepted));

    /// <summary>Expects the command to be refused, by whatever error.</summary>
    public HandlerOutcome<TAggregate, TContract> ThenError() => Refused(new(null, null, [], false));

    /// <summary>Expects the command to be refused by an error of this code.</summary>
    /// <param name="code">The code.</param>
    public HandlerOutcome<TAggregate, TContract> ThenError(string code) => Refused(new(code, null, [], false));

    /// <summary>Expects the command to be refused by an error of this code and message.</summary>
    /// <param name="code">The code.</param>
    /// <param name="message">The message.</param>
    public HandlerOutcome<TAggregate, TContract> ThenError(string code, string message) => Refused(new(code, message, [], false));

    /// <summary>Expects the command to be refused by an error of this code with these parameters; it may have others.</summary>
    /// <param name="code">The code.</param>
    /// <param name="parameters">The parameters, such as <c>("balance", 40m)</c>; numbers are compared by value.</param>
    public HandlerOutcome<TAggregate, TContract> ThenError(string code, params (string Name, UserErrorValue Value)[] parameters) =>
        Refused(new(code, null, Pairs(parameters), false));

    /// <summary>Expects the command to be refused by an error of this code and message with these parameters; it may have others.</summary>
    /// <param name="code">The code.</param>
    /// <param name="message">The message.</param>
    /// <param name="parameters">The parameters, such as <c>("balance", 40m)</c>; numbers are compared by value.</param>
    public HandlerOutcome<TAggregate, TContract> ThenError(string code, string message, params (string Name, UserErrorValue Value)[] parameters) =>
        Refused(new(code, message, Pairs(parameters), false));

    /// <summary>Expects the command to be refused by exactly this error: code, message, and these parameters and no others.</summary>
    /// <param name="error">The error.</param>
    public HandlerOutcome<TAggregate, TContract> ThenError(UserError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return Refused(new(error.Code, error.Message, error.Parameters, true));
    }

    /// <summary>Expects the aggregate to be in this state after the events; after a refusal, the one before.</summary>
    /// <param name="expected">The state.</param>
    public HandlerOutcome<TAggregate, TContract> ThenState(TAggregate expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return Require(DocumentComparison.Between("The state", RoundTrip.State(expected), Existing));
    }

    /// <summary>Lets assertions of any kind look at the state after the events.</summary>
    /// <param name="assertion">Throws if it does not like it; what it throws is passed on.</param>
    public HandlerOutcome<TAggregate, TContract> ThenState(Action<TAggregate> assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        assertion(TAggregate.ReadState(Existing.Json));
        return this;
    }

    /// <summary>Expects something of the state after the events.</summary>
    /// <param name="predicate">True for a state as expected.</param>
    /// <param name="expression">The predicate as the message shows it; the compiler fills it in.</param>
    public HandlerOutcome<TAggregate, TContract> ThenState(
        Func<TAggregate, bool> predicate,
        [CallerArgumentExpression(nameof(predicate))] string expression = "")
    {
        ArgumentNullException.ThrowIfNull(predicate);
        return predicate(TAggregate.ReadState(Existing.Json))
            ? this
            : throw Failed($"The state is not as expected by {expression}.{DocumentComparison.Listing(Existing)}");
    }

    /// <summary>Expects the handler to throw this kind of exception.</summary>
    /// <typeparam name="TException">The exception's type or a base of it.</typeparam>
    public HandlerOutcome<TAggregate, TContract> ThenThrows<TException>()
        where TException : Exception => ThenThrows<TException>(static _ => { });

    /// <summary>Expects the handler to throw this kind of exception, and lets assertions look at it.</summary>
    /// <typeparam name="TException">The exception's type or a base of it.</typeparam>
    /// <param name="assertion">Throws if it does not like it; what it throws is passed on.</param>
    public HandlerOutcome<TAggregate, TContract> ThenThrows<TException>(Action<TException> assertion)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(assertion);
        if (_result.Thrown is not TException thrown)
        {
            string what = _result.Thrown is { } other ? $"it threw {TypeName.Of(other.GetType())}: {other.Message}" : $"it threw nothing.{Happened}";
            throw Failed($"The handler was expected to throw {TypeName.Of(typeof(TException))}, but {what}", _result.Thrown);
        }

        assertion(thrown);
        return this;
    }

    private Written<TAggregate> Existing => Decided is null || _run.State is null
        ? throw Failed($"There is no state: the aggregate does not exist.{Happened}")
        : _run.State;

    private string Happened => _result.Error is { } error
        ? $"\n     refused: {Describe(error)}"
        : EventComparison.Listing(_result.Events);

    private HandlerOutcome<TAggregate, TContract> Refused(ErrorExpectation expected) => Decided.Error is { } error
        ? Require(expected.Differing(error))
        : throw Failed($"The command was accepted, not refused by {expected}.{Happened}");

    private static Written[] RoundTripped(IEvent<TContract>[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return [.. events.Select(static e => RoundTrip.Event<TAggregate>(e ?? throw new ArgumentNullException(nameof(events))))];
    }

    private static KeyValuePair<string, UserErrorValue>[] Pairs((string Name, UserErrorValue Value)[] parameters) =>
        [.. parameters.Select(static p => KeyValuePair.Create(p.Name, p.Value))];

    private static string Hint(Exception thrown) =>
        thrown is CompositionException ? "\n     In a scenario, WithService(…) gives handlers their services." : "";

    private static string Describe(UserError error) =>
        error.ToString() + string.Concat(error.Parameters.Select(static p => $"\n     {p.Key}: {p.Value}"));

    private HandlerOutcome<TAggregate, TContract> Require(string? problem) => problem is null ? this : throw Failed(problem);

    private ExpectationException Failed(string problem, Exception? cause = null)
    {
        int end = problem.IndexOf('\n', StringComparison.Ordinal);
        string first = end < 0 ? problem : problem[..end];
        string rest = end < 0 ? "" : problem[end..];
        return new($"{first}\n{_scene}{rest}", cause);
    }
}
