using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Opens connections to the database: those that work, which prepare what they execute, and single ones for what is done once.</summary>
internal sealed class Connections : IAsyncDisposable
{
    // Every statement here finds its rows through an index. Said to the planner, it also does so while a table is too young to have statistics; a plan is made once. The
    // compiler of expressions would start for the sake of costs that stand for "never" only.
    private const string Planning =
        "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c enable_bitmapscan=off -c plan_cache_mode=force_generic_plan -c jit=off -c max_parallel_workers_per_gather=0";

    private readonly PostgreSqlStorageOptions _options;
    private readonly NpgsqlDataSource _pool;
    private readonly NpgsqlDataSource _single;

    public Connections(PostgreSqlStorageOptions options)
    {
        _options = options;
        long patience = (long)options.LockTimeout.TotalMilliseconds;
        string settings = $"{options.Connection.Options} -c default_transaction_isolation=read\\ committed -c lock_timeout={patience} {ServerState.Marker}{(options.AcceptLossWhenTheServerCrashes ? " -c cqrs_gen.accepts_loss=on" : "")}";
        _pool = Create(new(options.Connection.ConnectionString)
        {
            Options = $"{settings} {Planning}",
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
            Pooling = true,
            MinPoolSize = 0,
            MaxPoolSize = options.MaxReaders + 1,
        });
        _single = Create(new(options.Connection.ConnectionString) { Options = settings, MaxAutoPrepare = 0, Pooling = false });

        static NpgsqlDataSource Create(NpgsqlConnectionStringBuilder connection)
        {
            connection.Enlist = false;
            connection.Multiplexing = false;
            connection.ApplicationName ??= "Cqrs.Gen";
            NpgsqlSlimDataSourceBuilder builder = new(connection.ConnectionString);
            builder.EnableArrays();
            builder.EnableTransportSecurity();

            // All types used here are PostgreSQL's own, whose numbers never change: to ask the server for its types would cost the first connection 10 ms.
            builder.ConfigureTypeLoading(static types => types.EnableTypeLoading(false));
            return builder.Build();
        }
    }

    /// <summary>Opens a connection of the pool.</summary>
    /// <exception cref="StoreException">The server cannot be reached, or refuses.</exception>
    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => OpenAsync(_pool, cancellationToken);

    /// <summary>Opens a connection beside the pool, so that nobody who holds one has to wait for another.</summary>
    /// <exception cref="StoreException">The server cannot be reached, or refuses.</exception>
    public ValueTask<NpgsqlConnection> OpenSingleAsync(CancellationToken cancellationToken) => OpenAsync(_single, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _pool.DisposeAsync().ConfigureAwait(false);
        await _single.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<NpgsqlConnection> OpenAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        try
        {
            Task<NpgsqlConnection> opening = source.OpenConnectionAsync(cancellationToken).AsTask();
            try
            {
                return await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!opening.IsCompleted)
            {
                // A server that hangs does not say so: whoever gives up does not wait for it.
                _ = CloseAsync(opening);
                throw;
            }
        }
        catch (NpgsqlException e)
        {
            throw PostgreSqlFaults.Unopened(e, _options);
        }
        catch (ObjectDisposedException e)
        {
            throw new StoreException(StoreFault.Closed, $"The database {_options.Place} is not open: it was closed.", e);
        }
    }

    private static async Task CloseAsync(Task<NpgsqlConnection> opening)
    {
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully)
        {
            await (await opening.ConfigureAwait(false)).DisposeAsync().ConfigureAwait(false);
        }
    }
}
