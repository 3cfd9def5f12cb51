using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>A connection that was found fit to be written to, and the server's process behind it.</summary>
internal sealed class WriterSession(NpgsqlConnection connection, Backend backend) : IAsyncDisposable
{
    public NpgsqlConnection Connection => connection;

    public Backend Backend => backend;

    public bool IsBroken => connection.FullState != System.Data.ConnectionState.Open;

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
