using System.Text;

namespace Cqrs.Gen.Storage;

/// <summary>
/// Keeps everything in memory, for tests and for what may be forgotten: the same guarantees as every other store, except that it is gone with
/// the object. Safe for concurrent use.
/// </summary>
public sealed class MemoryEventStorage : IEventStorage
{
    private readonly Lock _gate = new();
    private readonly EventList _log = new();
    private readonly Dictionary<StreamId, StoredStream> _streams = [];
    private readonly Dictionary<(string Query, string Key), StoredDocument> _documents = [];
    private volatile bool _isOpen;
    private volatile bool _isClosed;

    /// <inheritdoc/>
    public ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        if (_isClosed)
        {
            return ValueTask.FromException(Closed());
        }

        _isOpen = true;
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_gate)
            {
                ThrowIfClosed();
                for (int i = 0; i < batch.Length; i++)
                {
                    AppendRequest request = batch.Span[i];
                    outcomes.Span[i] = Append(request);
                    if (outcomes.Span[i].Result != AppendResult.Appended)
                    {
                        request.Link.Break();
                    }
                }
            }

            return ValueTask.CompletedTask;
        }
        catch (Exception e)
        {
            return ValueTask.FromException(e);
        }
    }

    /// <inheritdoc/>
    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        try
        {
            ReadStream(request, sink, cancellationToken);
            return ValueTask.CompletedTask;
        }
        catch (Exception e)
        {
            return ValueTask.FromException(e);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        try
        {
            return new(ReadLog(request, sink, cancellationToken));
        }
        catch (Exception e)
        {
            return ValueTask.FromException<long>(e);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_gate)
            {
                ThrowIfClosed();
                return new(_documents.GetValueOrDefault((query, key)));
            }
        }
        catch (Exception e)
        {
            return ValueTask.FromException<StoredDocument?>(e);
        }
    }

    /// <summary>Closes the store; what it held is gone.</summary>
    public ValueTask DisposeAsync()
    {
        _isClosed = true;
        _isOpen = false;
        return ValueTask.CompletedTask;
    }

    private AppendOutcome Append(AppendRequest request)
    {
        StoredStream stream = _streams.GetValueOrDefault(request.Stream) ?? new(request.Stream);
        if (stream.Commands.TryGetValue(request.CommandId, out AppendOutcome recorded))
        {
            return recorded with { Result = AppendResult.Repeat };
        }

        int version = stream.Events.Count;
        if (request.Link.IsCutOff || (request.ExpectedVersion != AppendRequest.AnyVersion && request.ExpectedVersion != version))
        {
            return new(AppendResult.Conflict, version, 0, 0);
        }

        byte[] metadata = request.Metadata.ToArray();
        byte[] command = Encoding.UTF8.GetBytes(request.CommandId);
        int last = version + request.Events.Length;
        foreach (ref readonly EventData data in request.Events.Span)
        {
            version++;
            StoredEvent e = new(stream, version, data, request.Timestamp, metadata, version == last ? command : []) { Position = _log.Count + 1 };
            stream.Events.Add(e);
            _log.Add(e);
        }

        AppendOutcome outcome = new(AppendResult.Appended, version, _log.Count, request.Events.Length);
        stream.Commands.Add(request.CommandId, outcome);
        _streams[request.Stream] = stream;
        Write(request, stream);
        return outcome;
    }

    private void Write(AppendRequest request, StoredStream stream)
    {
        if (request.Snapshot is { } snapshot)
        {
            stream.Snapshot = snapshot with { Payload = snapshot.Payload.ToArray() };
        }

        foreach (ref readonly DocumentData document in request.Documents.Span)
        {
            if (document.Payload is { } payload)
            {
                _documents[(document.Query, document.Key)] = new(document.Fingerprint, document.Version, payload.ToArray());
            }
            else
            {
                _documents.Remove((document.Query, document.Key));
            }
        }
    }

    private void ReadStream(in StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ReadOnlyMemory<StoredEvent> events;
        SnapshotData? snapshot;
        AppendOutcome recorded = default;
        lock (_gate)
        {
            ThrowIfClosed();
            if (!_streams.TryGetValue(request.Stream, out StoredStream? stream))
            {
                return;
            }

            snapshot = stream.Snapshot is { } latest
                && latest.Fingerprint == request.SnapshotFingerprint
                && latest.Version > request.AfterSequence
                && latest.Version <= request.UpToSequence ? latest : null;
            events = stream.Events.After(snapshot?.Version ?? request.AfterSequence);
            if (request.CommandId is not null)
            {
                stream.Commands.TryGetValue(request.CommandId, out recorded);
            }
        }

        // The sink runs outside the lock: it is free to call the store.
        if (recorded.EventCount > 0)
        {
            sink.OnRepeat(recorded with { Result = AppendResult.Repeat });
        }

        if (snapshot is not null)
        {
            sink.OnSnapshot(snapshot.Version, snapshot.Payload.Span);
        }

        foreach (StoredEvent e in events.Span)
        {
            if (e.Sequence > request.UpToSequence)
            {
                break;
            }

            cancellationToken.ThrowIfCancellationRequested();
            sink.OnEvent(e.InStream());
        }
    }

    private long ReadLog(in LogReadRequest request, IEventSink sink, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ReadOnlyMemory<StoredEvent> events;
        lock (_gate)
        {
            ThrowIfClosed();
            events = _log.After(request.AfterPosition);
        }

        long examined = request.AfterPosition;
        int left = request.MaxCount;
        foreach (StoredEvent e in events.Span)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (request.Events.IsEmpty || request.Events.Span.Contains(e.Source))
            {
                if (left-- == 0)
                {
                    break;
                }

                sink.OnEvent(e.InLog());
            }

            examined = e.Position;
        }

        return examined;
    }

    private void ThrowIfClosed()
    {
        if (!_isOpen)
        {
            throw Closed();
        }
    }

    private static StoreException Closed() => new(StoreFault.Closed, "The memory store is not open: it was closed, or OpenAsync was never called.");
}
