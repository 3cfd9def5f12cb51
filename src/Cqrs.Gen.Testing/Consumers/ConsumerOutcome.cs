using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Cqrs.Gen.Testing;

/// <summary>
/// The documents after the events under test. Each expectation throws <see cref="ExpectationException"/> if it does not hold, and
/// otherwise returns the outcome for the next. Those without a key speak of the one document that the events went to.
/// </summary>
/// <typeparam name="TQuery">The query's class.</typeparam>
[StackTraceHidden]
public sealed class ConsumerOutcome<TQuery>
    where TQuery : class, IQuery<TQuery>
{
    private readonly ConsumerRun<TQuery> _before;
    private readonly Consumption<TQuery> _consumption;
    private readonly string _aggregateId;

    internal ConsumerOutcome(ConsumerRun<TQuery> before, Consumption<TQuery> consumption, string aggregateId)
    {
        _before = before;
        _consumption = consumption;
        _aggregateId = aggregateId;
    }

    /// <summary>The keys of the documents that the events went to, in the order in which they first did.</summary>
    /// <exception cref="ExpectationException">The query threw.</exception>
    public IReadOnlyList<string> Keys => Done.Keys;

    private Consumption<TQuery> Done => _consumption.Thrown is { } thrown
        ? throw Failed($"The query threw {TypeName.Of(thrown.GetType())}: {thrown.Message}", "", thrown)
        : _consumption;

    private string TheKey => (Done.Keys.Count, TQuery.HasKeys) switch
    {
        (1, _) => _consumption.Keys[0],
        (0, false) => _aggregateId,
        (0, true) => throw Failed("The events went to no document"),
        _ => throw Failed($"The events went to {_consumption.Keys.Count} documents, {Quoted(_consumption.Keys)}: name the key of the one you mean"),
    };

    private static string Quoted(IEnumerable<string> keys) => string.Join(", ", keys.Select(static k => $"\"{k}\""));

    /// <summary>The document under a key, a copy of the caller's own; null if there is none.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ExpectationException">The query threw.</exception>
    public TQuery? Document(string key) => Done.After.Documents.TryGetValue(key, out Written<TQuery>? written) ? TQuery.ReadState(written.Json) : null;

    /// <summary>Expects the document to be exactly this one.</summary>
    /// <param name="expected">The document.</param>
    public ConsumerOutcome<TQuery> Then(TQuery expected) => Then(TheKey, expected);

    /// <summary>Expects the document under a key to be exactly this one.</summary>
    /// <param name="key">The key.</param>
    /// <param name="expected">The document.</param>
    public ConsumerOutcome<TQuery> Then(string key, TQuery expected)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return DocumentComparison.Between($"The document \"{key}\"", RoundTrip.State(expected), Existing(key)) is { } problem
            ? throw Failed(problem)
            : this;
    }

    /// <summary>Lets assertions of any kind look at the document.</summary>
    /// <param name="assertion">Throws if it does not like it; what it throws is passed on.</param>
    public ConsumerOutcome<TQuery> Then(Action<TQuery> assertion) => Then(TheKey, assertion);

    /// <summary>Lets assertions of any kind look at the document under a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="assertion">Throws if it does not like it; what it throws is passed on.</param>
    public ConsumerOutcome<TQuery> Then(string key, Action<TQuery> assertion)
    {
        ArgumentNullException.ThrowIfNull(assertion);
        assertion(TQuery.ReadState(Existing(key).Json));
        return this;
    }

    /// <summary>Expects something of the document.</summary>
    /// <param name="predicate">True for a document as expected.</param>
    /// <param name="expression">The predicate as the message shows it; the compiler fills it in.</param>
    public ConsumerOutcome<TQuery> Then(Func<TQuery, bool> predicate, [CallerArgumentExpression(nameof(predicate))] string expression = "") =>
        Then(TheKey, predicate, expression);

    /// <summary>Expects something of the document under a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="predicate">True for a document as expected.</param>
    /// <param name="expression">The predicate as the message shows it; the compiler fills it in.</param>
    public ConsumerOutcome<TQuery> Then(
        string key,
        Func<TQuery, bool> predicate,
        [CallerArgumentExpression(nameof(predicate))] string expression = "")
    {
        ArgumentNullException.ThrowIfNull(predicate);
        Written<TQuery> document = Existing(key);
        return predicate(TQuery.ReadState(document.Json))
            ? this
            : throw Failed($"The document \"{key}\" is not as expected by {expression}", DocumentComparison.Listing(document));
    }

    /// <summary>Expects that the document was there and is no more.</summary>
    public ConsumerOutcome<TQuery> ThenDeleted() => ThenDeleted(TheKey);

    /// <summary>Expects that the document under a key was there and is no more.</summary>
    /// <param name="key">The key.</param>
    public ConsumerOutcome<TQuery> ThenDeleted(string key)
    {
        if (Done.After.Documents.TryGetValue(key, out Written<TQuery>? document))
        {
            throw Failed($"The document \"{key}\" is still there", DocumentComparison.Listing(document));
        }

        return _before.Documents.ContainsKey(key)
            ? this
            : throw Failed($"The document \"{key}\" was not there before, so nothing deleted it");
    }

    /// <summary>Expects every document to be as it was, and none to be new.</summary>
    public ConsumerOutcome<TQuery> ThenUnchanged()
    {
        foreach (string key in _before.Documents.Keys.Union(Done.After.Documents.Keys))
        {
            string? problem = (_before.Documents.GetValueOrDefault(key), _consumption.After.Documents.GetValueOrDefault(key)) switch
            {
                (null, { } created) => $"The document \"{key}\" is new.{DocumentComparison.Listing(created)}",
                ({ } deleted, null) => $"The document \"{key}\" is deleted.{DocumentComparison.Listing(deleted)}",
                ({ } before, { } after) => DocumentComparison.Between($"The document \"{key}\"", before, after),
                _ => null,
            };
            if (problem is not null)
            {
                throw Failed(problem);
            }
        }

        return this;
    }

    /// <summary>Expects the events to go to the documents under these keys and to no others.</summary>
    /// <param name="keys">The keys, in whatever order.</param>
    public ConsumerOutcome<TQuery> ThenKeys(params string[] keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        SideBySide table = new("expected", "actual");
        foreach (string key in keys.Union(Done.Keys))
        {
            (bool expected, bool actual) = (keys.Contains(key), _consumption.Keys.Contains(key));
            table.Add(expected != actual, 1, "key", expected ? key : null, actual ? key : null);
        }

        string[] missing = [.. keys.Except(_consumption.Keys)];
        string[] others = [.. _consumption.Keys.Except(keys)];
        return (missing.Length, others.Length) switch
        {
            (0, 0) => this,
            (0, _) => throw Failed($"The events also went to {Quoted(others)}.\n{table}"),
            (_, 0) => throw Failed($"The events did not go to {Quoted(missing)}.\n{table}"),
            _ => throw Failed($"The events did not go to {Quoted(missing)}, but to {Quoted(others)}.\n{table}"),
        };
    }

    /// <summary>Expects <c>Apply</c> or <c>Key</c> to throw this kind of exception.</summary>
    /// <typeparam name="TException">The exception's type or a base of it.</typeparam>
    public ConsumerOutcome<TQuery> ThenThrows<TException>()
        where TException : Exception => ThenThrows<TException>(static _ => { });

    /// <summary>Expects <c>Apply</c> or <c>Key</c> to throw this kind of exception, and lets assertions look at it.</summary>
    /// <typeparam name="TException">The exception's type or a base of it.</typeparam>
    /// <param name="assertion">Throws if it does not like it; what it throws is passed on.</param>
    public ConsumerOutcome<TQuery> ThenThrows<TException>(Action<TException> assertion)
        where TException : Exception
    {
        ArgumentNullException.ThrowIfNull(assertion);
        if (_consumption.Thrown is not TException thrown)
        {
            string what = _consumption.Thrown is { } other ? $"it threw {TypeName.Of(other.GetType())}: {other.Message}" : "it threw nothing";
            throw Failed($"The query was expected to throw {TypeName.Of(typeof(TException))}, but {what}", "", _consumption.Thrown);
        }

        assertion(thrown);
        return this;
    }

    private Written<TQuery> Existing(string key) => Done.After.Documents.TryGetValue(key, out Written<TQuery>? document)
        ? document
        : throw Failed($"There is no document \"{key}\"");

    private ExpectationException Failed(string problem, string details = "", Exception? cause = null)
    {
        int end = problem.IndexOf('\n', StringComparison.Ordinal);
        string first = (end < 0 ? problem : problem[..end]).TrimEnd('.');
        string scene = _consumption.Count == 1
            ? $"When {_consumption.Last} comes to the {TQuery.QueryName}:"
            : $"When {_consumption.Count} events come to the {TQuery.QueryName}, the last {_consumption.Last}:";
        string ignored = string.Concat(_consumption.Ignored.Distinct().Select(static name =>
            $"\n     {name} is ignored: {TypeName.Of(typeof(TQuery))} has no Apply for it."));
        return new($"{first}.\n{scene}{(end < 0 ? "" : problem[end..])}{details}{ignored}", cause);
    }
}
