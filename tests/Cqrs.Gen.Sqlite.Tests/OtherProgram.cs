using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Sqlite.Tests;

/// <summary>A connection to a database file as any other program would open it.</summary>
internal sealed class OtherProgram : IDisposable
{
    private readonly SqliteConnection _connection;

    public OtherProgram(string path)
    {
        _connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ToString());
        _connection.Open();
    }

    public OtherProgram Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return this;
    }

    public object? Scalar(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public void Dispose() => _connection.Dispose();
}
