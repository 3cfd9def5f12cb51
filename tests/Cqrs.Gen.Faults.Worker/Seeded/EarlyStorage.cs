using System.Threading.Channels;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>A bug on purpose: it answers before it commits. Whoever checks that nothing acknowledged is lost must notice.</summary>
internal sealed class EarlyStorage(IEventStorage storage) : IEventStorage
{
    private readonly Channel<AppendRequest[]> _queue = Channel.CreateUnbounded<AppendRequest[]>();
    private readonly Dictionary<StreamId, long> _versions = [];
    private Task _work = Task.CompletedTask;
    private long _position;

    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await storage.OpenAsync(cancellationToken);
        _position = await storage.ReadLogAsync(new(0, int.MaxValue), new Versions(_versions), cancellationToken);
        _work = Task.Run(WorkAsync, CancellationToken.None);
    }

    public ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        AppendRequest[] copies = new AppendRequest[batch.Length];
        for (int i = 0; i < copies.Length; i++)
        {
            AppendRequest copy = copies[i] = Copy(batch.Span[i]);
            long version = _versions[copy.Stream] = _versions.GetValueOrDefault(copy.Stream) + copy.Events.Length;
            outcomes.Span[i] = new(AppendResult.Appended, version, _position += copy.Events.Length, copy.Events.Length);
        }

        _queue.Writer.TryWrite(copies);
        return ValueTask.CompletedTask;
    }

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken) => storage.ReadStreamAsync(request, sink, cancellationToken);

    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) => storage.ReadLogAsync(request, sink, cancellationToken);

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken) => storage.ReadDocumentAsync(query, key, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _work;
        await storage.DisposeAsync();
    }

    private async Task WorkAsync()
    {
        AppendOutcome[] outcomes = new AppendOutcome[256];
        await foreach (AppendRequest[] batch in _queue.Reader.ReadAllAsync())
        {
            await storage.AppendAsync(batch, outcomes.AsMemory(0, batch.Length), CancellationToken.None);
        }
    }

    // The memory of a request is its owner's again once it was answered.
    private static AppendRequest Copy(AppendRequest request) => new()
    {
        Stream = request.Stream,
        ExpectedVersion = request.ExpectedVersion,
        CommandId = request.CommandId,
        Timestamp = request.Timestamp,
        Metadata = request.Metadata.ToArray(),
        Events = request.Events.ToArray().Select(static e => e with { Payload = e.Payload.ToArray() }).ToArray(),
        Documents = request.Documents.ToArray().Select(static d => d with { Payload = d.Payload?.ToArray() }).ToArray(),
        Snapshot = request.Snapshot is { } snapshot ? snapshot with { Payload = snapshot.Payload.ToArray() } : null,
    };

    private sealed class Versions(Dictionary<StreamId, long> versions) : IEventSink
    {
        public void OnEvent(in RecordedEvent e) =>
            versions[new(System.Text.Encoding.UTF8.GetString(e.Aggregate), System.Text.Encoding.UTF8.GetString(e.AggregateId))] = e.Sequence;
    }
}
