using Npgsql;

namespace Cqrs.Gen.Faults;

/// <summary>Changes the tables of a PostgreSQL store as a superuser, with triggers off.</summary>
internal sealed class PostgreSqlRot(string connectionString, string schema) : IRot
{
    // The type is in the digest.
    public bool IsReplayed(Part part) => part == Part.Payload;

    public async Task FlipAsync(IReadOnlyCollection<Flip> flips)
    {
        int changed = 0;
        foreach (IGrouping<Part, Flip> part in flips.GroupBy(static f => f.Part))
        {
            string change = part.Key switch
            {
                Part.Payload => Bytes("payload"),
                Part.Metadata => Bytes("metadata"),
                _ => "type = type # (1 << (f.bit % 32))",
            };
            changed += await ExecuteAsync(
                $"UPDATE {schema}.events e SET {change} FROM unnest($1, $2) f(position, bit) WHERE e.position = f.position",
                [new() { Value = part.Select(static f => f.Position).ToArray() }, new() { Value = part.Select(static f => f.Bit).ToArray() }]);
        }

        Assert.Equal(flips.Count, changed);

        static string Bytes(string column)
        {
            string bit = $"(f.bit % (octet_length({column}) * 8))";
            return $"{column} = set_bit({column}, {bit}, 1 - get_bit({column}, {bit}))";
        }
    }

    public Task ForgetChecksumsAsync() => ExecuteAsync($"UPDATE {schema}.events SET checksum = NULL", []);

    private async Task<int> ExecuteAsync(string sql, NpgsqlParameter[] parameters)
    {
        await using NpgsqlConnection connection = new(connectionString + ";Pooling=false;Options=-c session_replication_role=replica");
        await connection.OpenAsync();
        await using NpgsqlCommand command = new(sql, connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync();
    }
}
