using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Faults;

/// <summary>A bug on purpose: a real store that breaks one promise.</summary>
internal sealed class LyingStorage(IEventStorage storage, string lie) : IEventStorage
{
    public const string TakesAConflictForASuccess = "it takes a conflict for a success";
    public const string GivesUpAfterAConflict = "it gives up a batch after a conflict in it";
    public const string TurnsRound = "it takes a batch from its end";

    public static readonly IReadOnlyDictionary<string, Lie> All = new Dictionary<string, Lie>
    {
        [TakesAConflictForASuccess] = static async (append, batch) =>
            [.. (await append(batch)).Select(static o => o.Result == AppendResult.Conflict ? new(AppendResult.Appended, o.Version, 1, 1) : o)],
        [GivesUpAfterAConflict] = static async (append, batch) =>
        {
            AppendOutcome[] outcomes = [];
            foreach (AppendRequest request in batch)
            {
                bool isUp = outcomes.Any(static o => o.Result == AppendResult.Conflict);
                outcomes = [.. outcomes, .. isUp ? [new(AppendResult.Conflict, 0, 0, 0)] : await append([request])];
            }

            return outcomes;
        },
        [TurnsRound] = static async (append, batch) => [.. (await append([.. batch.Reverse()])).Reverse()],
        ["it takes no notice of what was decided upon what"] = static (append, batch) =>
        {
            foreach (AppendRequest request in batch)
            {
                request.Link = default;
            }

            return append(batch);
        },
        ["it does not look for earlier commands"] = static (append, batch) => append([.. batch.Select(static r => Copy(r, $"{Guid.NewGuid()}", r.Documents))]),
        ["it keeps the first of a document"] = static (append, batch) => append([.. batch.Select(static r => Copy(r, r.CommandId, r.ExpectedVersion > 0 ? default : r.Documents))]),
    };

    public delegate Task<AppendOutcome[]> Append(AppendRequest[] batch);

    public delegate Task<AppendOutcome[]> Lie(Append append, AppendRequest[] batch);

    public ValueTask OpenAsync(CancellationToken cancellationToken) => storage.OpenAsync(cancellationToken);

    public async ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken) =>
        (await All[lie](
            async requests =>
            {
                AppendOutcome[] results = new AppendOutcome[requests.Length];
                await storage.AppendAsync(requests, results, cancellationToken);
                return results;
            },
            batch.ToArray())).CopyTo(outcomes);

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken) => storage.ReadStreamAsync(request, sink, cancellationToken);

    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) => storage.ReadLogAsync(request, sink, cancellationToken);

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken) => storage.ReadDocumentAsync(query, key, cancellationToken);

    public ValueTask DisposeAsync() => storage.DisposeAsync();

    private static AppendRequest Copy(AppendRequest request, string commandId, ReadOnlyMemory<DocumentData> documents) => new()
    {
        Stream = request.Stream,
        ExpectedVersion = request.ExpectedVersion,
        CommandId = commandId,
        Link = request.Link,
        Timestamp = request.Timestamp,
        Metadata = request.Metadata,
        Events = request.Events,
        Documents = documents,
        Snapshot = request.Snapshot,
    };
}
