using System.Runtime.CompilerServices;
using Npgsql;
using NpgsqlTypes;

namespace Cqrs.Gen.PostgreSql;

/// <summary>A statement that reads, prepared by its first use on the connection.</summary>
internal sealed class Query : IDisposable
{
    private readonly ReaderConnection _connection;
    private readonly NpgsqlCommand _command;
    private NpgsqlDataReader? _reader;

    public Query(ReaderConnection connection, string sql)
    {
        _connection = connection;
        _command = new(PostgreSqlSchema.For(connection.Options.Schema, sql), connection.Connection);
    }

    /// <summary>The current row.</summary>
    public NpgsqlDataReader Row => _reader!;

    public NpgsqlParameter<T> Add<T>(NpgsqlDbType type)
    {
        NpgsqlParameter<T> parameter = new() { NpgsqlDbType = type };
        _command.Parameters.Add(parameter);
        return parameter;
    }

    /// <exception cref="StoreException">The database cannot be read.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask ExecuteAsync(CancellationToken cancellationToken) =>
        _reader = await WaitAsync(_command.ExecuteReaderAsync(CancellationToken.None), cancellationToken).ConfigureAwait(false);

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        Task<bool> next = _reader!.ReadAsync(CancellationToken.None);
        if (next.IsCompletedSuccessfully)
        {
            _connection.HasReceived |= next.Result;
            return new(next.Result);
        }

        return ReceiveAsync(next, cancellationToken);
    }

    /// <summary>Ends the use, before all rows were read or after.</summary>
    /// <param name="isComplete">Whether all rows were read; what is left otherwise is not even sent.</param>
    /// <param name="cancellationToken">That of the use: whoever gave up does not wait for the end either.</param>
    public ValueTask EndAsync(bool isComplete, CancellationToken cancellationToken)
    {
        if (_reader is null || _connection.Abandoned is not null)
        {
            return ValueTask.CompletedTask;
        }

        if (!isComplete && cancellationToken.IsCancellationRequested)
        {
            _connection.Abandoned = EndAbandonedAsync(Task.CompletedTask);
            return ValueTask.CompletedTask;
        }

        return isComplete ? CloseAsync(isComplete) : CancelAndCloseAsync();
    }

    public void Dispose() => _command.Dispose();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReceiveAsync(Task<bool> next, CancellationToken cancellationToken)
    {
        bool isRow = await WaitAsync(next, cancellationToken).ConfigureAwait(false);
        _connection.HasReceived |= isRow;
        return isRow;
    }

    // Npgsql would wait for the server's answer to the cancellation, which does not come if the server hangs. It closes a connection by itself when its keep-alive finds it dead.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T> WaitAsync<T>(Task<T> operation, CancellationToken cancellationToken)
    {
        try
        {
            return await operation.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            _connection.Abandoned = EndAbandonedAsync(operation);
            throw;
        }
        catch (Exception e) when (e is NpgsqlException || (e is InvalidOperationException && _connection.IsClosed))
        {
            throw PostgreSqlFaults.Translate(e, _connection.Options);
        }
    }

    private async Task EndAbandonedAsync(Task operation)
    {
        await CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // a wish
        await operation.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _reader ??= operation is Task<NpgsqlDataReader> { IsCompletedSuccessfully: true } executed ? await executed.ConfigureAwait(false) : null;
        await CloseAsync(isComplete: false).ConfigureAwait(false);
    }

    private async ValueTask CancelAndCloseAsync()
    {
        await CancelAsync().ConfigureAwait(false);
        await CloseAsync(isComplete: false).ConfigureAwait(false);
    }

    private async ValueTask CloseAsync(bool isComplete)
    {
        if (_reader is not { } reader)
        {
            return;
        }

        _reader = null;
        try
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException) when (!isComplete)
        {
            // The cancellation, or what is on its way to the caller already.
        }
    }

    // It connects to the server, and waits for it: not on a thread that others need.
    private Task CancelAsync() => Task.Factory.StartNew(_command.Cancel, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
