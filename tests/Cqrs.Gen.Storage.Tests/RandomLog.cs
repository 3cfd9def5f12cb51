using System.Text;

namespace Cqrs.Gen.Storage.Tests;

/// <summary>Commands as applications may have recorded them: short and long, plain and odd. The same seed makes the same.</summary>
internal static class RandomLog
{
    private static readonly string[] Ids = ["a", "A", "a ", "ä", "a\u0308", "😀", "'; --", "日本語", new('x', 512)];

    public static AppendRequest[] Commands(int seed, int count)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, count).Select(i => Command(random, $"{(random.Next(4) == 0 ? "ö-" : "")}{seed}-{i}"))];
    }

    public static async Task AppendAsync(IEventStorage storage, params AppendRequest[] commands)
    {
        foreach (AppendRequest[] batch in commands.Chunk(100))
        {
            await storage.AppendAsync(batch, new AppendOutcome[batch.Length], CancellationToken.None);
        }
    }

    public static async Task<MemoryEventStorage> InMemoryAsync(params AppendRequest[] commands)
    {
        MemoryEventStorage storage = new();
        await storage.OpenAsync(CancellationToken.None);
        await AppendAsync(storage, commands);
        return storage;
    }

    private static AppendRequest Command(Random random, string id) => new()
    {
        Stream = new(random.Next(2) == 0 ? "account" : "größe", Ids[random.Next(Ids.Length)]),
        ExpectedVersion = AppendRequest.AnyVersion,
        CommandId = id,
        Timestamp = new(DateTime.UnixEpoch.AddTicks(random.NextInt64(TimeSpan.TicksPerDay * 30_000)), TimeSpan.Zero),
        Metadata = random.Next(3) == 0 ? default(ReadOnlyMemory<byte>) : Encoding.UTF8.GetBytes($$"""{ "by": "{{random.Next(9)}} 😀" }"""),
        Events = Enumerable.Range(0, random.Next(20) == 0 ? 40 : random.Next(1, 4)).Select(_ => Event(random)).ToArray(),
    };

    private static EventData Event(Random random)
    {
        byte[] id = new byte[16];
        random.NextBytes(id);
        int length = random.Next(300) switch { 0 => 200_000, < 30 => 0, _ => random.Next(60) };
        return new(new(id), $"event-{random.Next(12)}", random.Next(1, 4), Encoding.UTF8.GetBytes($"{{ \"n\":1.{new string('0', length)} }}"));
    }
}
