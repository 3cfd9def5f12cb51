using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Benchmarks;

/// <summary>The file of the banks written by hand, and the statements on it: prepared once, a commit flushed to the disk.</summary>
internal sealed class BankFile : IDisposable
{
    /// <summary>What stands in the file, for <see cref="Audit"/>.</summary>
    public const string Stored = "SELECT account, version, payload FROM events WHERE name = 'money-deposited'";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _load;
    private readonly SqliteCommand _append;

    public BankFile(string path)
    {
        _connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute(
            """
            CREATE TABLE IF NOT EXISTS events (
                position INTEGER PRIMARY KEY,
                account TEXT NOT NULL,
                version INTEGER NOT NULL,
                event_id BLOB NOT NULL,
                name TEXT NOT NULL,
                timestamp INTEGER NOT NULL,
                payload TEXT NOT NULL,
                UNIQUE (account, version)
            )
            """);
        _load = Prepare("SELECT version, name, payload FROM events WHERE account = $account ORDER BY version", "$account");
        _append = Prepare(
            "INSERT INTO events (account, version, event_id, name, timestamp, payload) VALUES ($account, $version, $id, $name, $timestamp, $payload)",
            "$account", "$version", "$id", "$name", "$timestamp", "$payload");
    }

    public SqliteTransaction Begin()
    {
        SqliteTransaction transaction = _connection.BeginTransaction(deferred: false);
        _append.Transaction = transaction;
        return transaction;
    }

    /// <summary>Reads an account from its events.</summary>
    public AccountState Load(string account)
    {
        AccountState state = new();
        _load.Parameters[0].Value = account;
        using SqliteDataReader reader = _load.ExecuteReader();
        while (reader.Read())
        {
            state.Apply(reader.GetInt64(0), BankEvents.Read(reader.GetString(1), reader.GetString(2)));
        }

        return state;
    }

    /// <summary>Appends an event; two of one version are refused.</summary>
    public void Append(string account, long version, IEvent e)
    {
        (string name, string payload) = BankEvents.Write(e);
        SqliteParameterCollection parameters = _append.Parameters;
        parameters[0].Value = account;
        parameters[1].Value = version;
        parameters[2].Value = Guid.CreateVersion7().ToByteArray(bigEndian: true);
        parameters[3].Value = name;
        parameters[4].Value = DateTime.UtcNow.Ticks;
        parameters[5].Value = payload;
        _append.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _load.Dispose();
        _append.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, params ReadOnlySpan<string> parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (string name in parameters)
        {
            command.Parameters.Add(new() { ParameterName = name });
        }

        command.Prepare();
        return command;
    }
}
