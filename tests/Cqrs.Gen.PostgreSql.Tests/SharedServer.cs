using Cqrs.Gen.PostgreSql.Server;

[assembly: AssemblyFixture(typeof(Cqrs.Gen.PostgreSql.Tests.SharedServer))]

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>One server for all tests that leave it running; a schema or a database for each of them.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private PostgreSqlServer? _server;
    private int _schemas;

    /// <summary>The server; a test that asks for it is skipped where PostgreSQL is missing.</summary>
    public PostgreSqlServer Server
    {
        get
        {
            Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
            return _server!;
        }
    }

    public async ValueTask InitializeAsync() => _server = PostgreSqlServer.Missing is null ? await PostgreSqlServer.StartAsync() : null;

    /// <summary>A place for a store, where there is nothing yet.</summary>
    public PostgreSqlStorageOptions NewStore(string? database = null, string user = "postgres") => new(Server.ConnectionString(database ?? "postgres", user))
    {
        Schema = $"store_{Interlocked.Increment(ref _schemas)}",
    };

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
