using Cqrs.Gen.PostgreSql.Server;

[assembly: AssemblyFixture(typeof(Cqrs.Gen.Faults.SharedServer))]

namespace Cqrs.Gen.Faults;

/// <summary>One server for all tests that leave it running; a schema for each store.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    private static int _schemas;
    private PostgreSqlServer? _server;

    /// <summary>The server; a test that asks for it is skipped where PostgreSQL is missing.</summary>
    public PostgreSqlServer Server
    {
        get
        {
            SkipIfMissing();
            return _server!;
        }
    }

    /// <summary>A server of a test's own, which it may stop.</summary>
    public static async Task<PostgreSqlServer> StartAsync(params string[] settings)
    {
        SkipIfMissing();
        return await PostgreSqlServer.StartAsync(settings);
    }

    public async ValueTask InitializeAsync() => _server = PostgreSqlServer.Missing is null ? await PostgreSqlServer.StartAsync("max_prepared_transactions=8") : null;

    public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>A place on the shared server where there is nothing yet, in the words of <see cref="Orders"/>.</summary>
    internal string NewStore(string database = "postgres") => NewStore(Server, database);

    /// <summary>A place on a server where there is nothing yet.</summary>
    internal static string NewStore(PostgreSqlServer server, string database = "postgres") =>
        $"postgresql:store_{Interlocked.Increment(ref _schemas)}:{server.ConnectionString(database)}";

    private static void SkipIfMissing() => Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
}
