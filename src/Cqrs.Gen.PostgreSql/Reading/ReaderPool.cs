using System.Runtime.CompilerServices;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Lends readers, and keeps some of them open when nobody reads.</summary>
internal sealed class ReaderPool(PostgreSqlStorageOptions options, Connections connections, NameTable names) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Stack<Reader> _idle = new(options.IdleReaders);
    private readonly SemaphoreSlim _free = new(options.MaxReaders);
    private bool _isClosed;

    /// <summary>Reads something. A connection that the server closed while it was idle is replaced.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T> ReadAsync<TReading, T>(TReading reading, CancellationToken cancellationToken)
        where TReading : IReading<T>
    {
        await EnterAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await ReadFromAsync<TReading, T>(reading, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>Closes the readers; one that is in use closes when it is returned.</summary>
    public ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
        }

        return CloseIdleAsync();
    }

    private ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _free.Wait(0, CancellationToken.None) ? ValueTask.CompletedTask : WaitAsync(cancellationToken);
    }

    private async ValueTask WaitAsync(CancellationToken cancellationToken)
    {
        int seconds = options.Connection.Timeout;
        TimeSpan patience = seconds == 0 ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(seconds);
        if (!await _free.WaitAsync(patience, cancellationToken).ConfigureAwait(false))
        {
            throw PostgreSqlFaults.NoReader(options);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T> ReadFromAsync<TReading, T>(TReading reading, CancellationToken cancellationToken)
        where TReading : IReading<T>
    {
        Reader reader = await TakeAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await reading.RunAsync(reader, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException) when (reader is { WasIdle: true, IsBroken: true, HasReceived: false })
        {
            // The others that are idle are likely to be closed too.
            await CloseIdleAsync().ConfigureAwait(false);
        }
        finally
        {
            await ReturnAsync(reader).ConfigureAwait(false);
        }

        reader = await ReopenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await reading.RunAsync(reader, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await ReturnAsync(reader).ConfigureAwait(false);
        }
    }

    private async ValueTask<Reader> TakeAsync(CancellationToken cancellationToken)
    {
        bool foundBroken = false;
        while (TakeIdle() is { } reader)
        {
            if (!reader.IsBroken)
            {
                return reader;
            }

            foundBroken = true;
            await reader.DisposeAsync().ConfigureAwait(false);
        }

        return foundBroken ? await ReopenAsync(cancellationToken).ConfigureAwait(false) : await OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    // Another server may have taken the place of the one before, with names of its own.
    private async ValueTask<Reader> ReopenAsync(CancellationToken cancellationToken)
    {
        Reader reader = await OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await reader.TryLoadNamesAsync(cancellationToken).ConfigureAwait(false);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private Reader? TakeIdle()
    {
        lock (_gate)
        {
            return _idle.TryPop(out Reader? reader) ? reader : null;
        }
    }

    private ValueTask ReturnAsync(Reader reader)
    {
        lock (_gate)
        {
            if (!_isClosed && !reader.IsBroken && _idle.Count < options.IdleReaders)
            {
                reader.Rest();
                _idle.Push(reader);
                return ValueTask.CompletedTask;
            }
        }

        return reader.DisposeAsync();
    }

    private async ValueTask<Reader> OpenAsync(CancellationToken cancellationToken) =>
        new(options, await connections.OpenAsync(cancellationToken).ConfigureAwait(false), names);

    private async ValueTask CloseIdleAsync()
    {
        Reader[] idle;
        lock (_gate)
        {
            idle = [.. _idle];
            _idle.Clear();
        }

        foreach (Reader reader in idle)
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }
    }
}
