using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>Rows that are not what was written are found by their checksums.</summary>
public sealed class DamagedRowTests(SharedServer shared)
{
    private static readonly StreamId Damaged = new("account", "a");

    [Theory]
    [InlineData("payload = '[]'", true)]
    [InlineData("payload = '[]', digest = NULL", true)]
    [InlineData("type = type # 1, digest = NULL", true)]
    [InlineData("type = type # (1 << 31), digest = NULL", true)]
    [InlineData("type = -1, digest = NULL", true)]
    [InlineData("type = -2, digest = NULL", true)]
    [InlineData("version = 3, digest = NULL", true)]
    [InlineData("type = type # 1", false)]
    [InlineData("type = type # (1 << 31)", false)]
    [InlineData("version = 3", false)]
    [InlineData("metadata = '{\"user\":\"x\"}'", false)]
    [InlineData("timestamp = timestamp + 1", false)]
    [InlineData("event_id = gen_random_uuid()", false)]
    [InlineData("events = 2", false)]
    [InlineData("command = 'another'", false)]
    public async Task A_damaged_event_ends_the_reading_with_its_place(string damage, bool isContent)
    {
        PostgreSqlStorageOptions options = await FilledAsync();
        await RotAsync(options, $"UPDATE {options.Schema}.events SET {damage} WHERE position = 3");
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);

        await FoundAsync(() => storage.LastPositionAsync());
        await FoundAsync(() => storage.ReadStreamAsync(new(Damaged), new StreamText(), CancellationToken.None).AsTask());
        if (isContent)
        {
            await FoundAsync(() => StreamText.ReadAsync(storage, Damaged));
        }
        else
        {
            Assert.Equal("1, 2", await StreamText.ReadAsync(storage, Damaged)); // a replay takes nothing from there
        }

        Assert.Equal("1", await StreamText.ReadAsync(storage, new("account", "b")));
        Assert.Equal(4, (await storage.AppendAsync(Stores.To("b", 1))).Position);

