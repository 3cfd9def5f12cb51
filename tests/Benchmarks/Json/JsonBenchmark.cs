using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Cqrs.Gen.Benchmarks;

/// <summary>Events of three shapes to JSON and back, as appending and replaying do it.</summary>
internal static class JsonBenchmark
{
    public static async Task RunAsync(Effort effort)
    {
        await RunAsync(
            effort,
            2_000,
            "two decimals and a string",
            JournalSamples.Deposited,
            JournalJson.Default.Deposited,
            JsonCode<Deposited>.ByHand(DepositedByHand.Write, DepositedByHand.Read),
            JsonCode<Deposited>.Raw(RawDeposited.Write, RawDeposited.Read),
            JsonCode<Deposited>.Raw(RawDeposited.Write, RawDeposited.Read, "bytes by hand (control)"));
        await RunAsync(
            effort,
            250,
            "30 members",
            JournalSamples.Measured,
            JournalJson.Default.Measured,
            JsonCode<Measured>.ByHand(MeasuredByHand.Write, MeasuredByHand.Read),
            JsonCode<Measured>.Raw(RawMeasured.Write, RawMeasured.Read),
            JsonCode<Measured>.Raw(RawMeasured.Write, RawMeasured.Read, "bytes by hand (control)"));
        await RunAsync(
            effort,
            500,
            "lists of records",
            JournalSamples.Ordered,
            JournalJson.Default.Ordered,
            JsonCode<Ordered>.ByHand(OrderedByHand.Write, OrderedByHand.Read),
            JsonCode<Ordered>.Raw(RawOrdered.Write, RawOrdered.Read),
            JsonCode<Ordered>.Raw(RawOrdered.Write, RawOrdered.Read, "bytes by hand (control)"));
    }

    private static async Task RunAsync<TEvent>(Effort effort, int operations, string shape, TEvent e, JsonTypeInfo<TEvent> type, params JsonCode<TEvent>[] byHand)
        where TEvent : class, IJournalEvent, IEvent<Journal>
    {
        JsonCode<TEvent> theirs = JsonCode<TEvent>.Theirs(type);
        JsonCode<TEvent> derived = JsonCode<TEvent>.Derived();
        JsonCode<TEvent> ours = JsonCode<TEvent>.Ours("Cqrs.Gen");
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(e, type);
        byte[] tagged = JsonSerializer.SerializeToUtf8Bytes<IJournalEvent>(e, JournalJson.Default.IJournalEvent);
        foreach (JsonCode<TEvent> code in (ReadOnlySpan<JsonCode<TEvent>>)[theirs, ours, .. byHand])
        {
            Demand(code.Write(e).SequenceEqual(json), $"{code.Name} writes the same JSON");
            DemandEqual(code, json);
        }

        Demand(derived.Write(e).SequenceEqual(tagged), "the set of derived types writes the same JSON");
        DemandEqual(derived, tagged);

        await effort.Loops($"Write an event of {shape}").RunAsync(
            [.. byHand.Skip(1).Take(1).Concat([ours, .. byHand.Skip(2), byHand[0], theirs, derived]).Select(code => Writing(code, e, operations))]);
        await effort.Loops($"Read an event of {shape}").RunAsync(
            [.. byHand.Skip(1).Take(1).Concat([ours, .. byHand.Skip(2), byHand[0], theirs]).Select(code => Reading(code, json, operations)), Reading(derived, tagged, operations)]);

        byte[] spaced = JsonSerializer.SerializeToUtf8Bytes(JsonNode.Parse(json)!, Indented.Default.JsonNode);
        byte[] reversed = Reversed(json);
        DemandEqual(ours, spaced);
        DemandEqual(theirs, spaced);
        DemandEqual(ours, reversed);
        DemandEqual(theirs, reversed);
        await effort.Loops($"Read an event of {shape}, indented").RunAsync(Reading(theirs, spaced, operations), Reading(ours, spaced, operations), Reading(byHand[0], spaced, operations));
        await effort.Loops($"Read an event of {shape}, members in another order").RunAsync(
            Reading(theirs, reversed, operations), Reading(ours, reversed, operations), Reading(byHand[0], reversed, operations));

        // A list equals only itself, so events are compared by what is written of them.
        void DemandEqual(JsonCode<TEvent> code, byte[] text) =>
            Demand(JsonSerializer.SerializeToUtf8Bytes((TEvent)code.Read(text), type).AsSpan().SequenceEqual(json), $"{code.Name} reads the same event");
    }

    private static Contender Writing<TEvent>(JsonCode<TEvent> code, TEvent e, int operations)
        where TEvent : class, IJournalEvent, IEvent<Journal>
    {
        WriteJson<TEvent> write = code.Write;
        return Contender.Loop(code.Name, operations, n =>
        {
            for (int i = 0; i < n; i++)
            {
                write(e);
            }
        });
    }

    private static Contender Reading<TEvent>(JsonCode<TEvent> code, byte[] json, int operations)
        where TEvent : class, IJournalEvent, IEvent<Journal>
    {
        ReadJson read = code.Read;
        return Contender.Loop(code.Name, operations, n =>
        {
            for (int i = 0; i < n; i++)
            {
                Kept = read(json);
            }
        });
    }

    // What is read is kept, so that no compiler finds that nobody needs it.
    private static object? Kept { get; set; }

    private static byte[] Reversed(byte[] json)
    {
        JsonObject source = JsonNode.Parse(json)!.AsObject();
        JsonObject reversed = new(source.Reverse().Select(static m => KeyValuePair.Create(m.Key, m.Value?.DeepClone())));
        return JsonSerializer.SerializeToUtf8Bytes(reversed, JournalJson.Default.JsonNode);
    }

    private static void Demand(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"It is not so that {what}: there is nothing to compare.");
        }
    }
}
