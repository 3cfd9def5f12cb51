using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Compares the parts of the schema with what was written down when they were created.</summary>
internal sealed class DefinitionRead(PostgreSqlStorageOptions options, NpgsqlConnection connection)
{
    private readonly string _missing = PostgreSqlSchema.For(options.Schema, $"SELECT {Definition.Missing}");

    /// <returns>What the schema has lost, or null if nothing, or if there is no schema.</returns>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    public async ValueTask<string?> FindMissingAsync(CancellationToken cancellationToken)
    {
        try
        {
            NpgsqlCommand command = new(_missing, connection);
            await using (command.ConfigureAwait(false))
            {
                return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string;
            }
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return null;
        }
        catch (NpgsqlException e)
        {
            throw PostgreSqlFaults.Translate(e, options);
        }
    }
}
