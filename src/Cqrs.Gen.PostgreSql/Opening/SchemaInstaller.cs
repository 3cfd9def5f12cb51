using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>
/// Creates the schema if it is not there, and brings it up to date if an older version made it. Any number of processes may try at once: the lock decides who does it, and the others
/// find it done.
/// </summary>
internal sealed class SchemaInstaller(PostgreSqlStorageOptions options, Connections connections)
{
    private const string Find = $"""
        SELECT to_regclass('{Schema.Name}.store') IS NOT NULL,
            EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE quote_ident(n.nspname) = '{Schema.Name}' OR '"' || n.nspname || '"' = '{Schema.Name}')
        """;

    private const string FindVersion = $"SELECT version FROM {Schema.Name}.store";

    /// <exception cref="StoreException">It cannot be created or brought up to date; nothing was changed.</exception>
    public async Task InstallAsync(CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await connections.OpenSingleAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                await InstallAsync(connection, cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.DuplicateFunction or PostgresErrorCodes.DuplicateObject)
            {
                throw Foreign(e);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ObjectNotInPrerequisiteState)
            {
                // An administrator applied the script meanwhile, or altered something: the check that follows tells.
            }
            catch (NpgsqlException e)
            {
                throw PostgreSqlFaults.Translate(e, options);
            }
        }
    }

    private async Task InstallAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({Schema.LockClass}, hashtext('{Schema.Name}'))", cancellationToken).ConfigureAwait(false);
            if (!await IsThereAsync(connection, cancellationToken).ConfigureAwait(false))
            {
                if (!options.MaintainSchema)
                {
                    throw new StoreException(
                        StoreFault.Misconfigured,
                        $"There is no schema \"{options.Schema}\" in {options.Place}. Correct the database or the schema, apply PostgreSqlSchema.Script(\"{options.Schema}\"), or let the store create it by the option {nameof(options.MaintainSchema)}.");
                }

                await ExecuteAsync(connection, PostgreSqlSchema.Create(options.Schema), cancellationToken).ConfigureAwait(false);
            }
            else if (await VersionAsync(connection, cancellationToken).ConfigureAwait(false) is var version and >= 1 and < Schema.Version)
            {
                if (!options.MaintainSchema)
                {
                    throw PostgreSqlFaults.MayNotUpgrade(options, version, $"the option {nameof(options.MaintainSchema)} is off");
                }

                await UpgradeAsync(connection, version, cancellationToken).ConfigureAwait(false);
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> IsThereAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        NpgsqlCommand find = new(PostgreSqlSchema.For(options.Schema, Find), connection);
        await using (find.ConfigureAwait(false))
        {
            NpgsqlDataReader reader = await find.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return reader.GetBoolean(0) || (reader.GetBoolean(1) ? throw Foreign(null) : false);
            }
        }
    }

    private async Task<int> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        NpgsqlCommand find = new(PostgreSqlSchema.For(options.Schema, FindVersion), connection);
        await using (find.ConfigureAwait(false))
        {
            return await find.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is int version ? version : 0;
        }
    }

    private async Task UpgradeAsync(NpgsqlConnection connection, int version, CancellationToken cancellationToken)
    {
        try
        {
            await ExecuteAsync(connection, SchemaUpgrades.After(version), cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw PostgreSqlFaults.MayNotUpgrade(options, version, e.MessageText, e);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw PostgreSqlFaults.NotUpgraded(options, e);
        }
    }

    private async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        NpgsqlCommand command = new(PostgreSqlSchema.For(options.Schema, sql), connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private StoreException Foreign(Exception? inner) => new(
        StoreFault.Foreign,
        $"The schema \"{options.Schema}\" of {options.Place} holds something else than an event store. It was not touched; choose another schema by the option Schema, or another database.",
        inner);
}
