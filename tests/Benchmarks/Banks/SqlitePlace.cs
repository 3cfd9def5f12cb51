using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Benchmarks;

/// <summary>A file in a temporary folder of its own, which the bank creates.</summary>
internal sealed class SqlitePlace : IBankPlace
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cqrs-gen-");

    public string Address => Path.Combine(_folder.FullName, "bank.db");

    public async ValueTask<List<Deposit>> ReadAsync(string query)
    {
        await using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = Address, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = query;
        await using SqliteDataReader reader = await command.ExecuteReaderAsync();
        List<Deposit> stored = [];
        while (await reader.ReadAsync())
        {
            using JsonDocument payload = JsonDocument.Parse(reader.GetString(2));
            stored.Add(new(reader.GetString(0), reader.GetInt64(1), payload.RootElement.GetProperty("amount").GetDecimal()));
        }

        return stored;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
