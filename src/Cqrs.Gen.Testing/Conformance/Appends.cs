using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>Requests as the scenarios need them.</summary>
internal static class Appends
{
    public const string Aggregate = "bank-account";

    public static readonly DateTimeOffset Time = new(2026, 2, 28, 23, 59, 59, 123, 456, TimeSpan.Zero);

    public static StreamId Stream(string id, string aggregate = Aggregate) => new(aggregate, id);

    public static AppendRequest To(string id, long expected, int events = 1, string? command = null, string name = "money-deposited", string aggregate = Aggregate) =>
        To(Stream(id, aggregate), expected, [.. Enumerable.Range(1, events).Select(i => Event(name, $$"""{"amount":{{i}}}"""))], command);

    public static AppendRequest To(StreamId stream, long expected, EventData[] events, string? command = null) => new()
    {
        Stream = stream,
        ExpectedVersion = expected,
        CommandId = command ?? Guid.NewGuid().ToString(),
        Timestamp = Time,
        Events = events,
    };

    public static AppendRequest At(this AppendRequest request, ChainLink link)
    {
        request.Link = link;
        return request;
    }

    public static AppendRequest With(this AppendRequest request, SnapshotData? snapshot = null, params DocumentData[] documents) => new()
    {
        Stream = request.Stream,
        ExpectedVersion = request.ExpectedVersion,
        CommandId = request.CommandId,
        Timestamp = request.Timestamp,
        Metadata = request.Metadata,
        Events = request.Events,
        Documents = documents,
        Snapshot = snapshot,
    };

    public static EventData Event(string name, string json) => new(Guid.NewGuid(), name, 1, Encoding.UTF8.GetBytes(json));

    public static async Task<AppendOutcome> AppendAsync(this IEventStorage storage, AppendRequest request) =>
        (await storage.AppendAsync([request]).ConfigureAwait(false))[0];

    public static async Task<AppendOutcome[]> AppendAsync(this IEventStorage storage, params AppendRequest[] batch)
    {
        AppendOutcome[] outcomes = new AppendOutcome[batch.Length];
        await storage.AppendAsync(batch, outcomes, CancellationToken.None).ConfigureAwait(false);
        return outcomes;
    }

    public static async Task<Collected> ReadAsync(this IEventStorage storage, StreamReadRequest request)
    {
        Collected collected = new();
        await storage.ReadStreamAsync(request, collected, CancellationToken.None).ConfigureAwait(false);
        return collected;
    }

    public static Task<Collected> ReadAsync(this IEventStorage storage, string id) => storage.ReadAsync(new StreamReadRequest(Stream(id)));

    public static async Task<(Collected Events, long Examined)> ReadLogAsync(this IEventStorage storage, long after = 0, int count = int.MaxValue, params EventSource[] events)
    {
        Collected collected = new();
        long examined = await storage.ReadLogAsync(new LogReadRequest(after, count, events), collected, CancellationToken.None).ConfigureAwait(false);
        return (collected, examined);
    }

    public static async Task<StoredDocument?> ReadDocumentAsync(this IEventStorage storage, string query, string key) =>
        await storage.ReadDocumentAsync(query, key, CancellationToken.None).ConfigureAwait(false);
}
