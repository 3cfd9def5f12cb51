using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Faults;

/// <summary>Changes the file of a SQLite store, without the triggers that forbid it.</summary>
internal sealed class SqliteRot(string path) : IRot
{
    public bool IsReplayed(Part part) => part != Part.Metadata;

    public async Task FlipAsync(IReadOnlyCollection<Flip> flips)
    {
        await using SqliteConnection connection = await OpenAsync();
        await using SqliteTransaction transaction = connection.BeginTransaction();
        foreach (Flip flip in flips)
        {
            await using SqliteCommand command = connection.CreateCommand();
            command.Transaction = transaction;
            command.Parameters.AddWithValue("$position", flip.Position);
            string column = flip.Part switch { Part.Payload => "payload", Part.Metadata => "metadata", _ => "type" };
            command.CommandText = $"SELECT {(flip.Part == Part.Type ? column : $"CAST({column} AS BLOB)")} FROM events WHERE position = $position";
            object? value = await command.ExecuteScalarAsync();
            if (value is byte[] bytes)
            {
                int bit = flip.Bit % (bytes.Length * 8);
                bytes[bit / 8] ^= (byte)(1 << (bit % 8));
                command.CommandText = $"UPDATE events SET {column} = CAST($value AS TEXT) WHERE position = $position";
            }
            else
            {
                value = (long)value! ^ (1L << (flip.Bit % 63));
                command.CommandText = $"UPDATE events SET {column} = $value WHERE position = $position";
            }

            command.Parameters.AddWithValue("$value", value);
            Assert.Equal(1, await command.ExecuteNonQueryAsync());
        }

        await transaction.CommitAsync();
    }

    public async Task ForgetChecksumsAsync()
    {
        await using SqliteConnection connection = await OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "UPDATE events SET checksum = NULL";
        await command.ExecuteNonQueryAsync();
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        SqliteConnection connection = new($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "DROP TRIGGER IF EXISTS events_stay";
        await command.ExecuteNonQueryAsync();
        return connection;
    }
}
