using System.Runtime.CompilerServices;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql;

/// <summary>
/// Keeps events in a PostgreSQL database. Any number of processes may use it at once; a lock of the database puts their appends in order. A server that was away is used again
/// when it is back. Safe for concurrent use.
/// </summary>
public sealed class PostgreSqlEventStorage : IEventStorage
{
    private readonly PostgreSqlStorageOptions _options;
    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly Connections _connections;
    private readonly NameTable _names;
    private readonly Fence _fence;
    private readonly Writer _writer;
    private readonly ReaderPool _readers;
    private volatile bool _isOpen;
    private bool _isClosed;

    /// <summary>Creates a store; <see cref="OpenAsync"/> opens it.</summary>
    /// <param name="options">The database, and how to use it.</param>
    public PostgreSqlEventStorage(PostgreSqlStorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _connections = new(options);
        _names = new(options, _connections);
        _fence = new(options, _connections);
        _writer = new(options, _connections, _names, _fence);
        _readers = new(options, _connections, _names);
    }

    /// <inheritdoc/>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_isClosed)
            {
                throw Closed();
            }

            // Who opens a store is about to read: the connection for that is made at once, and loads the names while the other one is checked.
            Task<bool> names = _readers.ReadAsync<NamesReading, bool>(default, cancellationToken).AsTask();
            try
            {
                await _writer.OpenAsync(cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await ((Task)names).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            if (!await names.ConfigureAwait(false))
            {
                await _names.LoadAsync(cancellationToken).ConfigureAwait(false); // the table has only just been created
            }

            _isOpen = true;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfClosed();
            await _writer.AppendAsync(batch, outcomes, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        ThrowIfClosed();
        if (request.CommandId is not null)
        {
            await _fence.PassAsync(cancellationToken).ConfigureAwait(false); // what becomes of a command that is just being committed is not certain before
        }

        _ = await _readers.ReadAsync<StreamReading, bool>(new(request, sink), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sink);
        ThrowIfClosed();
        return await _readers.ReadAsync<LogReading, long>(new(request, sink), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken)
    {
        ThrowIfClosed();
        return await _readers.ReadAsync<DocumentReading, StoredDocument?>(new(query, key), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Closes the connections, after the append in flight.</summary>
    public async ValueTask DisposeAsync()
    {
        await _writing.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_isClosed)
            {
                return;
            }

            _isOpen = false;
            _isClosed = true;
            await _writer.DisposeAsync().ConfigureAwait(false);
            await _readers.DisposeAsync().ConfigureAwait(false);
            await _connections.DisposeAsync().ConfigureAwait(false);
            _names.Dispose();
        }
        finally
        {
            _writing.Release();
        }
    }

    private void ThrowIfClosed()
    {
        if (!_isOpen)
        {
            throw Closed();
        }
    }

    private StoreException Closed() =>
        new(StoreFault.Closed, $"The database {_options.Place} is not open: it was closed, or OpenAsync was never called.");
}
