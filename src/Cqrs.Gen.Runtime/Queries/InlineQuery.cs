namespace Cqrs.Gen;

/// <summary>A query whose documents change in the transaction of the events: one for each aggregate, under the aggregate's id.</summary>
internal abstract class InlineQuery
{
    public abstract string Name { get; }

    public abstract string AggregateName { get; }

    public abstract string Fingerprint { get; }

    public abstract bool Consumes(IEvent e);

    public abstract InlineDocument CreateDocument();
}

/// <inheritdoc/>
/// <typeparam name="TQuery">The query's class.</typeparam>
internal sealed class InlineQuery<TQuery> : InlineQuery
    where TQuery : class, IQuery<TQuery>
{
    public override string Name => TQuery.QueryName;

    public override string AggregateName => TQuery.Sources[0].AggregateName;

    public override string Fingerprint => TQuery.Fingerprint;

    public override bool Consumes(IEvent e) => TQuery.Consumes(e);

    public override InlineDocument CreateDocument() => new InlineDocument<TQuery>();
}
