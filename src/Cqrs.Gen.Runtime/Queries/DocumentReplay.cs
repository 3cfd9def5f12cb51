using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>Shows documents the events of their aggregate that they have not seen.</summary>
internal sealed class DocumentReplay : IStreamSink
{
    private readonly EventDecoder _decoder;
    private readonly StreamId _stream;
    private readonly InlineDocument?[] _documents;
    private long _last;
    private byte[] _metadataBytes = [];
    private Metadata _metadata = Metadata.Empty;

    private DocumentReplay(EventDecoder decoder, in StreamId stream, InlineDocument?[] documents, long after)
    {
        _decoder = decoder;
        _stream = stream;
        _documents = documents;
        _last = after;
    }

    /// <summary>Reads on from the document that has seen least. Documents that are null are left alone.</summary>
    public static ValueTask RunAsync(
        EventStore store,
        EventDecoder decoder,
        in StreamId stream,
        InlineDocument?[] documents,
        long upTo,
        CancellationToken cancellationToken)
    {
        long after = upTo;
        foreach (InlineDocument? document in documents)
        {
            after = Math.Min(after, document?.Version ?? upTo);
        }

        return after == upTo
            ? ValueTask.CompletedTask
            : store.ReadStreamAsync(new(stream, after, upTo), new DocumentReplay(decoder, stream, documents, after), cancellationToken);
    }

    public void OnEvent(in RecordedEvent e)
    {
        IEvent payload = _decoder.Decode(_stream, _last + 1, e);
        _last = e.Sequence;
        foreach (InlineDocument? document in _documents)
        {
            if (document is null || document.Version >= e.Sequence)
            {
                continue;
            }

            if (document.Consumes(payload))
            {
                Apply(document, payload, e);
            }

            document.Version = e.Sequence;
        }
    }

    public void OnRepeat(in AppendOutcome outcome)
    {
    }

    public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
    {
    }

    private void Apply(InlineDocument document, IEvent payload, in RecordedEvent e)
    {
        // As it was when the event was new: an inline query never knows a position.
        EventContext context = new(_stream.Aggregate, _stream.Id, e.Sequence, null, e.EventId, e.Timestamp, MetadataOf(e), payload);
        try
        {
            document.Apply(payload, context);
        }
        catch (Exception cause)
        {
            throw EventDecoder.Fault(StreamFault.ApplyFailed, _stream, e, $"a query's Apply threw on {EventDecoder.Name(e)}: {cause.Message}", cause);
        }
    }

    // The events of one command, and often of many, carry the same bytes.
    private Metadata MetadataOf(in RecordedEvent e)
    {
        if (e.Metadata.SequenceEqual(_metadataBytes))
        {
            return _metadata;
        }

        try
        {
            _metadata = MetadataSerializer.Read(e.Metadata);
            _metadataBytes = e.Metadata.ToArray();
            return _metadata;
        }
        catch (PayloadException fault)
        {
            throw EventDecoder.Fault(StreamFault.UnreadablePayload, _stream, e, $"the metadata of {EventDecoder.Name(e)}: {fault.Message}", fault);
        }
    }
}
