using System.Text;
using System.Text.Json.Nodes;
using Cqrs.Gen.Storage;

namespace Specimens;

/// <summary>A bug on purpose: it keeps what a payload means to it, and not its bytes.</summary>
internal sealed class ParsingStorage(IEventStorage storage) : IEventStorage
{
    public ValueTask OpenAsync(CancellationToken cancellationToken) => storage.OpenAsync(cancellationToken);

    public ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        foreach (AppendRequest request in batch.Span)
        {
            request.Events = request.Events.ToArray().Select(static e => e with { Payload = Parsed(e.Payload) }).ToArray();
        }

        return storage.AppendAsync(batch, outcomes, cancellationToken);
    }

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken) => storage.ReadStreamAsync(request, sink, cancellationToken);

    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken) => storage.ReadLogAsync(request, sink, cancellationToken);

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken) => storage.ReadDocumentAsync(query, key, cancellationToken);

    public ValueTask DisposeAsync() => storage.DisposeAsync();

    // Members in the order of their names' lengths, numbers as numbers: as a database may keep them.
    private static byte[] Parsed(ReadOnlyMemory<byte> payload) => JsonNode.Parse(payload.Span) is JsonObject members
        ? Encoding.UTF8.GetBytes(new JsonObject(members.OrderBy(static m => m.Key.Length).Select(static m => KeyValuePair.Create(m.Key, m.Value?.DeepClone()))).ToJsonString())
        : payload.ToArray();
}
