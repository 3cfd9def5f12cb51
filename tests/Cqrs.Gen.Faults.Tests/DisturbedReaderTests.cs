using System.Diagnostics;
using Cqrs.Gen.PostgreSql.Server;
using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.Faults;

/// <summary>
/// Others leave transactions open on the same server: one that writes in another database, one that was forgotten in the same, and one that is prepared. Readers see
/// what was acknowledged at once all the same.
/// </summary>
public sealed class DisturbedReaderTests(SharedServer shared)
{
    private const double MostMilliseconds = 100;

    [Fact]
    public async Task What_was_acknowledged_is_seen_by_the_next_read()
    {
        string store = shared.NewStore();
        await using IEventStorage reader = Orders.Open(store);

        double[] lags = [.. (await FollowAsync(store, reader)).Order()];

        double late = lags[lags.Length * 99 / 100];
        TestContext.Current.TestOutputHelper?.WriteLine($"{lags.Length} appends, each seen by the next read; p99 {late:F1} ms after it was acknowledged");
        Assert.InRange(late, 0, MostMilliseconds);
    }

    [Fact]
    public async Task A_reader_that_waits_for_all_older_transactions_is_found_out()
    {
        string store = shared.NewStore();
        await using WaitingReader reader = new(Orders.Open(store), shared.Server, store.Split(':')[1]);

        await Assert.ThrowsAsync<Xunit.Sdk.EqualException>(() => FollowAsync(store, reader));
    }

    /// <summary>How long after each append was acknowledged the next read had seen it, in milliseconds.</summary>
    private async Task<IReadOnlyList<double>> FollowAsync(string store, IEventStorage reader)
    {
        await using Disturbance disturbance = await Disturbance.StartAsync(shared.Server);
        await using EventStore writer = new(Orders.Open(store));
        await writer.OpenAsync();
        await reader.OpenAsync(CancellationToken.None);
        Follower follower = new(reader);
        List<double> lags = [];
        long begin = Stopwatch.GetTimestamp();
        for (int n = 1; Stopwatch.GetElapsedTime(begin).TotalSeconds < Counts.Of(3, 60); n++)
        {
            AppendOutcome outcome = await writer.AppendAsync(Requests.To("t", n - 1, 0, n));
            long acknowledged = Stopwatch.GetTimestamp();
            await reader.ReadLogAsync(new(follower.Position, 100), follower, CancellationToken.None);
            lags.Add(Stopwatch.GetElapsedTime(acknowledged).TotalMilliseconds);
            Assert.Equal(outcome.Position, follower.Position);
        }

        return lags;
    }

    private sealed class Disturbance : IAsyncDisposable
    {
        private readonly List<NpgsqlConnection> _connections = [];
        private readonly PostgreSqlServer _server;
        private readonly string _prepared = $"forgotten_{Guid.NewGuid():N}";

        private Disturbance(PostgreSqlServer server) => _server = server;

        public static async Task<Disturbance> StartAsync(PostgreSqlServer server)
        {
            Disturbance disturbance = new(server);
            string other = await server.CreateDatabaseAsync();
            await disturbance.BeginAsync(other, "CREATE TABLE foreign_work (n int); INSERT INTO foreign_work VALUES (1)");
            await disturbance.BeginAsync("postgres", $"CREATE TABLE {disturbance._prepared}_idle (n int); INSERT INTO {disturbance._prepared}_idle VALUES (1)");
            await disturbance.BeginAsync("postgres", $"CREATE TABLE {disturbance._prepared} (n int); PREPARE TRANSACTION '{disturbance._prepared}'");
            return disturbance;
        }

        public async ValueTask DisposeAsync()
        {
            foreach (NpgsqlConnection connection in _connections)
            {
                await connection.DisposeAsync();
            }

            await _server.ExecuteAsync($"ROLLBACK PREPARED '{_prepared}'");
        }

        private async Task BeginAsync(string database, string sql)
        {
            NpgsqlConnection connection = new(_server.ConnectionString(database) + ";Pooling=false");
            _connections.Add(connection);
            await connection.OpenAsync();
            await using NpgsqlCommand command = new("BEGIN; " + sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
