using System.Text;
using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>A schema that version 1 made, with events that it appended, under this version.</summary>
public sealed class UpgradeTests(SharedServer shared)
{
    private static int _roles;

    [Fact]
    public async Task A_schema_of_version_1_is_brought_up_to_date_and_keeps_what_it_holds()
    {
        PostgreSqlStorageOptions options = await Version1Async();
        string before = await ContentAsync(options);

        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);

        Assert.Equal(before, await ContentAsync(options));
        Assert.Equal(new(AppendResult.Repeat, 1, 1, 1), await storage.AppendAsync(Stores.To("a", 0, command: "c1")));
        Assert.Equal(new(AppendResult.Appended, 3, 3, 1), await storage.AppendAsync(Stores.To("a", 2)));
        Assert.Equal(3, await storage.LastPositionAsync());
        StoredDocument? document = await storage.ReadDocumentAsync("summary", "a", CancellationToken.None);
        Assert.Equal(("f", 2L, false), (document!.Fingerprint, document.Version, document.IsDamaged));
        Assert.Equal("snapshot 2, 3", await StreamText.ReadAsync(storage, new("account", "a"), fingerprint: "f"));
        Assert.Equal("NULL, NULL, sum", await shared.Server.ExecuteAsync(
            $"SELECT string_agg(CASE WHEN checksum IS NULL THEN 'NULL' ELSE 'sum' END, ', ' ORDER BY position) FROM {options.Schema}.events"));
    }

    [Fact]
    public async Task A_schema_of_version_2_is_brought_up_to_date_and_replays_what_it_holds()
    {
        PostgreSqlStorageOptions options = await Version2Async();
        string before = await ContentAsync(options);

        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        await storage.AppendAsync(Stores.To("a", 2));

        Assert.Equal("1, 2, 3", await StreamText.ReadAsync(storage, new("account", "a")));
        Assert.Equal(before, await ContentAsync(options, upTo: 2));
        Assert.Equal("NULL, NULL, digest", await shared.Server.ExecuteAsync(
            $"SELECT string_agg(CASE WHEN digest IS NULL THEN 'NULL' ELSE 'digest' END, ', ' ORDER BY position) FROM {options.Schema}.events"));

        await shared.Server.ExecuteAsync($"SET session_replication_role = replica; UPDATE {options.Schema}.events SET version = 2 WHERE position = 2; RESET session_replication_role");
        StoreException damaged = await Assert.ThrowsAsync<StoreException>(() => StreamText.ReadAsync(storage, new("account", "a")));
        Assert.Contains("Event 2 of account/a (position 2 of the log)", damaged.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_was_brought_up_to_date_is_what_would_be_created(int version)
    {
        PostgreSqlStorageOptions upgraded = version == 1 ? await Version1Async() : await Version2Async();
        await (await Stores.OpenAsync(upgraded)).DisposeAsync();
        PostgreSqlStorageOptions created = shared.NewStore();
        await (await Stores.OpenAsync(created)).DisposeAsync();

        Assert.Equal(await DefinitionAsync(created), await DefinitionAsync(upgraded));
        await (await Stores.OpenAsync(upgraded)).DisposeAsync();
    }

    [Fact]
    public async Task Many_stores_opened_at_once_bring_a_schema_up_to_date_once()
    {
        PostgreSqlStorageOptions options = await Version1Async();
        PostgreSqlEventStorage[] storages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Stores.OpenAsync(options)));

        foreach (PostgreSqlEventStorage storage in storages)
        {
            await storage.AppendAsync(Stores.To("a"));
            await storage.DisposeAsync();
        }

        await using PostgreSqlEventStorage last = await Stores.OpenAsync(options);
        Assert.Equal(10, await last.LastPositionAsync());
    }

    [Fact]
    public async Task A_user_who_may_not_upgrade_is_told_what_to_apply_and_appends_afterwards()
    {
        string owner = $"owner_{Interlocked.Increment(ref _roles)}";
        string tenant = $"{owner}_tenant";
        PostgreSqlStorageOptions options = shared.NewStore(user: tenant);
        await shared.Server.ExecuteAsync(
            $"CREATE ROLE {owner} LOGIN; CREATE ROLE {tenant} LOGIN; CREATE ROLE {owner}_second LOGIN; GRANT CREATE ON DATABASE postgres TO {owner}; SET ROLE {owner}; "
            + Version1Script(options) + PostgreSqlSchema.Grants(tenant, options.Schema) + PostgreSqlSchema.Grants($"{owner}_second", options.Schema) + "RESET ROLE;");

        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => Stores.OpenAsync(options));

        Assert.Equal(StoreFault.Misconfigured, refused.Fault);
        Assert.Contains($"has version 1, this program needs version {Schema.VersionText}, and the user \"{tenant}\" may not bring it up to date", refused.Message, StringComparison.Ordinal);
        Assert.Contains($"PostgreSqlSchema.Upgrade(1, \"{options.Schema}\")", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await VersionAsync(options));

        await shared.Server.ExecuteAsync(PostgreSqlSchema.Upgrade(1, options.Schema)); // as a superuser

        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        Assert.Equal(1, (await storage.AppendAsync(Stores.To("a"))).Position);
        Assert.Equal(owner, await shared.Server.ExecuteAsync($"SELECT proowner::regrole::text FROM pg_proc WHERE pronamespace = '{options.Schema}'::regnamespace AND proname = 'append'"));
        Assert.Equal(
            $"{owner}, {owner}_second, {tenant}",
            await shared.Server.ExecuteAsync(
                $"SELECT string_agg(grantee::regrole::text, ', ' ORDER BY grantee::regrole::text) FROM pg_proc, aclexplode(proacl) WHERE pronamespace = '{options.Schema}'::regnamespace AND proname = 'append'"));
    }

    [Fact]
    public async Task A_store_that_leaves_the_schema_to_an_administrator_does_not_touch_an_older_one()
    {
        PostgreSqlStorageOptions options = await Version2Async();
        options.MaintainSchema = false;

        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => Stores.OpenAsync(options));

        Assert.Equal(StoreFault.Misconfigured, refused.Fault);
        Assert.Contains($"PostgreSqlSchema.Upgrade(2, \"{options.Schema}\")", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, await VersionAsync(options));
        await shared.Server.ExecuteAsync(PostgreSqlSchema.Upgrade(2, options.Schema));
        await (await Stores.OpenAsync(options)).DisposeAsync();
    }

    [Fact]
    public async Task The_owner_may_upgrade_without_being_a_superuser()
    {
        string owner = $"owner_{Interlocked.Increment(ref _roles)}";
        PostgreSqlStorageOptions options = shared.NewStore(user: owner);
        await shared.Server.ExecuteAsync($"CREATE ROLE {owner} LOGIN; GRANT CREATE ON DATABASE postgres TO {owner}; SET ROLE {owner}; {Version1Script(options)} RESET ROLE;");

        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);

        Assert.Equal(1, (await storage.AppendAsync(Stores.To("a"))).Position);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_program_of_an_older_version_that_still_runs_appends_no_more(int version)
    {
        PostgreSqlStorageOptions options = version == 1 ? await Version1Async() : await Version2Async();
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);

        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => shared.Server.ExecuteAsync(version == 1 ? Version1Append(options, 3) : Version2Append(options, 3)));

        Assert.Equal(PostgresErrorCodes.UndefinedFunction, refused.SqlState);
        Assert.Equal(2, await storage.LastPositionAsync());
    }

    [Fact]
    public async Task A_program_that_still_runs_when_a_newer_one_brings_the_schema_up_to_date_hears_that_it_is_newer()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        await storage.AppendAsync(Stores.To("a"));
        await shared.Server.ExecuteAsync($"ALTER FUNCTION {options.Schema}.append RENAME TO append_of_another_version; UPDATE {options.Schema}.store SET version = version + 1");

        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => storage.AppendAsync(Stores.To("a")));

        Assert.Equal(StoreFault.Newer, refused.Fault);
        Assert.Equal(1, await storage.LastPositionAsync());
    }

    [Theory]
    [InlineData("ALTER TABLE {0}.events DISABLE TRIGGER events_stay", "it lacks the trigger events_stay")]
    [InlineData("DROP INDEX {0}.events_by_stream", "it lacks the index events_by_stream")]
    public async Task A_schema_that_was_altered_is_not_touched(string sql, string message)
    {
        PostgreSqlStorageOptions options = await Version1Async();
        await shared.Server.ExecuteAsync(string.Format(null, sql, options.Schema));

        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => Stores.OpenAsync(options));
        PostgresException scripted = await Assert.ThrowsAsync<PostgresException>(() => shared.Server.ExecuteAsync(PostgreSqlSchema.Upgrade(1, options.Schema)));

        Assert.Equal(StoreFault.Corrupt, refused.Fault);
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.Contains(message, scripted.MessageText, StringComparison.Ordinal);
        Assert.Equal(1, await VersionAsync(options));
    }

    [Fact]
    public async Task What_somebody_added_to_a_schema_stays_theirs()
    {
        PostgreSqlStorageOptions options = await Version1Async();
        await shared.Server.ExecuteAsync($"CREATE INDEX by_time ON {options.Schema}.events (timestamp)");
        await (await Stores.OpenAsync(options)).DisposeAsync();
        await shared.Server.ExecuteAsync($"DROP INDEX {options.Schema}.by_time");

        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);

        Assert.Equal(3, (await storage.AppendAsync(Stores.To("a"))).Position);
    }

    [Fact]
    public async Task The_script_is_for_one_version_only()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await (await Stores.OpenAsync(options)).DisposeAsync();

        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => shared.Server.ExecuteAsync(PostgreSqlSchema.Upgrade(1, options.Schema)));

        Assert.Equal("the schema has version 3, and this script is for version 1", refused.MessageText);
        Assert.Throws<ArgumentOutOfRangeException>(() => PostgreSqlSchema.Upgrade(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PostgreSqlSchema.Upgrade(Schema.Version));
        Assert.Throws<ArgumentException>(() => PostgreSqlSchema.Upgrade(1, "a b"));
    }

    [Fact]
    public async Task The_script_for_review_is_the_one_that_is_run()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "schema.sql");
        await File.WriteAllTextAsync(path, PostgreSqlSchema.Script());

        Assert.True(Resource("schema.sql") == PostgreSqlSchema.Script(), $"src/Cqrs.Gen.PostgreSql/schema.sql is not what the store runs. If the change is meant: cp \"{path}\" src/Cqrs.Gen.PostgreSql/");
    }

    private static string Version1Script(PostgreSqlStorageOptions options) => Script(options, "version-1.sql");

    private static string Script(PostgreSqlStorageOptions options, string name) => Resource(name).Replace("{schema}", $"\"{options.Schema}\"", StringComparison.Ordinal);

    private static string Resource(string name)
    {
        using StreamReader reader = new(typeof(UpgradeTests).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    // As version 1 called its function, with a snapshot and a document.
    private static string Version1Append(PostgreSqlStorageOptions options, int sequence) =>
        $$"""
        SELECT {{options.Schema}}.append('{1}', '{a}', '{c{{sequence}}}', '{ {{sequence - 1}} }', '{0}', '{0}', '{0}', '{1}', '{17000000000000000}', ARRAY[''::bytea],
            '{1}', '{1}', ARRAY[gen_random_uuid()], '{2}', '{1}', ARRAY['{"n":{{sequence}}}'::bytea],
            '{1}', '{ {{sequence}} }', '{f}', ARRAY['{"total":{{sequence}}}'::bytea],
            '{1}', '{1}', '{3}', '{a}', '{ {{sequence}} }', '{f}', ARRAY['{"total":{{sequence}}}'::bytea], '{f}')
        """;

    // As version 2 called its function, without a snapshot or a document.
    private static string Version2Append(PostgreSqlStorageOptions options, int sequence)
    {
        string payload = $$"""{"n":{{sequence}}}""";
        Guid id = Guid.NewGuid();
        uint content = EventChecksum.OfContent(EventChecksum.OfStream("a"), EventChecksum.OfType("account", "money-deposited"), 1, Encoding.UTF8.GetBytes(payload));
        uint envelope = EventChecksum.OfEnvelope(EventChecksum.OfCommand($"c{sequence}", 1), id, 17000000000000000, default);
        return $$"""
            SELECT {{options.Schema}}.append('{1}', '{a}', '{c{{sequence}}}', '{ {{sequence - 1}} }', '{0}', '{0}', '{0}', '{1}', '{17000000000000000}', ARRAY[''::bytea],
                '{1}', '{1}', '{ {{id}} }', '{2}', '{1}', ARRAY['{{payload}}'::bytea], '{ {{EventChecksum.Join(content, envelope)}} }',
                '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')
            """;
    }

    private async Task<PostgreSqlStorageOptions> Version2Async()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await shared.Server.ExecuteAsync(Script(options, "version-2.sql"));
        await shared.Server.ExecuteAsync($"SELECT {options.Schema}.register(ARRAY['account', 'summary'], ARRAY['money-deposited', ''])");
        await shared.Server.ExecuteAsync(Version2Append(options, 1));
        await shared.Server.ExecuteAsync(Version2Append(options, 2));
        return options;
    }

    private async Task<PostgreSqlStorageOptions> Version1Async()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await shared.Server.ExecuteAsync(Version1Script(options));
        await shared.Server.ExecuteAsync($"SELECT {options.Schema}.register(ARRAY['account', 'summary'], ARRAY['money-deposited', ''])");
        await shared.Server.ExecuteAsync(Version1Append(options, 1));
        await shared.Server.ExecuteAsync(Version1Append(options, 2));
        return options;
    }

    private async Task<string> ContentAsync(PostgreSqlStorageOptions options, int upTo = int.MaxValue) =>
        (string)(await shared.Server.ExecuteAsync($"SELECT string_agg(concat_ws('|', position, stream, sequence, timestamp, event_id, type, version, events, command, metadata, payload), ';' ORDER BY position) FROM {options.Schema}.events WHERE position <= {upTo}"))!;

    private async Task<int> VersionAsync(PostgreSqlStorageOptions options) => (int)(await shared.Server.ExecuteAsync($"SELECT version FROM {options.Schema}.store"))!;

    // Columns may stand in another order; functions and triggers name the schema.
    private async Task<object?> DefinitionAsync(PostgreSqlStorageOptions options) => await shared.Server.ExecuteAsync(
        $$"""
        SELECT version || regexp_replace(regexp_replace(definition, ' is on \([0-9 ]*\)', '', 'g'), 'the function (\S+) is [0-9a-f]{32}', 'the function \1', 'g')
            || (SELECT string_agg(replace(pg_get_functiondef(oid), '{{options.Schema}}', ''), ';' ORDER BY proname) FROM pg_proc WHERE pronamespace = '{{options.Schema}}'::regnamespace)
            || (SELECT string_agg(replace(pg_get_triggerdef(t.oid), '{{options.Schema}}', ''), ';' ORDER BY tgname) FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE relnamespace = '{{options.Schema}}'::regnamespace)
        FROM {{options.Schema}}.store
        """);
}
