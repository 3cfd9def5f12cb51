using System.Diagnostics;
using SQLitePCL;

namespace Cqrs.Gen.Sqlite;

/// <summary>Opens connections to an event store's file, and creates what is missing in it.</summary>
internal sealed class DatabaseOpener(SqliteStorageOptions options)
{
    // The write-ahead log goes to the file once in 1,000 pages (4 MB), SQLite's default: where the log is written over a commit is flushed two to ten times as fast as where its file still grows,
    // so a larger one stays slow for longer after every start.
    private const string Settings =
        "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 1000; PRAGMA cache_size = -16000; PRAGMA foreign_keys = OFF; PRAGMA trusted_schema = OFF";

    /// <summary>Opens the connection that writes.</summary>
    /// <exception cref="StoreException">The file cannot be used; it was not changed.</exception>
    public Database OpenWriter()
    {
        LibraryVersion.Check();
        FileInspection.Check(options.Path);
        Database? database = null;
        try
        {
            database = Database.Open(options.Path, options.Path, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_CREATE);
            if (database.IsReadOnly)
            {
                throw SqliteFaults.ReadOnly(options.Path);
            }

            database.WaitForLocks(options.LockTimeout);
            Install(database);
            SwitchToWriteAheadLog(database);
            database.Execute(Settings);
            return database;
        }
        catch
        {
            database?.Dispose();
            throw;
        }
    }

    /// <summary>Opens a connection that reads.</summary>
    /// <exception cref="StoreException">The file cannot be used.</exception>
    public Database OpenReader()
    {
        Database database = Database.Open(options.Path, options.Path, raw.SQLITE_OPEN_READWRITE);
        try
        {
            database.WaitForLocks(options.LockTimeout);
            database.Execute("PRAGMA query_only = ON; PRAGMA trusted_schema = OFF");
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private void Install(Database database)
    {
        // In one transaction: what another process creates meanwhile is seen whole or not at all.
        database.Execute("BEGIN");
        SchemaState found = SchemaState.Read(database);
        database.Execute("COMMIT");
        found.Check(options.Path);
        if (!found.IsBehind)
        {
            return;
        }

        // Another process may be about to do the same: the lock decides who does it, and the other finds it done.
        database.Execute("BEGIN IMMEDIATE");
        found = SchemaState.Read(database);
        found.Check(options.Path);
        if (found.IsNew)
        {
            database.Execute(Schema.Create);
            database.Execute($"PRAGMA application_id = {Schema.ApplicationId}; PRAGMA user_version = {Schema.Version}");
        }
        else if (found.IsBehind)
        {
            foreach (string step in SchemaUpgrades.After(found.Version))
            {
                database.Execute(step);
            }

            database.Execute($"PRAGMA user_version = {Schema.Version}");
        }

        database.Execute("COMMIT");
    }

    // Only after the schema is in the file itself: then its header tells whose it is, whatever becomes of the -wal file.
    private void SwitchToWriteAheadLog(Database database)
    {
        long start = Stopwatch.GetTimestamp();
        using Statement statement = database.Prepare("PRAGMA journal_mode = WAL");
        while (true)
        {
            try
            {
                if (!statement.Step() || !statement.Bytes(0).SequenceEqual("wal"u8))
                {
                    throw new StoreException(
                        StoreFault.Misconfigured,
                        $"The database \"{options.Path}\" cannot use a write-ahead log there: the file system does not share memory, as with network drives. Put it on a local disk.");
                }

                statement.Run(); // it is committed only now
                return;
            }
            catch (StoreException e) when (e.Fault == StoreFault.Locked && Stopwatch.GetElapsedTime(start) < options.LockTimeout)
            {
                Thread.Sleep(1); // another process that opens the file at this moment; SQLite does not wait for it here
            }
        }
    }
}
