namespace Cqrs.Gen;

/// <summary>An aggregate of a module, and how to make what executes and reads it.</summary>
internal abstract class AggregateEntry(string module)
{
    public string Module => module;

    public abstract string Name { get; }

    public abstract Type Type { get; }

    public abstract Type Contract { get; }

    public abstract AggregateParts Build(CommandEnvironment environment, InlineQuery[] queries, AggregateSettings settings);
}

/// <inheritdoc/>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
internal sealed class AggregateEntry<TAggregate>(string module) : AggregateEntry(module)
    where TAggregate : class, IAggregate<TAggregate>
{
    public override string Name => TAggregate.AggregateName;

    public override Type Type => typeof(TAggregate);

    public override Type Contract => TAggregate.Contract;

    public override AggregateParts Build(CommandEnvironment environment, InlineQuery[] queries, AggregateSettings settings)
    {
        AggregateLoader<TAggregate> loader = new(!settings.Snapshots.IsNever, queries.Length, environment.Log);
        InlineDocuments documents = new(loader.Decoder, queries, environment.Log);
        return new(new AggregateExecutor<TAggregate>(environment, loader, documents, settings), loader, documents);
    }
}

/// <summary>What executes the commands of an aggregate, what loads it, and what keeps the documents of its inline queries.</summary>
internal sealed record AggregateParts(CommandExecutor Executor, object Loader, InlineDocuments Documents);
