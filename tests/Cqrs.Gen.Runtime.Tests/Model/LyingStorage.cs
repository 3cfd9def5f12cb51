using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Runtime.Tests;

/// <summary>A real store that breaks one promise.</summary>
internal sealed class LyingStorage(IEventStorage inner, LyingStorage.Lie lie) : IEventStorage
{
    public static readonly Dictionary<string, Lie> Kinds = new()
    {
        ["it acknowledges before it commits, and then does not"] = static async (append, batch, outcomes) =>
        {
            await append(batch, outcomes);
            if (batch.Span[^1].CommandId.GetHashCode(StringComparison.Ordinal) % 16 == 0)
            {
                outcomes.Span[^1] = new(AppendResult.Appended, batch.Span[^1].ExpectedVersion + 1, outcomes.Span[^1].Position, 1);
            }
        },
        ["it records what was decided upon an append that it did not record"] = static (append, batch, outcomes) =>
        {
            foreach (AppendRequest request in batch.Span)
            {
                request.Link = default;
            }

            return append(batch, outcomes);
        },
        ["it ignores expected versions"] = static (append, batch, outcomes) =>
        {
            foreach (AppendRequest request in batch.Span)
            {
                (request.Link, request.ExpectedVersion) = (default, AppendRequest.AnyVersion);
            }

            return append(batch, outcomes);
        },
        ["it says that nothing was recorded when it does not know"] = static async (append, batch, outcomes) =>
        {
            await append(batch, outcomes);
            if (batch.Span[0].CommandId.GetHashCode(StringComparison.Ordinal) % 16 == 0)
            {
                throw new StoreException(StoreFault.Unavailable, "Gone.");
            }
        },
    };

    public delegate ValueTask Append(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes);

    public delegate ValueTask Lie(Append append, ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes);

    public ValueTask OpenAsync(CancellationToken cancellationToken) => inner.OpenAsync(cancellationToken);

    public ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken) =>
        lie((b, o) => inner.AppendAsync(b, o, cancellationToken), batch, outcomes);

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken) => inner.ReadStreamAsync(request, sink, cancellationToken);

    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) => inner.ReadLogAsync(request, sink, cancellationToken);

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken) => inner.ReadDocumentAsync(query, key, cancellationToken);

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
