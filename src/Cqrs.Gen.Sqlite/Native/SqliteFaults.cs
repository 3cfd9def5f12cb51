using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cqrs.Gen.Sqlite;

/// <summary>What SQLite reports, in the words of the port: which file, what is wrong, what to do.</summary>
internal static class SqliteFaults
{
    public static StoreException Translate(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new(
            StoreFault.Locked,
            $"The database \"{path}\" is held by another program for longer than this one waits. End that program's transaction, or raise LockTimeout.",
            e),
        raw.SQLITE_READONLY => ReadOnly(path, e),
        raw.SQLITE_NOTADB => Foreign(path, "it is not a SQLite database", e),
        raw.SQLITE_CORRUPT => new(
            StoreFault.Corrupt,
            $"The database \"{path}\" is damaged ({e.Message}). Stop writing to it, keep a copy with its -wal file, and restore a backup.",
            e),
        raw.SQLITE_FULL => new(StoreFault.Full, $"There is no room left to write to \"{path}\". Free space on its disk; nothing was recorded.", e),
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => Unopened(path, e),
        raw.SQLITE_TOOBIG => new(StoreFault.Refused, "The append is larger than SQLite can hold: 1,000,000,000 bytes a value.", e),
        raw.SQLITE_CONSTRAINT or raw.SQLITE_MISMATCH => new(StoreFault.Refused, $"The database \"{path}\" refused the append: {e.Message}", e),
        raw.SQLITE_NOMEM => new(StoreFault.Unavailable, $"There is no memory left to use \"{path}\".", e),
        _ => new(StoreFault.Unavailable, $"The database \"{path}\" cannot be used: {e.Message}", e),
    };

    public static StoreException Foreign(string path, string problem, Exception? inner = null) => new(
        StoreFault.Foreign,
        $"\"{path}\" is not an event store: {problem}. It was not touched; give the path of an event store, or of a file that does not exist yet.",
        inner);

    public static StoreException ReadOnly(string path, Exception? inner = null) => new(
        StoreFault.ReadOnly,
        $"The database \"{path}\" can be read but not written. Give this program permission to write the file and its folder, where SQLite keeps the -wal and -shm files.",
        inner);

    private static StoreException Unopened(string path, Exception inner) => File.Exists(path)
        ? ReadOnly(path, inner)
        : new(
            StoreFault.Misconfigured,
            $"The database \"{path}\" cannot be opened or created. Give this program permission to write to the folder \"{Path.GetDirectoryName(path)}\".",
            inner);
}