        async Task FoundAsync(Func<Task> read)
        {
            StoreException found = await Assert.ThrowsAsync<StoreException>(read);
            Assert.Equal(StoreFault.Corrupt, found.Fault);
            Assert.Matches("^Event 2 of (account|\\?)/a \\(position 3 of the log\\) in the schema", found.Message);
        }
    }

    [Theory]
    [InlineData("digest = 0")]
    [InlineData("digest = 1")]
    [InlineData("digest = 2")]
    [InlineData("digest = -1")]
    [InlineData("digest = digest # 1")]
    [InlineData("digest = digest # (1 << 12)")]
    [InlineData("digest = digest & ~((1 << 20) - 1) << 12")]
    [InlineData("digest = digest # (1::int8 << 63)")]
    [InlineData("digest = NULL")]
    public async Task A_damaged_digest_damages_nothing_because_the_event_itself_is_there(string damage)
    {
        PostgreSqlStorageOptions options = await FilledAsync();
        await RotAsync(options, $"UPDATE {options.Schema}.events SET {damage} WHERE position = 3");
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);

        Assert.Equal("repeat of 2, 1, 2", await StreamText.ReadAsync(storage, Damaged, command: "second"));
        Assert.Equal(3, await storage.LastPositionAsync());
    }

    [Fact]
    public async Task Types_and_versions_that_have_no_room_in_a_digest_are_replayed_without_one()
    {
        PostgreSqlStorageOptions options = await FilledAsync();
        await using (PostgreSqlEventStorage storage = await Stores.OpenAsync(options))
        {
            AppendRequest third = Stores.To("a", 2);
            third.Events = new EventData[]
            {
                new(Guid.NewGuid(), "money-deposited", 4095, "{}"u8.ToArray()),
                new(Guid.NewGuid(), "money-deposited", 4096, "{}"u8.ToArray()),
                new(Guid.NewGuid(), "money-deposited", int.MaxValue, "{}"u8.ToArray()),
            };
            await storage.AppendAsync(third);
        }

        await using PostgreSqlEventStorage reopened = await Stores.OpenAsync(options);

        Assert.Equal("digest, digest, digest, none, none", await shared.Server.ExecuteAsync(
            $"SELECT string_agg(CASE WHEN digest IS NULL THEN 'none' ELSE 'digest' END, ', ' ORDER BY sequence) FROM {options.Schema}.events WHERE stream = 1"));
        Assert.Equal("1, 2, 3, 4, 5", await StreamText.ReadAsync(reopened, Damaged));
        Assert.Equal([1, 1, 4095, 4096, int.MaxValue], await VersionsAsync(reopened));
        Assert.Equal(0, Digest.Of(1 << 20, 1, 7));
        Assert.Equal((7u, (1 << 20) - 1, 1), Parts(new(Digest.Of((1 << 20) - 1, 1, 7))));
        Assert.Equal((uint.MaxValue, 2, 4095), Parts(new(Digest.Of(2, 4095, uint.MaxValue))));

        static (uint, int, int) Parts(Digest digest) => (digest.Sum, digest.Type, digest.Version);

        static async Task<List<int>> VersionsAsync(PostgreSqlEventStorage storage)
        {
            VersionSink sink = new();
            await storage.ReadStreamAsync(new(Damaged, PayloadsOnly: true), sink, CancellationToken.None);
            return sink.Versions;
        }
    }

    [Fact]
    public async Task A_damaged_snapshot_is_passed_over_and_the_repeat_is_told_once()
    {
        PostgreSqlStorageOptions options = await FilledAsync();
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        Assert.Equal("repeat of 2, snapshot 2", await StreamText.ReadAsync(storage, Damaged, "f", "second"));

        await RotAsync(options, $"UPDATE {options.Schema}.snapshots SET payload = '[]'");

        Assert.Equal("repeat of 2, damaged snapshot 2, 1, 2", await StreamText.ReadAsync(storage, Damaged, "f", "second"));
        Assert.Equal("damaged snapshot 2, 1, 2", await StreamText.ReadAsync(storage, Damaged, "f", "third"));
        Assert.Equal("snapshot 2", await AfterAsync("checksum = NULL"));

        async Task<string> AfterAsync(string change)
        {
            await RotAsync(options, $"UPDATE {options.Schema}.snapshots SET {change}");
            return await StreamText.ReadAsync(storage, Damaged, "f");
        }
    }

    [Fact]
    public async Task A_damaged_document_says_so()
    {
        PostgreSqlStorageOptions options = await FilledAsync();
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        Assert.False((await storage.ReadDocumentAsync("summary", "a", CancellationToken.None))!.IsDamaged);

        await RotAsync(options, $"UPDATE {options.Schema}.documents SET payload = '[]'");

        Assert.True((await storage.ReadDocumentAsync("summary", "a", CancellationToken.None))!.IsDamaged);
    }

    private Task<object?> RotAsync(PostgreSqlStorageOptions options, string sql) =>
        shared.Server.ExecuteAsync($"SET session_replication_role = replica; {sql}; RESET session_replication_role");

    private async Task<PostgreSqlStorageOptions> FilledAsync()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        await storage.AppendAsync(Stores.To("a", 0));
        await storage.AppendAsync(Stores.To("b", 0, name: "account-opened"));
        AppendRequest second = Stores.To("a", 1, command: "second");
        second.Metadata = "{\"user\":\"u\"}"u8.ToArray();
        second.Snapshot = new("f", 2, "{}"u8.ToArray());
        second.Documents = new DocumentData[] { new("summary", "a", "f", 2, "{}"u8.ToArray()) };
        await storage.AppendAsync(second);
        return options;
    }

    private sealed class VersionSink : IStreamSink
    {
        public List<int> Versions { get; } = [];

        public void OnEvent(in RecordedEvent e) => Versions.Add(e.Version);

        public void OnRepeat(in AppendOutcome outcome)
        {
        }

        public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
        {
        }
    }
}
