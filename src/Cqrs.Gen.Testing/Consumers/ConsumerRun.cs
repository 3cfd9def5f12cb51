namespace Cqrs.Gen.Testing;

/// <summary>The documents of a scenario, as their JSON between the events, and the streams that lead to them.</summary>
internal sealed class ConsumerRun<TQuery>
    where TQuery : class, IQuery<TQuery>
{
    private readonly Dictionary<string, Written<TQuery>> _documents;
    private readonly Dictionary<(string Aggregate, string Id), long> _sequences;
    private int _events;

    public ConsumerRun()
    {
        _documents = [];
        _sequences = [];
    }

    public ConsumerRun(ConsumerRun<TQuery> other)
    {
        _documents = new(other._documents);
        _sequences = new(other._sequences);
        _events = other._events;
    }

    public IReadOnlyDictionary<string, Written<TQuery>> Documents => _documents;

    private static string Name => TypeName.Of(typeof(TQuery));

    public void Put(string key, TQuery document) => _documents[key] = RoundTrip.State(document);

    /// <summary>Gives the next event its place in its stream and in the log.</summary>
    public EventContext Next(string aggregateName, ConsumerSurroundings surroundings, IEvent e)
    {
        string id = surroundings.IdOf(aggregateName);
        long sequence = surroundings.Sequence ?? (_sequences.GetValueOrDefault((aggregateName, id)) + 1);
        _sequences[(aggregateName, id)] = sequence;
        _events++;
        return new(
            aggregateName,
            id,
            sequence,
            TQuery.Consistency == QueryConsistency.Inline ? null : _events,
            new Guid(_events, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
            surroundings.Timestamp,
            surroundings.Metadata,
            e);
    }

    /// <summary>Applies an event to each document it changes.</summary>
    /// <returns>The keys of those documents; null if the query does not consume the event.</returns>
    public IReadOnlyList<string>? Consume<TAggregate>(Written<IEvent> e, in EventContext context)
        where TAggregate : class, IAggregate<TAggregate>
    {
        if (!TQuery.Consumes(e.Value))
        {
            return null;
        }

        List<string> keys = [];
        if (TQuery.HasKeys)
        {
            TQuery.AddKeys(e.Value, context, keys);
        }
        else
        {
            keys.Add(context.AggregateId);
        }

        keys = [.. keys.Distinct(StringComparer.Ordinal)];
        foreach (string key in keys)
        {
            TQuery? before = _documents.TryGetValue(key, out Written<TQuery>? written) ? TQuery.ReadState(written.Json) : null;
            TQuery? after = TQuery.Apply(before, e.Value, context);
            RoundTrip.RefuseChanged($"{Name}.Apply({e.Name}) changed the event", e, RoundTrip.Event<TAggregate>(e.Value));
            if (after is null)
            {
                _documents.Remove(key);
            }
            else
            {
                Put(key, after);
            }
        }

        return keys;
    }
}

/// <summary>What the events that follow say beside themselves.</summary>
/// <param name="AggregateId">The id of their aggregate, or null for the usual one.</param>
/// <param name="Sequence">The sequence of the next one, or null to count on.</param>
/// <param name="Timestamp">When they happened, in UTC.</param>
/// <param name="Metadata">What the caller said.</param>
internal sealed record ConsumerSurroundings(string? AggregateId, long? Sequence, DateTimeOffset Timestamp, Metadata Metadata)
{
    public static readonly ConsumerSurroundings Usual = new(null, null, new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero), Metadata.Empty);

    public string IdOf(string aggregateName) => AggregateId ?? $"{aggregateName}-1";
}
