using Cqrs.Gen.Storage;
using Microsoft.Extensions.Logging;

namespace Cqrs.Gen;

/// <summary>
/// Turns a decision into an append: writes the events, applies them to the state and to the documents of inline queries, and adds a snapshot when one
/// is due. The loaded aggregate then stands where it will be if the append succeeds, and must be forgotten if it does not.
/// </summary>
/// <typeparam name="TAggregate">The aggregate's class.</typeparam>
internal sealed class AppendComposer<TAggregate>(InlineDocuments documents, SnapshotPolicy snapshots, ILogger log)
    where TAggregate : class, IAggregate<TAggregate>
{
    public void Compose(AppendDraft draft, LoadedAggregate<TAggregate> aggregate, in Decision decision, in AggregateContext context, in EventIds ids, in ChainLink link, bool takesSnapshot)
    {
        StreamId stream = aggregate.Stream;
        for (int i = 0; i < decision.Count; i++)
        {
            int start = draft.Output.WrittenCount;
            IEvent e = decision[i];
            EventDescriptor descriptor = TAggregate.WriteEvent(e, draft.Output);
            draft.AddEvent(ids[i], descriptor, start);
            aggregate.Apply(e, draft.Output.WrittenCount - start);
        }

        for (int i = 0; i < documents.Count; i++)
        {
            // One that lags behind was not made ready, because the decision does not change it.
            if (aggregate.Documents[i] is { } document && document.Version == context.Version)
            {
                Apply(draft, documents[i], document, decision, context);
            }
        }

        if (takesSnapshot || snapshots.IsDue(aggregate.EventsSinceSnapshot, aggregate.BytesSinceSnapshot))
        {
            AddSnapshot(draft, aggregate);
        }

        draft.AddMetadata(context.Metadata);
        draft.Complete(stream, context.Version, link, context.CommandId, context.Timestamp);
    }

    private static void Apply(AppendDraft draft, InlineQuery query, InlineDocument document, in Decision decision, in AggregateContext context)
    {
        bool changed = false;
        for (int i = 0; i < decision.Count; i++)
        {
            document.Version++;
            IEvent e = decision[i];
            if (document.Consumes(e))
            {
                changed = true;
                document.Apply(e, new(context.AggregateName, context.AggregateId, document.Version, null, draft.IdOf(i), context.Timestamp, context.Metadata, e));
            }
        }

        if (changed)
        {
            int start = draft.Output.WrittenCount;
            bool exists = document.TryWrite(draft.Output);
            draft.AddDocument(query, context.AggregateId, document.Version, start, isDeleted: !exists);
        }
    }

    private void AddSnapshot(AppendDraft draft, LoadedAggregate<TAggregate> aggregate)
    {
        int start = draft.Output.WrittenCount;
        try
        {
            TAggregate.WriteState(aggregate.State!, draft.Output);
            draft.AddSnapshot(TAggregate.Fingerprint, aggregate.Version, start);
        }
        catch (PayloadException fault)
        {
            // The events are what counts, and they are whole.
            draft.Output.Rewind(start);
            log.SnapshotUnwritable(fault, aggregate.Stream.Aggregate, aggregate.Stream.Id);
        }

        aggregate.SnapshotTaken();
    }
}
