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
    public async ValueTask ExecuteAsync(CancellationToken cancellationToken)
    {
        try
        {
            _reader = await _command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException e)
        {
            throw PostgreSqlFaults.Translate(e, _connection.Options);
        }
    }

    /// <summary>Goes to the next row.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        Task<bool> next = _reader!.ReadAsync(cancellationToken);
        if (next.IsCompletedSuccessfully)
        {
            _connection.HasReceived |= next.Result;
            return new(next.Result);
        }

        return WaitAsync(next);
    }

    /// <summary>Ends the use, before all rows were read or after.</summary>
    /// <param name="isComplete">Whether all rows were read; what is left otherwise is not even sent.</param>
    public async ValueTask EndAsync(bool isComplete)
    {
        if (_reader is not { } reader)
        {
            return;
        }

        _reader = null;
        if (!isComplete)
        {
            _command.Cancel();
        }

        try
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }
        catch (NpgsqlException) when (!isComplete)
        {
            // The cancellation, or what is on its way to the caller already.
        }
    }

    public void Dispose() => _command.Dispose();

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> WaitAsync(Task<bool> next)
    {
        try
        {
            bool isRow = await next.ConfigureAwait(false);
            _connection.HasReceived |= isRow;
            return isRow;
        }
        catch (NpgsqlException e)
        {
            throw PostgreSqlFaults.Translate(e, _connection.Options);
        }
    }
}
