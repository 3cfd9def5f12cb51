using Npgsql;
using NpgsqlTypes;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Keeps the names that are known, shared by all who read and write; asks the database for more when one is missing.</summary>
internal sealed class NameTable(PostgreSqlStorageOptions options, Connections connections) : IDisposable
{
    // In one statement, so as of one moment.
    private readonly string _load = PostgreSqlSchema.For(
        options.Schema,
        "SELECT (SELECT coalesce(max(position), 0) FROM {schema}.events), n.number, n.owner, n.name FROM (SELECT) one LEFT JOIN {schema}.names n ON true");

    private readonly string _register = PostgreSqlSchema.For(options.Schema, "SELECT FROM {schema}.register($1, $2)");
    private readonly SemaphoreSlim _loading = new(1, 1);
    private volatile Names _known = new([], 0);

    public Names Known => _known;

    /// <summary>The names with that of a type, which another process may have added; without it if there is none.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public ValueTask<Names> WithAsync(int type, CancellationToken cancellationToken) => _known.Event(type) is not null ? new(_known) : LoadMissingAsync(type, cancellationToken);

    /// <summary>Reads all names there are now.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public async ValueTask<Names> LoadAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await connections.OpenSingleAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            return await LoadAsync(connection, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads all names there are now.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public async ValueTask<Names> LoadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            NpgsqlCommand command = new(_load, connection);
            await using (command.ConfigureAwait(false))
            {
                return _known = await ReadAsync(command, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (NpgsqlException e)
        {
            throw PostgreSqlFaults.Translate(e, options);
        }
    }

    /// <summary>Reads all names there are now, if there is a table of them.</summary>
    /// <returns>Whether there is.</returns>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public async ValueTask<bool> TryLoadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await LoadAsync(connection, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StoreException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName })
        {
            return false;
        }
    }

    /// <summary>Gives numbers to names that have none, for good: whether an append that uses them succeeds is another matter.</summary>
    /// <param name="connection">The connection to use.</param>
    /// <param name="names">Names of events, each with its aggregate's; one without an event's name is that of a query.</param>
    /// <param name="cancellationToken">Stops the attempt.</param>
    /// <exception cref="StoreException">They cannot be written.</exception>
    public async ValueTask<Names> RegisterAsync(NpgsqlConnection connection, IReadOnlyCollection<EventSource> names, CancellationToken cancellationToken)
    {
        try
        {
            NpgsqlCommand command = new(_register, connection)
            {
                Parameters =
                {
                    new NpgsqlParameter<string[]> { TypedValue = [.. names.Select(static n => n.AggregateName)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                    new NpgsqlParameter<string[]> { TypedValue = [.. names.Select(static n => n.EventName)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                },
            };
            await using (command.ConfigureAwait(false))
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (NpgsqlException e)
        {
            throw PostgreSqlFaults.Translate(e, options);
        }

        return await LoadAsync(connection, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _loading.Dispose();

    // Many readers may meet a new name at once; one of them asks.
    private async ValueTask<Names> LoadMissingAsync(int type, CancellationToken cancellationToken)
    {
        await _loading.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return _known.Event(type) is not null ? _known : await LoadAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _loading.Release();
        }
    }

    private static async ValueTask<Names> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        List<(int Number, int Owner, string Name)> rows = [];
        long last = 0;
        NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                last = reader.GetInt64(0);
                if (!reader.IsDBNull(1))
                {
                    rows.Add((reader.GetInt32(1), reader.GetInt32(2), reader.GetString(3)));
                }
            }
        }

        return new(rows, last);
    }
}
