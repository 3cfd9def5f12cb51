using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite;

/// <summary>
/// Keeps events in one SQLite file, with a write-ahead log that is flushed at every commit. Several processes may use the file at once. SQLite works on the
/// calling thread, so every call has ended when it returns. Safe for concurrent use.
/// </summary>
public sealed class SqliteEventStorage : IEventStorage
{
    private readonly Lock _writing = new();
    private readonly SqliteStorageOptions _options;
    private readonly DatabaseOpener _opener;
    private readonly ReaderPool _readers;
    private Writer? _writer;
    private volatile bool _isOpen;
    private bool _isClosed;
    private volatile bool _isBroken;

    /// <summary>Creates a store; <see cref="OpenAsync"/> opens it.</summary>
    /// <param name="options">The file, and how to use it.</param>
    public SqliteEventStorage(SqliteStorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _opener = new(options);
        EventNames names = new();
        _readers = new(() => OpenReader(names), options.IdleReaders);
    }

    /// <inheritdoc/>
    public ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_writing)
            {
                _writer ??= _isClosed ? throw Closed() : OpenWriter();
                _isOpen = true;
            }

            return ValueTask.CompletedTask;
        }
        catch (Exception e)
        {
            return ValueTask.FromException(e);
        }
    }

    /// <inheritdoc/>
    public ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        try
        {
            lock (_writing)
            {
                Append(batch.Span, outcomes.Span, cancellationToken);
            }

            return ValueTask.CompletedTask;
        }
        catch (Exception e)
        {
            return ValueTask.FromException(e);
        }
    }

    /// <inheritdoc/>
    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        try
        {
            if (request.CommandId is not null)
            {
                ThrowIfBroken(); // what the file says of a command is not certain then
            }

            Reader reader = Rent();
            try
            {
                reader.ReadStream(request, sink, cancellationToken);
            }
            finally
            {
                _readers.Return(reader);
            }

            return ValueTask.CompletedTask;
        }
        catch (Exception e)
        {
            return ValueTask.FromException(e);
        }
    }

    /// <inheritdoc/>
    public ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        try
        {
            Reader reader = Rent();
            try
            {
                return new(reader.ReadLog(request, sink, cancellationToken));
            }
            finally
            {
                _readers.Return(reader);
            }
        }
        catch (Exception e)
        {
            return ValueTask.FromException<long>(e);
        }
    }

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            Reader reader = Rent();
            try
            {
                return new(reader.ReadDocument(query, key));
            }
            finally
            {
                _readers.Return(reader);
            }
        }
        catch (Exception e)
        {
            return ValueTask.FromException<StoredDocument?>(e);
        }
    }

    /// <summary>Closes the file, after the append in flight.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_writing)
        {
            _isOpen = false;
            _isClosed = true;
            _readers.Dispose();
            _writer?.Dispose();
            _writer = null;
        }

        return ValueTask.CompletedTask;
    }

    private void Append(ReadOnlySpan<AppendRequest> batch, Span<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        if (_writer is not { } writer)
        {
            throw Closed();
        }

        ThrowIfBroken();
        try
        {
            writer.Append(batch, outcomes, cancellationToken);
        }
        finally
        {
            _isBroken = writer.IsBroken;
        }
    }

    private Reader Rent() => _isOpen ? _readers.Rent() : throw Closed();

    private Reader OpenReader(EventNames names)
    {
        Database database = _opener.OpenReader();
        try
        {
            return new(database, names);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private Writer OpenWriter()
    {
        Database database = _opener.OpenWriter();
        try
        {
            return new(_options, database);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private void ThrowIfBroken()
    {
        if (_isBroken)
        {
            throw new StoreException(
                StoreFault.Unavailable,
                $"Writing to \"{_options.Path}\" failed with an I/O error, so nothing more is written. Check the disk, then restart this program: commands executed again with the same ids are recorded once.");
        }
    }

    private StoreException Closed() =>
        new(StoreFault.Closed, $"The database \"{_options.Path}\" is not open: it was closed, or OpenAsync was never called.");
}
