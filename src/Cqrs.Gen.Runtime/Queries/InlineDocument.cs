using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>The document that an inline query has of one aggregate, while it is being brought up to date.</summary>
internal abstract class InlineDocument
{
    /// <summary>The sequence of the last event it has seen, consumed or not.</summary>
    public long Version { get; set; }

    public abstract bool Consumes(IEvent e);

    public abstract void Apply(IEvent e, in EventContext context);

    /// <summary>Starts from a stored document that carries the query's fingerprint.</summary>
    /// <exception cref="PayloadException">The document cannot be read.</exception>
    public abstract void Restore(StoredDocument stored);

    /// <summary>Writes the document; false if there is none (any more).</summary>
    public abstract bool TryWrite(PayloadWriter output);
}

/// <inheritdoc/>
/// <typeparam name="TQuery">The query's class.</typeparam>
internal sealed class InlineDocument<TQuery> : InlineDocument
    where TQuery : class, IQuery<TQuery>
{
    public TQuery? Payload { get; private set; }

    public override bool Consumes(IEvent e) => TQuery.Consumes(e);

    public override void Apply(IEvent e, in EventContext context) => Payload = TQuery.Apply(Payload, e, context);

    public override void Restore(StoredDocument stored)
    {
        Payload = TQuery.ReadState(stored.Payload.Span);
        Version = stored.Version;
    }

    public override bool TryWrite(PayloadWriter output)
    {
        if (Payload is null)
        {
            return false;
        }

        TQuery.WriteState(Payload, output);
        return true;
    }
}
