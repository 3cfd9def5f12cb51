using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>Documents change with the events, or not at all.</summary>
internal static class DocumentScenarios
{
    public static IEnumerable<StoreScenario> All =>
    [
        StoreScenario.With("documents are written, replaced and deleted with the events", WrittenAsync),
        StoreScenario.With("a conflict or a repeat leaves documents and snapshot as they were", UntouchedAsync),
        StoreScenario.With("documents are told apart by query and key, character by character", KeysAsync),
        StoreScenario.With("a document is read back byte for byte", BytesAsync),
    ];

    private static async Task WrittenAsync(IEventStorage storage)
    {
        await AppendAsync(storage, 0, Document("summary", "a", 1, "one"), Document("history", "a", 1, "other"), Document("summary", "gone", 1, null)).ConfigureAwait(false);
        await ExpectAsync(storage, "summary", "a", "f 1 one").ConfigureAwait(false);
        await ExpectAsync(storage, "history", "a", "f 1 other").ConfigureAwait(false);
        await ExpectAsync(storage, "summary", "gone", null).ConfigureAwait(false);

        await AppendAsync(storage, 1, Document("summary", "a", 2, "two")).ConfigureAwait(false);
        await ExpectAsync(storage, "summary", "a", "f 2 two").ConfigureAwait(false);

        await AppendAsync(storage, 2, Document("summary", "a", 3, null), Document("history", "a", 3, "kept", "g")).ConfigureAwait(false);
        await ExpectAsync(storage, "summary", "a", null).ConfigureAwait(false);
        await ExpectAsync(storage, "history", "a", "g 3 kept").ConfigureAwait(false);

        await AppendAsync(storage, 3, Document("summary", "a", 4, "first"), Document("summary", "a", 4, "last")).ConfigureAwait(false);
        await ExpectAsync(storage, "summary", "a", "f 4 last").ConfigureAwait(false);
    }

    private static async Task UntouchedAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, command: "c").With(new("f", 1, "old"u8.ToArray()), Document("summary", "a", 1, "old"))).ConfigureAwait(false);
        AppendRequest conflict = Appends.To("a", 0).With(new("f", 1, "new"u8.ToArray()), Document("summary", "a", 1, "new"), Document("summary", "b", 1, "new"));
        AppendRequest repeat = Appends.To("a", 1, command: "c").With(new("f", 2, "new"u8.ToArray()), Document("summary", "a", 2, null));
        AppendOutcome[] outcomes = await storage.AppendAsync(conflict, repeat, Appends.To("x", 0)).ConfigureAwait(false);

        Verify.Sequence([AppendResult.Conflict, AppendResult.Repeat, AppendResult.Appended], [.. outcomes.Select(o => o.Result)], "The results");
        await ExpectAsync(storage, "summary", "a", "f 1 old").ConfigureAwait(false);
        await ExpectAsync(storage, "summary", "b", null).ConfigureAwait(false);
        Collected read = await storage.ReadAsync(new StreamReadRequest(Appends.Stream("a"), SnapshotFingerprint: "f")).ConfigureAwait(false);
        Verify.Equal("old", read.Snapshot is { } snapshot ? Encoding.UTF8.GetString(snapshot.Payload) : null, "The snapshot");
    }

    private static async Task KeysAsync(IEventStorage storage)
    {
        string[] keys = ["a", "A", "a ", "ä", "a\u0308", "😀", "'", "%", new('x', 512)];
        await AppendAsync(storage, 0, [.. keys.Select(k => Document("q", k, 1, k)), .. keys.Select(k => Document(k, "q", 1, $"other {k}"))]).ConfigureAwait(false);
        foreach (string key in keys)
        {
            await ExpectAsync(storage, "q", key, $"f 1 {key}").ConfigureAwait(false);
            await ExpectAsync(storage, key, "q", $"f 1 other {key}").ConfigureAwait(false);
        }
    }

    private static async Task BytesAsync(IEventStorage storage)
    {
        byte[][] payloads = [[], "{\"a\" : \"\\u0000\0\"}"u8.ToArray(), Encoding.UTF8.GetBytes(new string('é', 1 << 20))];
        for (int i = 0; i < payloads.Length; i++)
        {
            await AppendAsync(storage, i, new DocumentData("q", "a", "f", i + 1, payloads[i].ToArray())).ConfigureAwait(false);
            StoredDocument? read = await storage.ReadDocumentAsync("q", "a").ConfigureAwait(false);
            Verify.Equal(true, read is not null, $"Whether document {i} is there");
            Verify.Bytes(payloads[i], read!.Payload.Span, $"Document {i}");
        }
    }

    private static DocumentData Document(string query, string key, long version, string? text, string fingerprint = "f") =>
        new(query, key, fingerprint, version, text is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(text));

    private static Task<AppendOutcome> AppendAsync(IEventStorage storage, long expected, params DocumentData[] documents) =>
        storage.AppendAsync(Appends.To("a", expected).With(snapshot: null, documents));

    private static async Task ExpectAsync(IEventStorage storage, string query, string key, string? expected)
    {
        StoredDocument? read = await storage.ReadDocumentAsync(query, key).ConfigureAwait(false);
        Verify.Equal(expected, read is null ? null : $"{read.Fingerprint} {read.Version} {Encoding.UTF8.GetString(read.Payload.Span)}", $"The document \"{key}\" of \"{query}\"");
    }
}
