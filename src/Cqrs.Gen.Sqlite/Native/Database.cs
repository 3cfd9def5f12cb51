using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cqrs.Gen.Sqlite;

/// <summary>
/// One connection to a database file, used by one thread at a time; SQLite's own locking of connections is therefore off, which saves a
/// quarter of the time of a replay.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly sqlite3 _handle;

    private Database(sqlite3 handle, string path)
    {
        _handle = handle;
        Path = path;
    }

    /// <summary>The file, for messages.</summary>
    public string Path { get; }

    /// <summary>Whether SQLite left the transaction, or never entered one.</summary>
    public bool IsAutocommit => raw.sqlite3_get_autocommit(_handle) != 0;

    public bool IsReadOnly => raw.sqlite3_db_readonly(_handle, "main") == 1;

    public long LastInsertedRow => raw.sqlite3_last_insert_rowid(_handle);

    /// <param name="path">The file, for messages.</param>
    /// <param name="address">The file as SQLite is to open it.</param>
    /// <param name="flags">How to open it.</param>
    /// <exception cref="StoreException">The file cannot be opened.</exception>
    public static Database Open(string path, string address, int flags)
    {
        Batteries_V2.Init();
        int result = raw.sqlite3_open_v2(address, out sqlite3 handle, flags | raw.SQLITE_OPEN_NOMUTEX, vfs: null);
        Database database = new(handle, path);
        try
        {
            database.Check(result);
            database.Check(raw.sqlite3_extended_result_codes(handle, 1));
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Lets SQLite wait for locks that others hold.</summary>
    public void WaitForLocks(TimeSpan patience) => _ = raw.sqlite3_busy_timeout(_handle, (int)patience.TotalMilliseconds);

    public Statement Prepare(string sql) => new(this, _handle, sql);

    public void Execute(string sql) => Check(raw.sqlite3_exec(_handle, sql));

    public long Number(string sql)
    {
        using Statement statement = Prepare(sql);
        return statement.Step() ? statement.Long(0) : 0;
    }

    /// <exception cref="StoreException">The result is an error.</exception>
    public void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Fault(result);
        }
    }

    /// <summary>What an error means, in the words of the port.</summary>
    public StoreException Fault(int result)
    {
        try
        {
            SqliteException.ThrowExceptionForRC(result & 0xFF, _handle); // the exception takes the extended code from the connection
        }
        catch (SqliteException e)
        {
            return SqliteFaults.Translate(e, Path);
        }

        throw new ArgumentOutOfRangeException(nameof(result), result, "Not an error of SQLite.");
    }

    public void Dispose() => _handle.Dispose();
}
