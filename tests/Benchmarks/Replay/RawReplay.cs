using SQLitePCL;

namespace Cqrs.Gen.Benchmarks;

/// <summary>Replays an account as fast as one can by hand: the library's own functions, and JSON read where SQLite keeps it.</summary>
internal sealed class RawReplay : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _load;

    public RawReplay(string path)
    {
        Check(raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, vfs: null));
        Check(raw.sqlite3_prepare_v2(_database, "SELECT version, name, payload FROM events WHERE account = ?1 ORDER BY version", out _load));
    }

    public AccountState Load(string account)
    {
        AccountState state = new();
        Check(raw.sqlite3_bind_text(_load, 1, account));
        int result;
        while ((result = raw.sqlite3_step(_load)) == raw.SQLITE_ROW)
        {
            long version = raw.sqlite3_column_int64(_load, 0);
            ReadOnlySpan<byte> name = raw.sqlite3_column_blob(_load, 1);
            ReadOnlySpan<byte> payload = raw.sqlite3_column_blob(_load, 2);
            state.Apply(version, name.SequenceEqual("money-deposited"u8) ? HandWrittenJson.ReadDeposited(payload) : throw new InvalidOperationException("Unknown event."));
        }

        Check(result == raw.SQLITE_DONE ? raw.SQLITE_OK : result);
        Check(raw.sqlite3_reset(_load));
        return state;
    }

    public void Dispose()
    {
        _load.Dispose();
        _database.Dispose();
    }

    private static void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw new InvalidOperationException($"SQLite says {result}.");
        }
    }
}
