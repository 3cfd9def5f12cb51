using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Makes sure, in one round trip, that a connection may be written to.</summary>
internal sealed class SessionCheck(PostgreSqlStorageOptions options)
{
    private readonly string _schema = PostgreSqlSchema.For(options.Schema, SchemaState.Query);

    /// <returns>The server's process behind the connection; or null if the server is fine but the schema has to be created or brought up to date.</returns>
    /// <exception cref="StoreException">The server or the schema cannot be used.</exception>
    public async ValueTask<Backend?> RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        ServerState server;
        SchemaState? schema;
        try
        {
            NpgsqlBatch batch = new(connection) { BatchCommands = { new(ServerState.Query), new(_schema) } };
            await using (batch.ConfigureAwait(false))
            {
                (server, schema) = await ReadAsync(batch, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (NpgsqlException e)
        {
            throw PostgreSqlFaults.Translate(e, options);
        }

        server.Check(options);
        schema?.Check(options);
        return schema is null or { IsBehind: true } ? null : server.Backend;
    }

    private async ValueTask<(ServerState Server, SchemaState? Schema)> ReadAsync(NpgsqlBatch batch, CancellationToken cancellationToken)
    {
        NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            ServerState server = ServerState.Read(reader);
            try
            {
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
            {
                return (server, null);
            }

            return await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? (server, SchemaState.Read(reader))
                : throw PostgreSqlFaults.Altered(options, "it lacks its version");
        }
    }
}
