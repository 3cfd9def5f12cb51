using Cqrs.Gen.Storage;

namespace Cqrs.Gen;

/// <summary>
/// Collects the payloads of one append in one buffer, and is used again for the next. Slices are taken when everything is written, because the buffer
/// moves while it grows.
/// </summary>
internal sealed class AppendDraft
{
    private readonly AppendRequest _request = new()
    {
        Stream = default,
        ExpectedVersion = 0,
        CommandId = "",
        Timestamp = default,
        Events = default,
    };

    private EventData[] _events = new EventData[4];
    private DocumentData[] _documents = [];
    private Place[] _eventPlaces = new Place[4];
    private Place?[] _documentPlaces = [];
    private Place _metadata;
    private (string Fingerprint, long Version, Place Place)? _snapshot;
    private int _documentCount;

    public PayloadWriter Output { get; } = new(4096);

    /// <summary>The append, when <see cref="Complete"/> has put it together; valid until <see cref="Clear"/>.</summary>
    public AppendRequest Request => _request;

    public int EventCount { get; private set; }

    /// <summary>Adds the event whose payload was written from a place on.</summary>
    public void AddEvent(Guid id, EventDescriptor descriptor, int start)
    {
        if (EventCount == _events.Length)
        {
            Array.Resize(ref _events, EventCount * 2);
            Array.Resize(ref _eventPlaces, EventCount * 2);
        }

        _events[EventCount] = new(id, descriptor.Name, descriptor.Version, default);
        _eventPlaces[EventCount++] = Since(start);
    }

    /// <summary>Adds the document that was written from a place on, or the deletion of one.</summary>
    public void AddDocument(InlineQuery query, string key, long version, int start, bool isDeleted)
    {
        if (_documentCount == _documents.Length)
        {
            Array.Resize(ref _documents, Math.Max(4, _documentCount * 2));
            Array.Resize(ref _documentPlaces, _documents.Length);
        }

        _documents[_documentCount] = new(query.Name, key, query.Fingerprint, version, null);
        _documentPlaces[_documentCount++] = isDeleted ? null : Since(start);
    }

    public void AddSnapshot(string fingerprint, long version, int start) => _snapshot = (fingerprint, version, Since(start));

    public void AddMetadata(Metadata metadata)
    {
        int start = Output.WrittenCount;
        MetadataSerializer.Write(metadata, Output);
        _metadata = Since(start);
    }

    public Guid IdOf(int index) => _events[index].EventId;

    /// <summary>Puts the append together, when everything was added.</summary>
    public void Complete(in StreamId stream, long expectedVersion, in ChainLink link, string commandId, DateTimeOffset timestamp)
    {
        ReadOnlyMemory<byte> written = Output.Written;
        for (int i = 0; i < EventCount; i++)
        {
            _events[i] = _events[i] with { Payload = _eventPlaces[i].Of(written) };
        }

        for (int i = 0; i < _documentCount; i++)
        {
            if (_documentPlaces[i] is { } place)
            {
                _documents[i] = _documents[i] with { Payload = place.Of(written) };
            }
        }

        _request.Stream = stream;
        _request.ExpectedVersion = expectedVersion;
        _request.Link = link;
        _request.CommandId = commandId;
        _request.Timestamp = timestamp;
        _request.Events = _events.AsMemory(0, EventCount);
        _request.Documents = _documents.AsMemory(0, _documentCount);
        _request.Metadata = _metadata.Of(written);
        _request.Snapshot = _snapshot is { } s ? new(s.Fingerprint, s.Version, s.Place.Of(written)) : null;
    }

    /// <summary>Forgets everything but the buffers.</summary>
    public void Clear()
    {
        Output.Clear();
        Array.Clear(_events, 0, EventCount);
        Array.Clear(_documents, 0, _documentCount);
        EventCount = 0;
        _documentCount = 0;
        _metadata = default;
        _snapshot = null;
        _request.Snapshot = null;
        _request.Link = default;
    }

    private Place Since(int start) => new(start, Output.WrittenCount - start);

    private readonly record struct Place(int Start, int Length)
    {
        public ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> written) => written.Slice(Start, Length);
    }
}
