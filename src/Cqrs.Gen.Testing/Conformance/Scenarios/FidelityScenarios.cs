using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Testing.Conformance;

/// <summary>What goes in comes out, byte for byte.</summary>
internal static class FidelityScenarios
{
    private static readonly (string Name, byte[] Bytes)[] Payloads =
    [
        ("an object", "{\"amount\":10.50}"u8.ToArray()),
        ("nothing", []),
        ("white space as written", " { \"b\" : 1 ,\n\t\"a\" : 2 } "u8.ToArray()),
        ("repeated members", "{\"a\":1,\"a\":2}"u8.ToArray()),
        ("an escaped NUL", "{\"text\":\"\\u0000\"}"u8.ToArray()),
        ("a NUL byte", "{\"text\":\"a\0b\"}"u8.ToArray()),
        ("UTF-8 of one to four bytes", Encoding.UTF8.GetBytes("{\"text\":\"aß€😀\uFEFF\"}")),
        ("a number beyond every type", "{\"n\":1e100000}"u8.ToArray()),
        ("a decimal with trailing zeros", "{\"n\":1.5000000000000000000000000000000000}"u8.ToArray()),
        ("a megabyte", Encoding.UTF8.GetBytes($"\"{new string('x', 1 << 20)}\"")),
    ];

    private static readonly string[] Names =
    [
        "a", "A", "a ", " a", "ä", "a\u0308", "ß", "ss", "SS", "i", "I", "ı", "İ", "a/b", "a\\b", "a'b", "a\"b", "a;--", "a%", "a_", "a*", "?1", "\t", "\u200B", "é", "e\u0301", "😀", "日本語",
        new('x', 512),
        string.Concat(Enumerable.Repeat("😀", 256)),
    ];

    public static IEnumerable<StoreScenario> All =>
    [
        StoreScenario.With("every payload and metadata is read back byte for byte", PayloadsAsync),
        StoreScenario.With("every part of an event is read back", PartsAsync),
        StoreScenario.With("ids and names that differ in any character are different streams", NamesAsync),
        StoreScenario.With("command ids that differ in any character are different commands", CommandsAsync),
        StoreScenario.With("one id under two aggregates is two streams", AggregatesAsync),
    ];

    private static async Task PayloadsAsync(IEventStorage storage)
    {
        for (int i = 0; i < Payloads.Length; i++)
        {
            (string name, byte[] bytes) = Payloads[i];
            byte[] metadata = bytes.Length == 0 ? [] : Encoding.UTF8.GetBytes($$"""{"note":"{{i}} 😀"}""");
            byte[] lent = [.. bytes];
            await storage.AppendAsync(new AppendRequest
            {
                Stream = Appends.Stream("a"),
                ExpectedVersion = i,
                CommandId = name,
                Timestamp = Appends.Time,
                Metadata = metadata,
                Events = new EventData[] { new(Guid.NewGuid(), "noted", 1, lent) },
            }).ConfigureAwait(false);
            Array.Clear(lent); // the memory is the caller's again

            Collected stream = await storage.ReadAsync(new StreamReadRequest(Appends.Stream("a"), AfterSequence: i)).ConfigureAwait(false);
            Verify.Sequence([i + 1], stream.Sequences, $"The sequence of the event with {name}");
            CollectedEvent read = stream.Events[0];
            Verify.Bytes(bytes, read.Payload, $"The payload with {name}");
            Verify.Bytes(metadata, read.Metadata, $"The metadata beside {name}");
        }

        Collected log = (await storage.ReadLogAsync().ConfigureAwait(false)).Events;
        Verify.Equal(Payloads.Length, log.Events.Count, "How many events the log has");
        for (int i = 0; i < Payloads.Length; i++)
        {
            Verify.Bytes(Payloads[i].Bytes, log.Events[i].Payload, $"The payload with {Payloads[i].Name} in the log");
        }
    }

