using System.Text.Json;
using Cqrs.Gen.PostgreSql;
using Cqrs.Gen.PostgreSql.Server;
using Npgsql;

namespace Cqrs.Gen.Benchmarks;

/// <summary>A schema of its own on a server, which the bank creates; its name stands in the connection string as the search path.</summary>
internal sealed class PostgreSqlPlace(PostgreSqlServer server) : IBankPlace
{
    private static int s_places;
    private readonly string _schema = $"bank_{Interlocked.Increment(ref s_places)}";

    public string Address => $"{server.ConnectionString()};Search Path={_schema}";

    /// <summary>Composes Cqrs.Gen upon the schema.</summary>
    public static void Use(CqrsBuilder cqrs, string address)
    {
        NpgsqlConnectionStringBuilder connection = new(address);
        string schema = connection.SearchPath!;
        connection.SearchPath = null;
        cqrs.UsePostgreSql(connection.ConnectionString, options => options.Schema = schema);
    }

    public async ValueTask<List<Deposit>> ReadAsync(string query)
    {
        await using NpgsqlConnection connection = new(Address + ";Pooling=false");
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(query, connection);
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync();
        List<Deposit> stored = [];
        while (await reader.ReadAsync())
        {
            using JsonDocument payload = reader.GetValue(2) is byte[] bytes ? JsonDocument.Parse(bytes) : JsonDocument.Parse(reader.GetString(2));
            stored.Add(new(reader.GetString(0), reader.GetInt64(1), payload.RootElement.GetProperty("amount").GetDecimal()));
        }

        return stored;
    }

    public async ValueTask DisposeAsync() => await server.ExecuteAsync($"DROP SCHEMA IF EXISTS {_schema} CASCADE");
}
