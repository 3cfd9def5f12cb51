namespace Cqrs.Gen.Testing;

/// <summary>What a row of events did to the documents.</summary>
internal sealed class Consumption<TQuery>(ConsumerRun<TQuery> run)
    where TQuery : class, IQuery<TQuery>
{
    /// <summary>The documents afterwards.</summary>
    public ConsumerRun<TQuery> After => run;

    /// <summary>The keys of the documents that the events went to, in the order in which they first did.</summary>
    public List<string> Keys { get; } = [];

    /// <summary>The names of the events that the query does not consume.</summary>
    public List<string> Ignored { get; } = [];

    /// <summary>What <c>Apply</c> or <c>Key</c> threw; nothing came after it.</summary>
    public Exception? Thrown { get; private set; }

    /// <summary>How many events came.</summary>
    public int Count { get; private set; }

    /// <summary>The last event, for a message.</summary>
    public Written<IEvent>? Last { get; private set; }

    public void Add<TAggregate>(Written<IEvent> e, in EventContext context)
        where TAggregate : class, IAggregate<TAggregate>
    {
        Count++;
        Last = e;
        try
        {
            if (run.Consume<TAggregate>(e, context) is { } keys)
            {
                Keys.AddRange(keys.Except(Keys));
            }
            else
            {
                Ignored.Add(e.Name);
            }
        }
        catch (Exception cause) when (cause is not ExpectationException)
        {
            Thrown = cause;
        }
    }
}
