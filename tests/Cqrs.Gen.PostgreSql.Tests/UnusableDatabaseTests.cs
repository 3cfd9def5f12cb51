using Cqrs.Gen.PostgreSql.Server;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>What cannot be used is refused with a clear message, and stays as it is.</summary>
public sealed class UnusableDatabaseTests(SharedServer shared)
{
    [Fact]
    public async Task A_server_that_does_not_run_is_named() =>
        await RefusedAsync(new("Host=/nowhere;Database=shop"), StoreFault.Unavailable, "The server of shop on /nowhere:5432 cannot be reached: there is no socket /nowhere/.s.PGSQL.5432.");

    [Fact]
    public async Task A_port_where_nobody_listens_is_named() =>
        await RefusedAsync(new("Host=127.0.0.1;Port=1;Database=shop"), StoreFault.Unavailable, "shop on 127.0.0.1:1 cannot be reached");

    [Fact]
    public async Task A_wrong_password_is_refused_and_not_repeated()
    {
        StoreException refused = await RefusedAsync(
            new(await GuardedAsync() + ";Password=wrong-secret"), StoreFault.Misconfigured, "refused the user \"guarded\"");
        Assert.DoesNotContain("secret", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_password_is_asked_for()
    {
        await RefusedAsync(new(await GuardedAsync()), StoreFault.Misconfigured, "wants a password of the user \"guarded\"");
    }

    [Fact]
    public async Task A_schema_that_is_not_there_is_not_created_if_that_is_said()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        options.MaintainSchema = false;
        await RefusedAsync(options, StoreFault.Misconfigured, $"There is no schema \"{options.Schema}\" in");

        options.MaintainSchema = true;
        await using (await Stores.OpenAsync(options))
        {
            options.MaintainSchema = false;
            await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
            Assert.Equal(1, (await storage.AppendAsync(Stores.To("a"))).Position);
        }
    }

    [Fact]
    public async Task An_unknown_user_is_refused() =>
        await RefusedAsync(new(shared.Server.ConnectionString(user: "nobody_here")), StoreFault.Misconfigured, "refused the user \"nobody_here\"");

    [Fact]
    public async Task A_missing_database_is_named() =>
        await RefusedAsync(new(shared.Server.ConnectionString("no_such_database")), StoreFault.Misconfigured, "There is no database no_such_database on");

    [Fact]
    public async Task A_user_without_a_connection_left_is_told_so()
    {
        await shared.Server.ExecuteAsync("CREATE ROLE crowded LOGIN CONNECTION LIMIT 0");
        await RefusedAsync(new(shared.Server.ConnectionString(user: "crowded")), StoreFault.Unavailable, "has no connection left");
    }

    [Fact]
    public async Task A_user_who_may_not_create_the_schema_is_told_what_to_apply()
    {
        await shared.Server.ExecuteAsync("CREATE ROLE powerless LOGIN");
        await RefusedAsync(shared.NewStore(user: "powerless"), StoreFault.Misconfigured, "apply PostgreSqlSchema.Script(");
    }

    [Fact]
    public async Task A_user_who_was_granted_nothing_is_told_what_to_apply()
    {
        await shared.Server.ExecuteAsync("CREATE ROLE forgotten LOGIN");
        PostgreSqlStorageOptions options = await CreatedAsync();
        await RefusedAsync(new(shared.Server.ConnectionString(user: "forgotten")) { Schema = options.Schema }, StoreFault.Misconfigured, $"PostgreSqlSchema.Grants(\"forgotten\", \"{options.Schema}\")");
    }

    [Fact]
    public async Task A_user_who_may_only_read_is_told_what_to_apply()
    {
        PostgreSqlStorageOptions options = await CreatedAsync();
        await shared.Server.ExecuteAsync($"CREATE ROLE onlooker LOGIN; GRANT USAGE ON SCHEMA {options.Schema} TO onlooker; GRANT SELECT ON ALL TABLES IN SCHEMA {options.Schema} TO onlooker");
        await RefusedAsync(new(shared.Server.ConnectionString(user: "onlooker")) { Schema = options.Schema }, StoreFault.Misconfigured, "lacks a right");
    }

    [Fact]
    public async Task A_newer_versions_schema_is_refused()
    {
        PostgreSqlStorageOptions options = await CreatedAsync();
        await shared.Server.ExecuteAsync($"UPDATE {options.Schema}.store SET version = {Schema.Version + 1}");
        await RefusedAsync(options, StoreFault.Newer, $"has version {Schema.Version + 1}, this program knows up to {Schema.Version}");
    }

    [Theory]
    [InlineData("DROP TRIGGER events_stay ON {0}.events", "it lacks the trigger events_stay of events is on")]
    [InlineData("ALTER TABLE {0}.events DISABLE TRIGGER events_follow", "it lacks the trigger events_follow of events is on")]
    [InlineData("DROP VIEW {0}.log; ALTER TABLE {0}.events ALTER COLUMN payload TYPE text USING convert_from(payload, 'UTF8')", "it lacks the column events.payload is bytea not null")]
    [InlineData("ALTER TABLE {0}.events ALTER COLUMN sequence DROP NOT NULL", "it lacks the column events.sequence is bigint not null")]
    [InlineData("DROP INDEX {0}.events_by_stream", "it lacks the index events_by_stream of events")]
    [InlineData("ALTER TABLE {0}.documents SET UNLOGGED", "it lacks the table documents is kept")]
    [InlineData("CREATE OR REPLACE FUNCTION {0}.enter() RETURNS void LANGUAGE plpgsql AS 'BEGIN END'", "it lacks the function enter")]
    [InlineData("DELETE FROM {0}.store", "it lacks its version")]
    [InlineData("DROP TABLE {0}.store", "holds something else", StoreFault.Foreign)]
    public async Task A_schema_that_was_altered_is_refused(string sql, string message, StoreFault fault = StoreFault.Corrupt)
    {
        PostgreSqlStorageOptions options = await CreatedAsync();
        await shared.Server.ExecuteAsync(string.Format(null, sql, options.Schema));
        await RefusedAsync(options, fault, message);
    }

    [Fact]
    public async Task A_schema_to_which_something_was_added_is_accepted()
    {
        PostgreSqlStorageOptions options = await CreatedAsync();
        await shared.Server.ExecuteAsync($"CREATE INDEX by_time ON {options.Schema}.events (timestamp); CREATE TABLE {options.Schema}.notes (note text)");
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        Assert.Equal(1, (await storage.AppendAsync(Stores.To("a"))).Position);
    }

    [Theory]
    [InlineData("CREATE TABLE {0}.cats (name text)")]
    [InlineData("CREATE TABLE {0}.store (name text)")]
    [InlineData("CREATE TABLE {0}.events (name text)")]
    public async Task Another_programs_schema_is_refused(string sql)
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await shared.Server.ExecuteAsync($"CREATE SCHEMA {options.Schema}; " + string.Format(null, sql, options.Schema));
        await RefusedAsync(options, sql.Contains("store (", StringComparison.Ordinal) ? StoreFault.Corrupt : StoreFault.Foreign, "It was not touched");
        Assert.Equal(1L, await shared.Server.ExecuteAsync($"SELECT count(*) FROM pg_class WHERE relnamespace = '{options.Schema}'::regnamespace"));
    }

