using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql.Tests;

public sealed class UsableDatabaseTests(SharedServer shared)
{
    [Fact]
    public async Task Many_stores_opened_at_once_create_the_schema_once()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        PostgreSqlEventStorage[] storages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Stores.OpenAsync(options)));

        foreach (PostgreSqlEventStorage storage in storages)
        {
            await storage.AppendAsync(Stores.To("a"));
            await storage.DisposeAsync();
        }

        await using PostgreSqlEventStorage last = await Stores.OpenAsync(options);
        Assert.Equal(8, await last.LastPositionAsync());
    }

    [Fact]
    public async Task The_script_makes_what_the_store_makes()
    {
        PostgreSqlStorageOptions scripted = shared.NewStore();
        await shared.Server.ExecuteAsync(PostgreSqlSchema.Script(scripted.Schema));
        PostgreSqlStorageOptions created = shared.NewStore();
        await (await Stores.OpenAsync(created)).DisposeAsync();

        Assert.Equal(await DefinitionAsync(created), await DefinitionAsync(scripted));
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(scripted);
        Assert.Equal(1, (await storage.AppendAsync(Stores.To("a"))).Position);
    }

    [Fact]
    public async Task A_role_that_may_not_create_anything_uses_what_its_owner_made()
    {
        PostgreSqlStorageOptions options = shared.NewStore(user: "tenant");
        await shared.Server.ExecuteAsync("CREATE ROLE tenant LOGIN; " + PostgreSqlSchema.Script(options.Schema) + PostgreSqlSchema.Grants("tenant", options.Schema));

        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);

        Assert.Equal(1, (await storage.AppendAsync(Stores.To("a"))).Position);
    }

    [Theory]
    [InlineData("Orders")]
    [InlineData("select")]
    [InlineData("_")]
    public async Task A_schema_may_have_any_name_of_letters_digits_and_underscores(string name)
    {
        PostgreSqlStorageOptions options = new(shared.Server.ConnectionString(await shared.Server.CreateDatabaseAsync())) { Schema = name };
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        Assert.Equal(1, (await storage.AppendAsync(Stores.To("a"))).Position);
        Assert.Equal(1, await storage.LastPositionAsync());
    }

    [Fact]
    public async Task Stores_in_one_database_have_logs_of_their_own_and_do_not_wait_for_each_other()
    {
        PostgreSqlStorageOptions first = shared.NewStore();
        PostgreSqlStorageOptions second = shared.NewStore();
        second.LockTimeout = TimeSpan.FromMilliseconds(100);
        await using PostgreSqlEventStorage one = await Stores.OpenAsync(first);
        await using PostgreSqlEventStorage other = await Stores.OpenAsync(second);
        await one.AppendAsync(Stores.To("a"));
        await using Npgsql.NpgsqlConnection holder = new(first.Connection.ConnectionString);
        await holder.OpenAsync();
        await using Npgsql.NpgsqlTransaction transaction = await holder.BeginTransactionAsync();
        await using Npgsql.NpgsqlCommand enter = new($"SELECT {first.Schema}.enter()", holder);
        await enter.ExecuteNonQueryAsync();

        Assert.Equal(1, (await other.AppendAsync(Stores.To("a"))).Position);
    }

    [Fact]
    public async Task Names_of_the_greatest_length_are_kept()
    {
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(shared.NewStore());
        string longest = string.Concat(Enumerable.Range(0, 512).Select(static i => (char)('一' + (i * 37 % 20_000)))); // three bytes each, and nothing to compress
        AppendRequest request = new()
        {
            Stream = new(longest, longest),
            ExpectedVersion = 0,
            CommandId = longest,
            Timestamp = DateTimeOffset.UtcNow,
            Events = new EventData[] { new(Guid.NewGuid(), longest, 1, default) },
            Documents = new DocumentData[] { new(longest, longest, longest, 1, "{}"u8.ToArray()) },
            Snapshot = new(longest, 1, "{}"u8.ToArray()),
        };

        Assert.Equal(new(AppendResult.Appended, 1, 1, 1), await storage.AppendAsync(request));
        Assert.Equal(new(AppendResult.Repeat, 1, 1, 1), await storage.AppendAsync(request));
        Assert.Equal(1, (await storage.ReadDocumentAsync(longest, longest, CancellationToken.None))?.Version);
    }

    [Fact]
    public async Task A_large_append_is_kept_byte_for_byte()
    {
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(shared.NewStore());
        byte[] payload = new byte[64 << 20];
        new Random(1).NextBytes(payload);
        AppendRequest request = Stores.To("a");
        request.Events = new EventData[] { new(Guid.NewGuid(), "large", 1, payload), new(Guid.NewGuid(), "large", 1, payload) };
        Assert.Equal(2, (await storage.AppendAsync(request)).Position);

        Same same = new(payload);
        await storage.ReadStreamAsync(new(new("account", "a")), same, CancellationToken.None);
        Assert.Equal(2, same.Count);
    }

    [Fact]
    public async Task An_append_beyond_what_PostgreSQL_takes_is_refused_before_it_is_sent()
    {
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(shared.NewStore());
        byte[] payload = new byte[500_000_001]; // lent twice
        AppendRequest request = Stores.To("a");
        request.Events = new EventData[] { new(Guid.NewGuid(), "large", 1, payload), new(Guid.NewGuid(), "large", 1, payload) };

        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => storage.AppendAsync(request));

        Assert.Equal(StoreFault.Refused, refused.Fault);
        Assert.Equal(0, await storage.LastPositionAsync());
    }

    [Fact]
    public void UsePostgreSql_sets_the_store_and_its_options()
    {
        Target target = new();
        string? schema = null;

        Target same = target.UsePostgreSql("Host=/nowhere", o => schema = o.Schema);

        Assert.Same(target, same);
        Assert.Equal(PostgreSqlSchema.DefaultName, schema);
        Assert.IsType<PostgreSqlEventStorage>(target.Create!());
    }

    private Task<object?> DefinitionAsync(PostgreSqlStorageOptions options) => shared.Server.ExecuteAsync(
        $"SELECT regexp_replace(definition, 'the function [^\\n]*', '', 'g') || (SELECT count(*) FROM pg_proc WHERE pronamespace = '{options.Schema}'::regnamespace) FROM {options.Schema}.store");

    private sealed class Same(byte[] payload) : IStreamSink
    {
        public int Count { get; private set; }

        public void OnEvent(in RecordedEvent e) => Count += e.Payload.SequenceEqual(payload) ? 1 : 0;

        public void OnRepeat(in AppendOutcome outcome)
        {
        }

        public void OnSnapshot(long version, ReadOnlySpan<byte> snapshot)
        {
        }
    }

    private sealed class Target : IStorageTarget
    {
        public Func<IEventStorage>? Create { get; private set; }

        public void UseStorage(Func<IEventStorage> create) => Create = create;
    }
}
