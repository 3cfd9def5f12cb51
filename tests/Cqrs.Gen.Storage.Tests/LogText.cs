using System.Security.Cryptography;
using System.Text;

namespace Cqrs.Gen.Storage.Tests;

/// <summary>A log as text, with all that a store keeps of its events.</summary>
internal sealed class LogText : IEventSink
{
    private readonly StringBuilder _text = new();

    public static async Task<string> ReadAsync(IEventStorage storage)
    {
        LogText log = new();
        await storage.ReadLogAsync(new(0, int.MaxValue), log, CancellationToken.None);
        return log._text.ToString();
    }

    public void OnEvent(in RecordedEvent e)
    {
        string[] texts = [Encoding.UTF8.GetString(e.Aggregate), Encoding.UTF8.GetString(e.AggregateId), Encoding.UTF8.GetString(e.Name), Encoding.UTF8.GetString(e.CommandId)];
        _text.AppendLine(
            null,
            $"{e.Position} {string.Join('|', texts)} {e.Sequence} {e.EventId} {e.Version} {e.Timestamp:O} {Convert.ToHexString(e.Metadata)} {e.Payload.Length} {Convert.ToHexString(SHA256.HashData(e.Payload))}");
    }
}