    [Fact]
    public async Task A_read_only_database_is_refused()
    {
        string database = await shared.Server.CreateDatabaseAsync();
        await shared.Server.ExecuteAsync($"ALTER DATABASE {database} SET default_transaction_read_only = on");
        await RefusedAsync(shared.NewStore(database), StoreFault.ReadOnly, "can be read but not written");
    }

    [Fact]
    public async Task A_database_that_cannot_hold_every_name_is_refused()
    {
        string database = await shared.Server.CreateDatabaseAsync("ENCODING 'LATIN1' LOCALE 'C'");
        await RefusedAsync(shared.NewStore(database), StoreFault.Unsafe, "keeps text as LATIN1");
    }

    [Fact]
    public async Task A_database_that_acknowledges_what_it_may_forget_is_refused_unless_that_is_accepted()
    {
        string database = await shared.Server.CreateDatabaseAsync();
        await shared.Server.ExecuteAsync($"ALTER DATABASE {database} SET synchronous_commit = off");
        PostgreSqlStorageOptions options = shared.NewStore(database);
        await RefusedAsync(options, StoreFault.Unsafe, "has synchronous_commit off");

        options.AcceptLossWhenTheServerCrashes = true;
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        Assert.Equal(1, (await storage.AppendAsync(Stores.To("a"))).Position);
    }

    [Fact]
    public async Task A_server_that_does_not_flush_is_refused()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync("fsync=off", "full_page_writes=off");
        await RefusedAsync(new(server.ConnectionString()), StoreFault.Unsafe, "has fsync and full_page_writes off");
    }

    [Fact]
    public async Task A_replica_is_refused()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync();
        PostgreSqlStorageOptions options = new(server.ConnectionString());
        await (await Stores.OpenAsync(options)).DisposeAsync();
        await server.RestartAsReplicaAsync();
        await RefusedAsync(options, StoreFault.ReadOnly, "it is a replica");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Database=shop")]
    [InlineData("Host=a,b;Database=shop")]
    [InlineData("Host=a;Prot=5432")]
    [InlineData("Host=a;Port=many")]
    public void What_is_not_a_connection_string_is_refused(string text) => Assert.Throws<ArgumentException>(() => new PostgreSqlStorageOptions(text));

    [Theory]
    [InlineData("")]
    [InlineData("1st")]
    [InlineData("a b")]
    [InlineData("pg_events")]
    [InlineData("a\"b")]
    [InlineData("a'b")]
    [InlineData("größe")]
    [InlineData("a\n")]
    public void What_is_not_a_schemas_name_is_refused(string name)
    {
        Assert.Throws<ArgumentException>(() => new PostgreSqlStorageOptions("Host=a") { Schema = name });
        Assert.Throws<ArgumentException>(() => PostgreSqlSchema.Script(name));
        Assert.Throws<ArgumentException>(() => PostgreSqlSchema.Grants("role", name));
    }

    private async Task<PostgreSqlStorageOptions> CreatedAsync()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await (await Stores.OpenAsync(options)).DisposeAsync();
        return options;
    }

    // How to connect as a role that needs a password, without it.
    private async Task<string> GuardedAsync()
    {
        await shared.Server.ExecuteAsync("DO $$ BEGIN CREATE ROLE guarded LOGIN PASSWORD 'right'; EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        return shared.Server.ConnectionString(user: "guarded");
    }

    private static async Task<StoreException> RefusedAsync(PostgreSqlStorageOptions options, StoreFault fault, string message)
    {
        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => Stores.OpenAsync(options));

        Assert.True(fault == refused.Fault, $"{refused.Fault} instead of {fault}: {refused.Message}");
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        return refused;
    }
}
