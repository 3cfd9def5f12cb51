using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cqrs.Gen.Benchmarks;

/// <summary>A way to write and read an event.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Write">Writes the event into a buffer that is reused, and hands out what was written.</param>
/// <param name="Read">Reads the event.</param>
internal sealed record JsonCode<TEvent>(string Name, WriteJson<TEvent> Write, ReadJson Read)
    where TEvent : class, IJournalEvent, IEvent<Journal>
{
    private const int Capacity = 4096;

    public static JsonCode<TEvent> Ours(string name) => Of<Journal>(name);

    /// <summary>The generator of System.Text.Json, which writes through its fast path.</summary>
    public static JsonCode<TEvent> Theirs(JsonTypeInfo<TEvent> type)
    {
        ArrayBufferWriter<byte> buffer = new(Capacity);
        Utf8JsonWriter writer = new(buffer);
        return new(
            "System.Text.Json generator",
            e =>
            {
                buffer.ResetWrittenCount();
                writer.Reset();
                JsonSerializer.Serialize(writer, e, type);
                return buffer.WrittenSpan;
            },
            json => JsonSerializer.Deserialize(json, type)!);
    }

    /// <summary>The same as one of a set of derived types.</summary>
    public static JsonCode<TEvent> Derived()
    {
        ArrayBufferWriter<byte> buffer = new(Capacity);
        Utf8JsonWriter writer = new(buffer);
        JsonTypeInfo<IJournalEvent> type = JournalJson.Default.IJournalEvent;
        return new(
            "System.Text.Json generator, [JsonDerivedType]",
            e =>
            {
                buffer.ResetWrittenCount();
                writer.Reset();
                JsonSerializer.Serialize(writer, e, type);
                return buffer.WrittenSpan;
            },
            json => JsonSerializer.Deserialize(json, type)!);
    }

    public static JsonCode<TEvent> ByHand(Action<Utf8JsonWriter, TEvent> write, ReadJson read)
    {
        ArrayBufferWriter<byte> buffer = new(Capacity);
        Utf8JsonWriter writer = new(buffer);
        return new(
            "Utf8JsonWriter and Utf8JsonReader by hand",
            e =>
            {
                buffer.ResetWrittenCount();
                writer.Reset();
                write(writer, e);
                writer.Flush();
                return buffer.WrittenSpan;
            },
            read);
    }

    public static JsonCode<TEvent> Raw(Action<RawWriter, TEvent> write, ReadJson read, string name = "bytes by hand")
    {
        RawWriter output = new();
        return new(
            name,
            e =>
            {
                output.Clear();
                write(output, e);
                return output.Written;
            },
            read);
    }

    // What the generator emits is reached as the framework reaches it: through the interfaces of the aggregate.
    private static JsonCode<TEvent> Of<TAggregate>(string name)
        where TAggregate : class, IAggregate<TAggregate>
    {
        PayloadWriter output = new(Capacity);
        EventDescriptor descriptor = null!;
        foreach (EventDescriptor known in TAggregate.Events)
        {
            descriptor = known.Type == typeof(TEvent) ? known : descriptor;
        }

        byte[] persistedName = descriptor.NameUtf8.ToArray();
        return new(
            name,
            e =>
            {
                output.Clear();
                TAggregate.WriteEvent(e, output);
                return output.Written.Span;
            },
            json => TAggregate.ReadEvent(persistedName, 1, json)!);
    }
}

internal delegate ReadOnlySpan<byte> WriteJson<TEvent>(TEvent e);

// A cast to a type parameter would cost as much as a member does.
internal delegate object ReadJson(ReadOnlySpan<byte> json);
