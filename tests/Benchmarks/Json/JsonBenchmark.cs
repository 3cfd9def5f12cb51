using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cqrs.Gen.Benchmarks;

/// <summary>Events to JSON and back, as appending and replaying do it.</summary>
internal static class JsonBenchmark
{
    private const int Operations = 2_000;

    public static async Task RunAsync(Effort effort)
    {
        MoneyDeposited deposited = new(125.50m, 10_125.50m);
        CheckWritten check = new("CH-00017", 125.50m, 10_000m);
        await RunAsync<BankAccount, MoneyDeposited>(effort, "two decimals", deposited, BankJson.Default.MoneyDeposited, HandWrittenJson.Write, HandWrittenJson.ReadDeposited);
        await RunAsync<BankAccount, CheckWritten>(effort, "two decimals and a string", check, BankJson.Default.CheckWritten, null, null);
    }

    private static async Task RunAsync<TAggregate, TEvent>(
        Effort effort,
        string shape,
        TEvent e,
        JsonTypeInfo<TEvent> theirs,
        Action<Utf8JsonWriter, TEvent>? writeByHand,
        Func<ReadOnlySpan<byte>, TEvent>? readByHand)
        where TAggregate : class, IAggregate<TAggregate>
        where TEvent : IEvent<TAggregate>
    {
        using PayloadWriter output = new();
        EventDescriptor descriptor = TAggregate.WriteEvent(e, output);
        byte[] json = output.Written.ToArray();
        Demand(json.AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(e, theirs)), "the same JSON");
        Demand(e.Equals(TAggregate.ReadEvent(descriptor.NameUtf8.Span, descriptor.Version, json)), "the same event");

        ArrayBufferWriter<byte> buffer = new(1024);
        await using Utf8JsonWriter writer = new(buffer);
        List<Contender> writing =
        [
            Contender.Loop("System.Text.Json generator, writer reused", Operations, n =>
            {
                for (int i = 0; i < n; i++)
                {
                    JsonSerializer.Serialize(writer, e, theirs);
                    writer.Reset();
                    buffer.ResetWrittenCount();
                }
            }),
            Contender.Loop("System.Text.Json generator, to bytes", Operations, n =>
            {
                for (int i = 0; i < n; i++)
                {
                    _ = JsonSerializer.SerializeToUtf8Bytes(e, theirs);
                }
            }),
            Contender.Loop("Cqrs.Gen", Operations, n =>
            {
                for (int i = 0; i < n; i++)
                {
                    output.Clear();
                    TAggregate.WriteEvent(e, output);
                }
            }),
        ];
        if (writeByHand is not null)
        {
            writing.Add(Contender.Loop("Utf8JsonWriter by hand", Operations, n =>
            {
                for (int i = 0; i < n; i++)
                {
                    writeByHand(writer, e);
                    writer.Flush();
                    writer.Reset();
                    buffer.ResetWrittenCount();
                }
            }));
        }

        List<Contender> reading =
        [
            Contender.Loop("System.Text.Json generator", Operations, n =>
            {
                for (int i = 0; i < n; i++)
                {
                    _ = JsonSerializer.Deserialize(json, theirs);
                }
            }),
            Contender.Loop("Cqrs.Gen", Operations, n =>
            {
                ReadOnlySpan<byte> name = descriptor.NameUtf8.Span;
                for (int i = 0; i < n; i++)
                {
                    _ = TAggregate.ReadEvent(name, 1, json);
                }
            }),
        ];
        if (readByHand is not null)
        {
            reading.Add(Contender.Loop("Utf8JsonReader by hand", Operations, n =>
            {
                for (int i = 0; i < n; i++)
                {
                    _ = readByHand(json);
                }
            }));
        }

        await effort.Loops($"Write an event of {shape}").RunAsync([.. writing]);
        await effort.Loops($"Read an event of {shape}").RunAsync([.. reading]);
    }

    private static void Demand(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"The contenders do not make {what}: there is nothing to compare.");
        }
    }
}
