using System.Globalization;
using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>The log as it was read, to be held against what was acknowledged.</summary>
internal sealed class Log : IEventSink
{
    private readonly List<(long Position, string Id, long Sequence, string Payload)> _events = [];

    public int Count => _events.Count;

    /// <summary>The streams that the events belong to, in the order of the log.</summary>
    public IEnumerable<string> Streams => _events.Select(static e => e.Id);

    public static async Task<Log> ReadAsync(PostgreSqlStorageOptions options)
    {
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        Log log = new();
        await storage.ReadLogAsync(new(0, int.MaxValue), log, CancellationToken.None);
        return log;
    }

    public void OnEvent(in RecordedEvent e) => _events.Add((e.Position, Encoding.UTF8.GetString(e.AggregateId), e.Sequence, Encoding.UTF8.GetString(e.Payload)));

    /// <summary>No position or sequence is missing, no command was recorded twice, and all that was acknowledged is there.</summary>
    public void Verify(IEnumerable<string> acknowledged)
    {
        Assert.Equal(Enumerable.Range(1, _events.Count).Select(static i => (long)i), _events.Select(static e => e.Position));
        foreach (IGrouping<string, (long Position, string Id, long Sequence, string Payload)> stream in _events.GroupBy(static e => e.Id))
        {
            long[] sequences = [.. Enumerable.Range(1, stream.Count()).Select(static i => (long)i)];
            Assert.Equal(sequences, stream.Select(static e => e.Sequence));
            Assert.Equal(sequences, stream.Select(static e => long.Parse(e.Payload, CultureInfo.InvariantCulture))); // the command's number: none twice
        }

        HashSet<string> stored = [.. _events.Select(static e => $"ack {e.Id} {e.Sequence} {e.Position}")];
        Assert.All(acknowledged, a => Assert.Contains(a[..a.LastIndexOf(' ')], stored));
    }
}
