using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>The database itself refuses to change what was recorded, whoever asks.</summary>
public sealed class ProtectionTests(SharedServer shared)
{
    public static TheoryData<string> Changes =>
    [
        "UPDATE {0}.events SET payload = '{{}}'",
        "DELETE FROM {0}.events",
        "DELETE FROM {0}.events WHERE position = 2",
        "TRUNCATE {0}.events",
        "INSERT INTO {0}.events SELECT position + 2, stream, sequence + 2, timestamp, checksum, digest, event_id, type, version, NULL, NULL, metadata, payload FROM {0}.events WHERE position = 2",
        "INSERT INTO {0}.events SELECT * FROM {0}.events WHERE position = 1 ON CONFLICT (position) DO UPDATE SET payload = 'forged'",
        "UPDATE {0}.streams SET id = 'forged'",
        "DELETE FROM {0}.streams",
        "INSERT INTO {0}.streams VALUES (99, 1, 'forged')",
        "UPDATE {0}.names SET name = 'forged'",
        "DELETE FROM {0}.names",
        "INSERT INTO {0}.names VALUES (99, 0, 'forged')",
    ];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_log_cannot_be_changed_by_its_owner(string sql)
    {
        PostgreSqlStorageOptions options = await FilledAsync();
        object? before = await ContentAsync(options);

        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => shared.Server.ExecuteAsync(string.Format(null, sql, options.Schema)));

        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, refused.SqlState);
        Assert.Equal(before, await ContentAsync(options));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task The_log_cannot_be_changed_by_an_application(string sql)
    {
        PostgreSqlStorageOptions options = await FilledAsync();
        string role = await RoleAsync(options);
        object? before = await ContentAsync(options);

        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => shared.Server.ExecuteAsync($"SET ROLE {role}; " + string.Format(null, sql, options.Schema)));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        Assert.Equal(before, await ContentAsync(options));
    }

    [Fact]
    public async Task An_application_that_was_granted_no_more_appends_and_reads()
    {
        PostgreSqlStorageOptions options = await FilledAsync();
        string role = await RoleAsync(options);
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(new(shared.Server.ConnectionString(user: role)) { Schema = options.Schema });
        DocumentData document = new("summary", "a", "f", 3, "{}"u8.ToArray());
        AppendRequest request = Stores.To("a", 2, name: "money-withdrawn");
        request.Documents = new[] { document };
        request.Snapshot = new("f", 3, "{}"u8.ToArray());

        Assert.Equal(new(AppendResult.Appended, 3, 3, 1), await storage.AppendAsync(request));
        Assert.Equal(3, await storage.LastPositionAsync());
        Assert.Equal(3, (await storage.ReadDocumentAsync("summary", "a", CancellationToken.None))?.Version);
    }

    [Theory]
    [InlineData("DELETE FROM {0}.documents")]
    [InlineData("UPDATE {0}.snapshots SET version = 9")]
    [InlineData("UPDATE {0}.store SET version = 9")]
    [InlineData("SELECT {0}.enter()")]
    [InlineData("DROP TRIGGER events_stay ON {0}.events")]
    [InlineData("CREATE TABLE {0}.cats (name text)")]
    public async Task An_application_can_write_in_no_other_way(string sql)
    {
        PostgreSqlStorageOptions options = await FilledAsync();
        string role = await RoleAsync(options);

        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(() => shared.Server.ExecuteAsync($"SET ROLE {role}; " + string.Format(null, sql, options.Schema)));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Theory]
    [InlineData("REPEATABLE READ")]
    [InlineData("SERIALIZABLE")]
    public async Task Nobody_appends_with_a_view_of_the_log_that_is_older_than_the_lock(string level)
    {
        PostgreSqlStorageOptions options = await FilledAsync();

        PostgresException refused = await Assert.ThrowsAsync<PostgresException>(
            () => shared.Server.ExecuteAsync($"BEGIN ISOLATION LEVEL {level}; SELECT {options.Schema}.register(ARRAY['a'], ARRAY['b'])"));

        Assert.Equal(PostgresErrorCodes.InvalidTransactionState, refused.SqlState);
    }

    [Fact]
    public async Task A_database_whose_transactions_are_serializable_by_default_can_be_appended_to()
    {
        string database = await shared.Server.CreateDatabaseAsync();
        await shared.Server.ExecuteAsync($"ALTER DATABASE {database} SET default_transaction_isolation = 'serializable'");
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(shared.NewStore(database));

        Assert.Equal(1, (await storage.AppendAsync(Stores.To("a"))).Position);
    }

    [Fact]
    public async Task The_log_can_be_read_as_a_view()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        AppendRequest request = Stores.To("a", 0, command: "c", payload: """{"amount":10}""");
        await storage.AppendAsync(request);

        Assert.Equal(
            $"1 account a 1 money-deposited 1 {request.Timestamp.UtcDateTime:yyyy-MM-ddTHH:mm:ss} c 10",
            await shared.Server.ExecuteAsync(
                $"SELECT concat_ws(' ', position, aggregate, id, sequence, name, version, to_char(timestamp AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS'), command, payload::json ->> 'amount') FROM {options.Schema}.log"));
    }

    private async Task<PostgreSqlStorageOptions> FilledAsync()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        await storage.AppendAsync(Stores.To("a", 0));
        await storage.AppendAsync(Stores.To("a", 1));
        return options;
    }

    private async Task<string> RoleAsync(PostgreSqlStorageOptions options)
    {
        string role = $"role_{options.Schema}";
        await shared.Server.ExecuteAsync($"CREATE ROLE {role} LOGIN; " + PostgreSqlSchema.Grants(role, options.Schema));
        return role;
    }

    private Task<object?> ContentAsync(PostgreSqlStorageOptions options) => shared.Server.ExecuteAsync(
        $"SELECT (SELECT string_agg(e::text, ';') FROM {options.Schema}.events e) || (SELECT string_agg(s::text, ';') FROM {options.Schema}.streams s) || (SELECT string_agg(n::text, ';') FROM {options.Schema}.names n)");
}
