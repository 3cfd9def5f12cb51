using System.Diagnostics;
using Cqrs.Gen.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Cqrs.Gen.Sqlite;

/// <summary>The connection that writes: one batch, one transaction, one flush.</summary>
internal sealed class Writer : IDisposable
{
    private readonly SqliteStorageOptions _options;
    private readonly Database _database;
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _lastPosition;
    private readonly StreamAppender _appender;

    public Writer(SqliteStorageOptions options, Database database)
    {
        _options = options;
        _database = database;
        _begin = database.Prepare("BEGIN IMMEDIATE");
        _commit = database.Prepare("COMMIT");
        _lastPosition = database.Prepare("SELECT max(position) FROM events");
        _appender = new(database);
        database.WaitForLocks(TimeSpan.Zero); // from here on Begin waits: more often, and until cancelled
    }

    /// <summary>Whether a commit broke: nothing more is written until the store is opened anew.</summary>
    public bool IsBroken { get; private set; }

    public void Append(ReadOnlySpan<AppendRequest> batch, Span<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        Begin(cancellationToken);
        try
        {
            long last = LastPosition();
            _appender.Start(last);
            for (int i = 0; i < batch.Length; i++)
            {
                outcomes[i] = _appender.Append(batch[i]);
                if (outcomes[i].Result != AppendResult.Appended)
                {
                    batch[i].Link.Break();
                }
            }

            if (_appender.LastPosition == last)
            {
                Rollback(); // conflicts and repeats only
                return;
            }
        }
        catch (Exception e)
        {
            IsBroken = e is StoreException { InnerException: SqliteException { SqliteErrorCode: raw.SQLITE_IOERR } };
            Rollback();
            throw;
        }

        Commit();
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _lastPosition.Dispose();
        _appender.Dispose();
        _database.Dispose();
    }

    private void Begin(CancellationToken cancellationToken)
    {
        long start = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int result = _begin.TryRun();
            if (result == raw.SQLITE_OK)
            {
                return;
            }

            start = start == 0 ? Stopwatch.GetTimestamp() : start;
            if ((result & 0xFF) != raw.SQLITE_BUSY || Stopwatch.GetElapsedTime(start) >= _options.LockTimeout)
            {
                throw _database.Fault(result);
            }

            Thread.Sleep(1); // another process writes; its transactions are as short as ours
        }
    }

    private long LastPosition()
    {
        _lastPosition.Step();
        long position = _lastPosition.Long(0);
        _lastPosition.Reset();
        return position;
    }

    private void Commit()
    {
        int result = _commit.TryRun();
        if (result == raw.SQLITE_OK)
        {
            return;
        }

        // While the transaction is still open it can be undone, and where there was no room its last page was not written whole: so nothing was recorded. An I/O error is
        // different: what was written may have reached the disk.
        StoreException fault = _database.Fault(result);
        if ((result & 0xFF) == raw.SQLITE_FULL || ((result & 0xFF) != raw.SQLITE_IOERR && !_database.IsAutocommit))
        {
            Rollback();
            throw fault;
        }

        IsBroken = true;
        Rollback();
        throw new CommitUncertainException($"SQLite could not say whether it committed to \"{_options.Path}\": {fault.Message}", fault.InnerException);
    }

    private void Rollback()
    {
        _appender.Forget();
        if (_database.IsAutocommit)
        {
            return;
        }

        try
        {
            _database.Execute("ROLLBACK");
        }
        catch (StoreException)
        {
            IsBroken = true; // what led here is on its way to the caller
        }
    }
}