    private static async Task PartsAsync(IEventStorage storage)
    {
        Guid[] ids = [Guid.NewGuid(), Guid.Parse("00000000-0000-0000-0000-000000000001"), Guid.AllBitsSet];
        DateTimeOffset local = new(new DateTime(2026, 3, 1, 1, 29, 59).AddTicks(1234567), TimeSpan.FromHours(5.5));
        await storage.AppendAsync(new AppendRequest
        {
            Stream = Appends.Stream("a"),
            ExpectedVersion = 0,
            CommandId = "c",
            Timestamp = local,
            Events = new EventData[] { new(ids[0], "opened", 1, "1"u8.ToArray()), new(ids[1], "geöffnet", 7, "2"u8.ToArray()), new(ids[2], "opened", int.MaxValue, "3"u8.ToArray()) },
        }).ConfigureAwait(false);

        foreach (bool inLog in (bool[])[false, true])
        {
            Collected read = inLog ? (await storage.ReadLogAsync().ConfigureAwait(false)).Events : await storage.ReadAsync("a").ConfigureAwait(false);
            string where = inLog ? "in the log" : "in the stream";
            Verify.Sequence([1, 2, 3], read.Positions, $"The positions {where}");
            Verify.Sequence([1, 2, 3], read.Sequences, $"The sequences {where}");
            Verify.Sequence(ids, [.. read.Events.Select(e => e.EventId)], $"The event ids {where}");
            Verify.Sequence(["opened", "geöffnet", "opened"], [.. read.Events.Select(e => e.Name)], $"The names {where}");
            Verify.Sequence([1, 7, int.MaxValue], [.. read.Events.Select(e => e.Version)], $"The versions {where}");
            Verify.Sequence(inLog ? ["", "", "c"] : ["", "", ""], [.. read.Events.Select(e => e.CommandId)], $"The command ids {where}");
            Verify.Equal(local.ToUniversalTime(), read.Events[0].Timestamp, $"The timestamp {where}");
            Verify.Equal(TimeSpan.Zero, read.Events[0].Timestamp.Offset, $"The timestamp's offset {where}");
            Verify.Equal(inLog ? (Appends.Aggregate, "a") : ("", ""), (read.Events[0].Aggregate, read.Events[0].AggregateId), $"The aggregate {where}");
        }
    }

    private static async Task NamesAsync(IEventStorage storage)
    {
        foreach (string name in Names)
        {
            AppendOutcome outcome = await storage.AppendAsync(Appends.To(name, 0, command: "same", name: name, aggregate: name)).ConfigureAwait(false);
            Verify.Equal((AppendResult.Appended, 1L), (outcome.Result, outcome.Version), $"The append to \"{name}\"");
        }

        foreach (string name in Names)
        {
            Collected read = await storage.ReadAsync(new StreamReadRequest(Appends.Stream(name, name))).ConfigureAwait(false);
            Verify.Sequence([name], [.. read.Events.Select(e => e.Name)], $"The event's name in the stream \"{name}\"");
        }

        Collected log = (await storage.ReadLogAsync().ConfigureAwait(false)).Events;
        Verify.Sequence(Names, [.. log.Events.Select(e => e.AggregateId)], "The ids in the log");
        Verify.Sequence(Names, [.. log.Events.Select(e => e.Aggregate)], "The aggregates in the log");
    }

    private static async Task CommandsAsync(IEventStorage storage)
    {
        foreach (string name in Names)
        {
            AppendOutcome outcome = await storage.AppendAsync(Appends.To("a", AppendRequest.AnyVersion, command: name)).ConfigureAwait(false);
            Verify.Equal(AppendResult.Appended, outcome.Result, $"The command \"{name}\"");
        }

        Collected log = (await storage.ReadLogAsync().ConfigureAwait(false)).Events;
        Verify.Sequence(Names, [.. log.Events.Select(e => e.CommandId)], "The command ids in the log");
        foreach (string name in Names)
        {
            AppendOutcome outcome = await storage.AppendAsync(Appends.To("a", AppendRequest.AnyVersion, command: name)).ConfigureAwait(false);
            Verify.Equal(AppendResult.Repeat, outcome.Result, $"The command \"{name}\" again");
        }
    }

    private static async Task AggregatesAsync(IEventStorage storage)
    {
        await storage.AppendAsync(Appends.To("1", 0, command: "c", aggregate: "order"), Appends.To("1", 0, command: "c", aggregate: "invoice")).ConfigureAwait(false);
        Collected order = await storage.ReadAsync(new StreamReadRequest(Appends.Stream("1", "order"))).ConfigureAwait(false);
        Collected invoice = await storage.ReadAsync(new StreamReadRequest(Appends.Stream("1", "invoice"))).ConfigureAwait(false);
        Verify.Sequence([1], order.Positions, "The positions of the order");
        Verify.Sequence([2], invoice.Positions, "The positions of the invoice");
    }
}
