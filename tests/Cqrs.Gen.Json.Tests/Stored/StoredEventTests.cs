using System.Globalization;
using Cqrs.Gen.PostgreSql;
using Cqrs.Gen.PostgreSql.Server;
using Cqrs.Gen.Sqlite;
using Cqrs.Gen.Storage;

namespace Specimens;

/// <summary>Events of all specimens go into each store and come out of it as they were.</summary>
public sealed class StoredEventTests : IDisposable
{
    private const int All = 1_000_000;
    private const int AtOnce = 5_000;
    private static readonly int Count = All / 100 * (Environment.GetEnvironmentVariable("CQRS_GEN_FAULTS") is { Length: > 0 } percent ? int.Parse(percent, CultureInfo.InvariantCulture) : 1);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cqrs-gen-");

    public static TheoryData<IEvent, string> Refused => new()
    {
        { new Fractions(float.NaN, 0, 0), "$.f32" },
        { new Fractions(float.NegativeInfinity, 0, 0), "$.f32" },
        { new Fractions(0, double.NaN, 0), "$.f64" },
        { new Fractions(0, double.PositiveInfinity, 0), "$.f64" },
        { Text("a\ud800b"), "$.text" },
        { Text("\udc00"), "$.text" },
        { new Enums((Colour)99, default, default, default, default, default), "$.colour" },
    };

    [Fact]
    public Task In_memory_events_stay_what_they_were() => PassAsync(new MemoryEventStorage());

    [Fact]
    public Task In_SQLite_events_stay_what_they_were() => PassAsync(new SqliteEventStorage(new(Path.Combine(_folder.FullName, "events.db"))));

    [Fact]
    public async Task In_PostgreSQL_events_stay_what_they_were()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync();
        await PassAsync(new PostgreSqlEventStorage(new(server.ConnectionString())));
    }

    [Fact]
    public Task A_store_that_keeps_JSON_and_not_its_bytes_is_found_out() =>
        Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => PassAsync(new ParsingStorage(new MemoryEventStorage())));

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_has_no_exact_JSON_is_refused_before_it_is_stored(IEvent e, string path) =>
        Assert.Equal(path, Assert.Throws<PayloadException>(() => Ours.Write(e)).Path);

    public void Dispose() => _folder.Delete(recursive: true);

    private static Texts Text(string text) => new(text, 'a', Guid.Empty, new("urn:a"), new(1, 0), []);

    private static async Task PassAsync(IEventStorage storage)
    {
        await using IEventStorage _ = storage;
        await storage.OpenAsync(CancellationToken.None);
        long position = 0;
        foreach (Family family in Families.All)
        {
            foreach (IEvent[] events in family.Events(Count / Families.All.Count).Chunk(AtOnce))
            {
                position = await PassAsync(storage, family, events, position);
            }
        }

        IEvent[] edges = [.. new string[] { "a\0b", "\0", "\u001f\u007f\u2028\uffff", "😀\U0010ffff", "\u00e9e\u0301", "" }.Select(Text), .. new decimal[] { decimal.MinValue, decimal.MaxValue, 7.9228162514264337593543950335m, 1e-28m, 1.10m, 0.00m }.Select(static money => new Fractions(-0f, double.Epsilon, money))];
        foreach (IEvent e in edges)
        {
            position = await PassAsync(storage, Families.Of(e.GetType().Name), [e], position);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{position} events");
    }

    private static async Task<long> PassAsync(IEventStorage storage, Family family, IEvent[] events, long position)
    {
        EventDescriptor descriptor = Ours.Events.Single(d => d.Type == family.Specimen);
        byte[][] payloads = [.. events.Select(Ours.Write)];
        AppendRequest[] requests = [.. payloads.Select((payload, i) => new EventData(Guid.NewGuid(), descriptor.Name, descriptor.Version, payload)).Chunk(100).Select(data => new AppendRequest
        {
            Stream = new("collection", family.Specimen.Name),
            ExpectedVersion = AppendRequest.AnyVersion,
            CommandId = $"{data[0].EventId}",
            Timestamp = DateTimeOffset.UnixEpoch,
            Events = data,
        })];
        foreach (AppendRequest[] batch in requests.Chunk(10))
        {
            await storage.AppendAsync(batch, new AppendOutcome[batch.Length], CancellationToken.None);
        }

        Comparison comparison = new(family, events, payloads);
        await storage.ReadLogAsync(new(position, int.MaxValue), comparison, CancellationToken.None);
        Assert.Equal(events.Length, comparison.Count);
        return position + events.Length;
    }

    private sealed class Comparison(Family family, IEvent[] events, byte[][] payloads) : IEventSink
    {
        public int Count { get; private set; }

        public void OnEvent(in RecordedEvent e)
        {
            Assert.Equal(payloads[Count], e.Payload.ToArray());
            family.DemandSame(events[Count], Ours.Read(e.Name, e.Version, e.Payload));
            Count++;
        }
    }
}
