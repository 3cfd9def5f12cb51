using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Benchmarks;

/// <summary>Compares what was acknowledged with what stands in the file.</summary>
internal static class Audit
{
    /// <exception cref="InvalidOperationException">An acknowledged deposit is missing, stands twice, or another is there.</exception>
    public static void Demand(string bank, IReadOnlyCollection<Deposit> acknowledged, string path, string query)
    {
        List<Deposit> stored = Read(path, query);
        int missing = acknowledged.Except(stored).Count();
        if (missing > 0 || stored.Count != acknowledged.Count)
        {
            throw new InvalidOperationException(
                $"{bank} acknowledged {acknowledged.Count} deposits; {stored.Count} stand in the file and {missing} of those acknowledged are not among them.");
        }
    }

    private static List<Deposit> Read(string path, string query)
    {
        using SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = query;
        using SqliteDataReader reader = command.ExecuteReader();
        List<Deposit> stored = [];
        while (reader.Read())
        {
            using JsonDocument payload = JsonDocument.Parse(reader.GetString(2));
            stored.Add(new(reader.GetString(0), reader.GetInt64(1), payload.RootElement.GetProperty("amount").GetDecimal()));
        }

        return stored;
    }
}
