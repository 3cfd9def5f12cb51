using Npgsql;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>How the database finds what is asked for does not depend on how old its statistics are: always through an index.</summary>
public sealed class PlanTests(SharedServer shared)
{
    [Theory]
    [InlineData(1, "events_by_type")]
    [InlineData(3, "events_by_type")]
    [InlineData(LogQuery.All, "events_pkey")]
    [InlineData(LogQuery.Scanned, "events_pkey")]
    public async Task The_log_is_read_through_an_index_from_the_first_event_on(int types, string index)
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        await storage.AppendAsync(Stores.To("a"));
        await using Connections connections = new(options);
        await using NpgsqlConnection connection = await connections.OpenAsync(CancellationToken.None);
        string sql = PostgreSqlSchema.For(options.Schema, LogQuery.Sql(types));
        string values = string.Join(", ", (IEnumerable<string>)["0", "9223372036854775807", "100", .. types == LogQuery.Scanned ? (IEnumerable<string>)["'{1,2}'"] : Enumerable.Repeat("1", Math.Max(types, 0))]);
        string kinds = string.Join(", ", (IEnumerable<string>)["int8", "int8", "int8", .. types == LogQuery.Scanned ? (IEnumerable<string>)["int4[]"] : Enumerable.Repeat("int4", Math.Max(types, 0))]);

        await using NpgsqlBatch batch = new(connection) { BatchCommands = { new($"PREPARE plan ({kinds}) AS {sql}"), new($"EXPLAIN EXECUTE plan ({values})") } };
        List<string> plan = [];
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        do
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                plan.Add(reader.GetString(0));
            }
        }
        while (await reader.NextResultAsync(TestContext.Current.CancellationToken));

        string text = string.Join('\n', plan);
        Assert.Contains(index, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Hash", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sort (", text.Replace("Sort  (", "Sort (", StringComparison.Ordinal), StringComparison.Ordinal); // the order is the index's
    }
}
