using Cqrs.Gen.Storage;
using CsCheck;
using static System.Text.Encoding;

namespace Cqrs.Gen.Faults;

/// <summary>An append in small words, so that streams, commands, documents and versions meet often.</summary>
internal sealed record Step(int Stream, int Command, int Expected, int Events, int Name, int Document, bool Deletes, bool Snapshot, bool InChain)
{
    public const int Streams = 3;
    public const int Commands = 6;

    public static readonly Gen<Step> Any = CsCheck.Gen.Select(
        CsCheck.Gen.Select(CsCheck.Gen.Int[0, Streams - 1], CsCheck.Gen.Int[0, Commands - 1], CsCheck.Gen.Int[-1, 4]),
        CsCheck.Gen.Select(CsCheck.Gen.Int[1, 3], CsCheck.Gen.Int[0, 3], CsCheck.Gen.Int[0, 2]),
        CsCheck.Gen.Select(CsCheck.Gen.Bool, CsCheck.Gen.Bool, CsCheck.Gen.Bool),
        static (a, b, c) => new Step(a.Item1, a.Item2, a.Item3, b.Item1, b.Item2, b.Item3, c.Item1, c.Item2, c.Item3));

    /// <summary>One of the streams; two of them are of one kind of aggregate, two have one id.</summary>
    public static StreamId StreamOf(string prefix, int stream) => new($"aggregate-{stream % 2}", $"{prefix}{stream / 2}");

    /// <param name="prefix">Sets apart what other sequences did in the same store.</param>
    public AppendRequest Request(string prefix)
    {
        AppendRequest request = new()
        {
            Stream = StreamOf(prefix, Stream),
            ExpectedVersion = Expected,
            CommandId = $"c{Command}",
            Timestamp = DateTimeOffset.UnixEpoch.AddTicks(Command),
            Metadata = Deletes ? "{}"u8.ToArray() : default(ReadOnlyMemory<byte>),
            Events = Enumerable.Range(0, Events).Select(i => new EventData(Guid.NewGuid(), $"event-{Name}", 1 + i, UTF8.GetBytes($"{this} {i}"))).ToArray(),
        };
        if (Expected >= 0)
        {
            long version = Expected + Events;
            byte[] payload = UTF8.GetBytes($"{this}");
            request.Documents = new DocumentData[] { new("query", $"{prefix}{Document}", "f", version, Deletes ? null : payload), new($"query-{Stream}", prefix, "g", version, payload) };
            request.Snapshot = Snapshot ? new("f", version, payload) : null;
        }

        return request;
    }
}
