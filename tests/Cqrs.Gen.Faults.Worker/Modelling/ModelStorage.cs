using Cqrs.Gen.Storage;
using static System.Text.Encoding;

namespace Cqrs.Gen.Faults;

/// <summary>
/// What every store must do, in the plainest words: a list of the appends that were recorded, and each question answered by looking through all of it. A chain is broken by its
/// first append that is not recorded.
/// </summary>
internal sealed class ModelStorage : IEventStorage
{
    private readonly List<Entry> _entries = [];

    private IEnumerable<Recorded> Log => _entries.SelectMany(static entry => entry.Events);

    public ValueTask OpenAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        for (int i = 0; i < batch.Length; i++)
        {
            AppendRequest request = batch.Span[i];
            outcomes.Span[i] = Append(request);
            if (outcomes.Span[i].Result != AppendResult.Appended)
            {
                request.Link.Break();
            }
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken)
    {
        Entry[] stream = [.. _entries.Where(e => e.Request.Stream == request.Stream)];
        if (stream.FirstOrDefault(e => e.Request.CommandId == request.CommandId) is { } repeated)
        {
            sink.OnRepeat(repeated.Outcome with { Result = AppendResult.Repeat });
        }

        long after = request.AfterSequence;
        if (stream.LastOrDefault(static e => e.Request.Snapshot is not null)?.Request.Snapshot is { } snapshot
            && snapshot.Fingerprint == request.SnapshotFingerprint && snapshot.Version > after && snapshot.Version <= request.UpToSequence)
        {
            sink.OnSnapshot(snapshot.Version, snapshot.Payload.Span);
            after = snapshot.Version;
        }

        foreach (Recorded e in stream.SelectMany(static e => e.Events).Where(e => e.Sequence > after && e.Sequence <= request.UpToSequence))
        {
            sink.OnEvent(e.Read());
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken)
    {
        Recorded[] events = [.. Log.Where(e => e.Position > request.AfterPosition && (request.Events.IsEmpty || request.Events.ToArray().Contains(e.Source)))];
        foreach (Recorded e in events.Take(request.MaxCount))
        {
            sink.OnEvent(e.Read());
        }

        return new(events.Length > request.MaxCount ? events[request.MaxCount - 1].Position : Math.Max(request.AfterPosition, Log.Count()));
    }

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken)
    {
        DocumentData latest = _entries.SelectMany(static e => e.Request.Documents.ToArray()).LastOrDefault(d => d.Query == query && d.Key == key);
        return new(latest.Payload is { } payload ? new StoredDocument(latest.Fingerprint, latest.Version, payload) : null);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private AppendOutcome Append(AppendRequest request)
    {
        Entry[] stream = [.. _entries.Where(e => e.Request.Stream == request.Stream)];
        if (stream.FirstOrDefault(e => e.Request.CommandId == request.CommandId) is { } repeated)
        {
            return repeated.Outcome with { Result = AppendResult.Repeat };
        }

        long version = stream.Sum(static e => e.Request.Events.Length);
        if (request.Link.IsCutOff || (request.ExpectedVersion != AppendRequest.AnyVersion && request.ExpectedVersion != version))
        {
            return new(AppendResult.Conflict, version, 0, 0);
        }

        int count = request.Events.Length;
        Entry entry = new(request, new(AppendResult.Appended, version + count, Log.Count() + count, count));
        _entries.Add(entry);
        return entry.Outcome;
    }

    private sealed record Entry(AppendRequest Request, AppendOutcome Outcome)
    {
        public IEnumerable<Recorded> Events => Enumerable.Range(0, Outcome.EventCount).Select(i => new Recorded(this, i));
    }

    private sealed record Recorded(Entry Entry, int Index)
    {
        private int Left => Entry.Outcome.EventCount - 1 - Index;

        private EventData Data => Entry.Request.Events.Span[Index];

        public long Position => Entry.Outcome.Position - Left;

        public long Sequence => Entry.Outcome.Version - Left;

        public EventSource Source => new(Entry.Request.Stream.Aggregate, Data.Name);

        public RecordedEvent Read() => new()
        {
            Position = Position,
            Aggregate = UTF8.GetBytes(Entry.Request.Stream.Aggregate),
            AggregateId = UTF8.GetBytes(Entry.Request.Stream.Id),
            Sequence = Sequence,
            EventId = Data.EventId,
            CommandId = Left == 0 ? UTF8.GetBytes(Entry.Request.CommandId) : [],
            Name = UTF8.GetBytes(Data.Name),
            Version = Data.Version,
            Timestamp = Entry.Request.Timestamp,
            Payload = Data.Payload.Span,
            Metadata = Entry.Request.Metadata.Span,
        };
    }
}
