using Cqrs.Gen.Storage;
using Microsoft.Extensions.Logging;

namespace Cqrs.Gen;

/// <summary>
/// Brings documents up to the version of their aggregate. A stored document is the fold of the events up to its version if it carries the query's
/// fingerprint; whatever is missing, of other logic or unreadable is folded anew from the stream, so a document is correct by construction.
/// </summary>
internal sealed class InlineDocuments(EventDecoder decoder, InlineQuery[] queries, ILogger log)
{
    public int Count => queries.Length;

    public InlineQuery this[int index] => queries[index];

    /// <summary>Whether the documents that a decision changes are all at hand, so that the store need not be asked.</summary>
    public bool AreReady(long version, InlineDocument?[] documents, in Decision decision)
    {
        for (int i = 0; i < queries.Length; i++)
        {
            if ((documents[i]?.Version ?? 0) < version && ConsumesAny(queries[i], decision))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Makes ready the documents that a decision changes.</summary>
    /// <param name="store">The store.</param>
    /// <param name="stream">The aggregate's stream.</param>
    /// <param name="version">The aggregate's version.</param>
    /// <param name="documents">The documents by query; null is one that was not needed yet.</param>
    /// <param name="decision">The events.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <remarks>A document that is ahead of the aggregate shows that another process has appended; the append that follows then meets a conflict.</remarks>
    public async ValueTask PrepareAsync(
        EventStore store,
        StreamId stream,
        long version,
        InlineDocument?[] documents,
        Decision decision,
        CancellationToken cancellationToken)
    {
        bool behind = false;
        for (int i = 0; i < queries.Length; i++)
        {
            if (!ConsumesAny(queries[i], decision))
            {
                continue;
            }

            if (documents[i] is not { } document)
            {
                document = queries[i].CreateDocument();

                // An aggregate without events has no documents: nothing to read.
                if (version > 0)
                {
                    await RestoreAsync(store, queries[i], stream.Id, document, cancellationToken).ConfigureAwait(false);
                }

                documents[i] = document;
            }

            behind |= document.Version < version;
        }

        if (behind)
        {
            await DocumentReplay.RunAsync(store, decoder, stream, documents, version, cancellationToken).ConfigureAwait(false);
            DemandCurrent(stream, version, documents);
        }
    }

    /// <summary>Reads one document as of now, without changing what is stored.</summary>
    public async ValueTask ReadAsync(EventStore store, InlineQuery query, string aggregateId, InlineDocument document, CancellationToken cancellationToken)
    {
        await RestoreAsync(store, query, aggregateId, document, cancellationToken).ConfigureAwait(false);
        StreamId stream = new(query.AggregateName, aggregateId);
        await DocumentReplay.RunAsync(store, decoder, stream, [document], long.MaxValue, cancellationToken).ConfigureAwait(false);
    }

    private static void DemandCurrent(in StreamId stream, long version, InlineDocument?[] documents)
    {
        foreach (InlineDocument? document in documents)
        {
            if (document is not null && document.Version < version)
            {
                throw new StreamException(
                    StreamFault.Gap, stream.Aggregate, stream.Id, document.Version + 1, 0, $"the events from here up to the aggregate's version {version} are missing.");
            }
        }
    }

    private static bool ConsumesAny(InlineQuery query, in Decision decision)
    {
        for (int i = 0; i < decision.Count; i++)
        {
            if (query.Consumes(decision[i]))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask RestoreAsync(EventStore store, InlineQuery query, string key, InlineDocument document, CancellationToken cancellationToken)
    {
        StoredDocument? stored = await store.ReadDocumentAsync(query.Name, key, cancellationToken).ConfigureAwait(false);
        if (stored is null)
        {
            return;
        }

        if (stored.IsDamaged)
        {
            log.DocumentDamaged(query.Name, key);
            return;
        }

        if (stored.Fingerprint != query.Fingerprint)
        {
            log.DocumentOfOtherLogic(query.Name, key);
            return;
        }

        try
        {
            document.Restore(stored);
        }
        catch (PayloadException fault)
        {
            log.DocumentUnreadable(fault, query.Name, key);
        }
    }
}
