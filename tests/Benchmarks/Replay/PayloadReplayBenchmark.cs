using System.Text.Json;

namespace Cqrs.Gen.Benchmarks;

/// <summary>From the bytes of an aggregate's payloads to its state, without a store.</summary>
internal static class PayloadReplayBenchmark
{
    private const int Events = 1_000;

    public static async Task RunAsync(Effort effort)
    {
        byte[][] payloads = [.. Enumerable.Range(1, Events).Select(static i => JsonSerializer.SerializeToUtf8Bytes(Event(i), JournalJson.Default.Deposited))];
        await effort.Loops($"Replay of {Events:#,0} payloads to a state, each").RunAsync(
            Replay("bytes by hand", RawDeposited.Read),
            Ours<Journal>(),
            Replay("bytes by hand (control)", RawDeposited.Read),
            Replay("Utf8JsonReader by hand", DepositedByHand.Read),
            Replay("System.Text.Json generator", static json => JsonSerializer.Deserialize(json, JournalJson.Default.Deposited)!),
            Replay("System.Text.Json generator, [JsonDerivedType]", static json => JsonSerializer.Deserialize(json, JournalJson.Default.IJournalEvent)!, [.. payloads.Select(Tagged)]));

        Contender Replay(string name, ReadJson read, byte[][]? own = null) => Contender.Loop(name, Events, _ =>
        {
            Journal state = new();
            foreach (byte[] payload in own ?? payloads)
            {
                state.Apply((Deposited)read(payload));
            }

            Demand(state.Entries, state.Balance);
        });

        Contender Ours<TAggregate>()
            where TAggregate : class, IAggregate<TAggregate> => Contender.Loop("Cqrs.Gen", Events, _ =>
        {
            TAggregate? state = null;
            ReadOnlySpan<byte> name = "deposited"u8;
            foreach (byte[] payload in payloads)
            {
                state = TAggregate.Apply(state, TAggregate.ReadEvent(name, 1, payload)!);
            }

            Journal journal = (Journal)(object)state!;
            Demand(journal.Entries, journal.Balance);
        });
    }

    private static Deposited Event(int i) => new(i / 100m, (long)i * (i + 1) / 2 / 100m, $"Transfer {i:00000}");

    private static byte[] Tagged(byte[] json) =>
        JsonSerializer.SerializeToUtf8Bytes(JsonSerializer.Deserialize(json, JournalJson.Default.Deposited)!, JournalJson.Default.IJournalEvent);

    private static void Demand(int entries, decimal balance)
    {
        if (entries != Events || balance != Event(Events).Balance)
        {
            throw new InvalidOperationException($"The journal ends with {entries} entries and {balance}.");
        }
    }
}
