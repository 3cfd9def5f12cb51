using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>A snapshot shortens the reading of a stream, and never changes what is read.</summary>
internal static class SnapshotScenarios
{
    public static IEnumerable<StoreScenario> All =>
    [
        StoreScenario.With("a snapshot is read with the events after it, and replaced by the next", ReplacedAsync),
        StoreScenario.With("a snapshot with another fingerprint is not read", FingerprintAsync),
        StoreScenario.With("a snapshot outside the sequences that are read is not read", RangeAsync),
    ];

    private static async Task ReplacedAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 2).With(new("f", 2, "two"u8.ToArray()))).ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("b", 0).With(new("f", 1, "b"u8.ToArray()))).ConfigureAwait(false);
        await ExpectAsync(storage, "f", "2 two").ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("a", 2)).ConfigureAwait(false);
        await ExpectAsync(storage, "f", "2 two", 3).ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("a", 3).With(new("f", 4, "four"u8.ToArray()))).ConfigureAwait(false);
        await ExpectAsync(storage, "f", "4 four").ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("a", 4).With(new("g", 5, "five"u8.ToArray()))).ConfigureAwait(false);
        await ExpectAsync(storage, "g", "5 five").ConfigureAwait(false);
    }

    private static async Task FingerprintAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 2).With(new("f", 2, "two"u8.ToArray()))).ConfigureAwait(false);
        await ExpectAsync(storage, "F", null, 1, 2).ConfigureAwait(false);
        await ExpectAsync(storage, null, null, 1, 2).ConfigureAwait(false);
    }

    private static async Task RangeAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("a", 0, events: 3).With(new("f", 3, "three"u8.ToArray()))).ConfigureAwait(false);
        await storage.AppendAsync(Appends.To("a", 3, events: 2)).ConfigureAwait(false);
        await ExpectAsync(storage, new StreamReadRequest(Appends.Stream("a"), AfterSequence: 2, SnapshotFingerprint: "f"), "3 three", 4, 5).ConfigureAwait(false);
        await ExpectAsync(storage, new StreamReadRequest(Appends.Stream("a"), AfterSequence: 3, SnapshotFingerprint: "f"), null, 4, 5).ConfigureAwait(false);
        await ExpectAsync(storage, new StreamReadRequest(Appends.Stream("a"), UpToSequence: 2, SnapshotFingerprint: "f"), null, 1, 2).ConfigureAwait(false);
        await ExpectAsync(storage, new StreamReadRequest(Appends.Stream("a"), UpToSequence: 3, SnapshotFingerprint: "f"), "3 three").ConfigureAwait(false);
        await ExpectAsync(storage, new StreamReadRequest(Appends.Stream("a"), UpToSequence: 4, SnapshotFingerprint: "f"), "3 three", 4).ConfigureAwait(false);
    }

    private static Task ExpectAsync(IEventStorage storage, string? fingerprint, string? snapshot, params long[] sequences) =>
        ExpectAsync(storage, new StreamReadRequest(Appends.Stream("a"), SnapshotFingerprint: fingerprint), snapshot, sequences);

    private static async Task ExpectAsync(IEventStorage storage, StreamReadRequest request, string? snapshot, params long[] sequences)
    {
        Collected read = await storage.ReadAsync(request).ConfigureAwait(false);
        Verify.Equal(snapshot, read.Snapshot is { } found ? $"{found.Version} {Encoding.UTF8.GetString(found.Payload)}" : null, $"The snapshot for {request}");
        Verify.Sequence(sequences, read.Sequences, $"The sequences for {request}");
    }
}
