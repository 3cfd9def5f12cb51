using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>What is handed on of one stream, as a line: the repeat, the snapshot, the sequences of events.</summary>
internal sealed class StreamText : IStreamSink
{
    private readonly List<string> _parts = [];

    public static async Task<string> ReadAsync(IEventStorage storage, StreamId stream, string? fingerprint = null, string? command = null)
    {
        StreamText text = new();
        await storage.ReadStreamAsync(new(stream, SnapshotFingerprint: fingerprint, CommandId: command, PayloadsOnly: true), text, CancellationToken.None);
        return string.Join(", ", text._parts);
    }

    public void OnEvent(in RecordedEvent e) => _parts.Add($"{e.Sequence}");

    public void OnRepeat(in AppendOutcome outcome) => _parts.Add($"repeat of {outcome.Version}");

    public void OnSnapshot(long version, ReadOnlySpan<byte> payload) => _parts.Add($"snapshot {version}");

    public void OnDamagedSnapshot(long version) => _parts.Add($"damaged snapshot {version}");
}
