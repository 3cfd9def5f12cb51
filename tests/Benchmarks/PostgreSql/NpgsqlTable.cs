using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Cqrs.Gen.Benchmarks;

/// <summary>The table of the banks written by hand on PostgreSQL, and the statements on it: prepared by their first use on a connection, values sent and received in binary.</summary>
internal sealed class NpgsqlTable : IAsyncDisposable
{
    /// <summary>What stands in the table, for <see cref="Audit"/>.</summary>
    public const string Stored = "SELECT account, version, payload FROM events WHERE name = 'money-deposited'";

    /// <summary>Reads an account.</summary>
    public const string Load = "SELECT version, name, payload FROM events WHERE account = $1 ORDER BY version";

    private const string Insert = "INSERT INTO events (account, version, event_id, name, timestamp, payload) ";

    private const string Tables =
        """
        CREATE TABLE IF NOT EXISTS events (
            position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            version bigint NOT NULL,
            timestamp timestamptz NOT NULL,
            event_id uuid NOT NULL,
            account text COLLATE "C" NOT NULL,
            name text COLLATE "C" NOT NULL,
            payload bytea NOT NULL,
            UNIQUE (account, version)
        )
        """;

    private NpgsqlTable(NpgsqlDataSource connections) => Connections = connections;

    public NpgsqlDataSource Connections { get; }

    public static async ValueTask<NpgsqlTable> OpenAsync(string address)
    {
        NpgsqlConnectionStringBuilder connection = new(address)
        {
            MaxAutoPrepare = 16,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
            Enlist = false,
            Options = "-c enable_seqscan=off -c enable_bitmapscan=off", // a young table has no statistics, and a plan made upon none would stay
        };
        NpgsqlSlimDataSourceBuilder builder = new(connection.ConnectionString);
        builder.EnableArrays();
        NpgsqlTable table = new(builder.Build());

        // Several processes may begin at once: one transaction, and one after the other.
        await using NpgsqlCommand create = table.Connections.CreateCommand($"SELECT pg_advisory_xact_lock(1); CREATE SCHEMA IF NOT EXISTS {connection.SearchPath}; {Tables}");
        await create.ExecuteNonQueryAsync();
        return table;
    }

    /// <summary>Reads an account from its events.</summary>
    public static async ValueTask<AccountState> LoadAsync(NpgsqlConnection connection, string account)
    {
        AccountState state = new();
        await using NpgsqlCommand load = new(Load, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = account } } };
        await using NpgsqlDataReader reader = await load.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            state.Apply(reader.GetInt64(0), Read(reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        }

        return state;
    }

    /// <summary>Appends an event and commits it; two of one version are refused.</summary>
    public static async ValueTask AppendAsync(NpgsqlConnection connection, string account, long version, IEvent e)
    {
        (string name, byte[] payload) = Write(e);
        await using NpgsqlCommand append = new(Insert + "VALUES ($1, $2, $3, $4, $5, $6)", connection)
        {
            Parameters =
            {
                new NpgsqlParameter<string> { TypedValue = account },
                new NpgsqlParameter<long> { TypedValue = version },
                new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() },
                new NpgsqlParameter<string> { TypedValue = name },
                new NpgsqlParameter<DateTime> { TypedValue = DateTime.UtcNow },
                new NpgsqlParameter<byte[]> { TypedValue = payload },
            },
        };
        await append.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    /// <summary>Appends events in one statement and commits them.</summary>
    public static async ValueTask AppendAsync(NpgsqlConnection connection, string[] accounts, long[] versions, IEvent[] events)
    {
        (string Name, byte[] Payload)[] written = [.. events.Select(Write)];
        await using NpgsqlCommand append = new(Insert + "SELECT * FROM unnest($1, $2, $3, $4, $5, $6)", connection)
        {
            Parameters =
            {
                Array(NpgsqlDbType.Text, accounts),
                Array(NpgsqlDbType.Bigint, versions),
                Array(NpgsqlDbType.Uuid, [.. events.Select(static _ => Guid.CreateVersion7())]),
                Array(NpgsqlDbType.Text, [.. written.Select(static e => e.Name)]),
                Array(NpgsqlDbType.TimestampTz, [.. events.Select(static _ => DateTime.UtcNow)]),
                Array(NpgsqlDbType.Bytea, [.. written.Select(static e => e.Payload)]),
            },
        };
        await append.ExecuteNonQueryAsync().ConfigureAwait(false);

        static NpgsqlParameter<T[]> Array<T>(NpgsqlDbType type, T[] values) => new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
    }

    public ValueTask DisposeAsync() => Connections.DisposeAsync();

    private static (string Name, byte[] Payload) Write(IEvent e) => e switch
    {
        MoneyDeposited x => ("money-deposited", JsonSerializer.SerializeToUtf8Bytes(x, BankJson.Default.MoneyDeposited)),
        CheckWritten x => ("check-written", JsonSerializer.SerializeToUtf8Bytes(x, BankJson.Default.CheckWritten)),
        _ => throw new ArgumentException($"Unknown event {e.GetType()}.", nameof(e)),
    };

    private static IEvent Read(string name, byte[] payload) => name switch
    {
        "money-deposited" => JsonSerializer.Deserialize(payload, BankJson.Default.MoneyDeposited)!,
        "check-written" => JsonSerializer.Deserialize(payload, BankJson.Default.CheckWritten)!,
        _ => throw new ArgumentException($"Unknown event {name}.", nameof(name)),
    };
}
