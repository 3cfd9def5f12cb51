using System.Text;
using SQLitePCL;

namespace Cqrs.Gen.Sqlite;

/// <summary>
/// A statement prepared for the life of its connection. Values are bound without boxing and read without copies: spans point into SQLite's own
/// memory until the next step or reset.
/// </summary>
internal sealed class Statement : IDisposable
{
    private const uint KeptForLong = 1; // SQLITE_PREPARE_PERSISTENT
    private readonly Database _database;
    private readonly sqlite3_stmt _statement;

    public Statement(Database database, sqlite3 handle, string sql)
    {
        _database = database;
        database.Check(raw.sqlite3_prepare_v3(handle, sql, KeptForLong, out _statement));
    }

    public Statement Bind(int index, long value)
    {
        _database.Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    public Statement Bind(int index, string? text)
    {
        if (text is null)
        {
            _database.Check(raw.sqlite3_bind_null(_statement, index));
            return this;
        }

        Span<byte> utf8 = stackalloc byte[512];
        return text.Length * 3 <= utf8.Length ? Bind(index, utf8[..Encoding.UTF8.GetBytes(text, utf8)]) : Bind(index, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Binds text that is UTF-8 already; SQLite keeps it byte for byte.</summary>
    public Statement Bind(int index, ReadOnlySpan<byte> utf8)
    {
        _database.Check(utf8.IsEmpty ? raw.sqlite3_bind_text(_statement, index, "") : raw.sqlite3_bind_text(_statement, index, utf8));
        return this;
    }

    public Statement BindNull(int index)
    {
        _database.Check(raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    public Statement Bind(int index, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        _database.Check(raw.sqlite3_bind_blob(_statement, index, bytes));
        return this;
    }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False if there is none; the statement is ready for the next use then.</returns>
    public bool Step()
    {
        int result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        if (result != raw.SQLITE_DONE)
        {
            StoreException fault = _database.Fault(result);
            Reset();
            throw fault;
        }

        Reset();
        return false;
    }

    /// <summary>Runs a statement that has no rows.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    /// <summary>Runs a statement that has no rows.</summary>
    /// <returns>SQLite's result code.</returns>
    public int TryRun()
    {
        int result = raw.sqlite3_step(_statement);
        Reset();
        return result == raw.SQLITE_DONE ? raw.SQLITE_OK : result;
    }

    /// <summary>Ends the use; harmless if it has ended. What went wrong was reported by the step.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public long Long(int column) => raw.sqlite3_column_int64(_statement, column);

    public int Int(int column) => raw.sqlite3_column_int(_statement, column);

    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public Guid Guid(int column) => new(Bytes(column), bigEndian: true);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public void Dispose() => _statement.Dispose();
}
