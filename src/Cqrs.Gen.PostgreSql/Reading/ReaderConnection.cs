using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>A connection that reads, and what its statements share: one of them is read at a time.</summary>
internal sealed class ReaderConnection(PostgreSqlStorageOptions options, NpgsqlConnection connection, NameTable names) : IAsyncDisposable
{
    public PostgreSqlStorageOptions Options => options;

    public NpgsqlConnection Connection => connection;

    public bool IsClosed => connection.FullState != System.Data.ConnectionState.Open;

    public NameTable Names => names;

    public RowBuffer Buffer { get; } = new();

    /// <summary>Whether a row was received in this use: then it cannot be begun again on another connection.</summary>
    public bool HasReceived { get; set; }

    /// <summary>The end of a use that its caller gave up, which nobody waits for; null if there is none. The connection is not used again.</summary>
    public Task? Abandoned { get; set; }

    public ValueTask DisposeAsync()
    {
        Buffer.Dispose();
        return connection.DisposeAsync();
    }
}
