using CsCheck;
using Cqrs.Gen.Sqlite;
using Cqrs.Gen.Storage;
using Cqrs.Gen.Storage.Tests;
using Npgsql;

namespace Cqrs.Gen.PostgreSql.Tests;

public sealed class LogCopyTests(SharedServer shared) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cqrs-gen-");

    [Fact]
    public async Task A_log_is_copied_from_SQLite_to_PostgreSQL_and_back()
    {
        await using SqliteEventStorage source = await OpenFileAsync("source.db");
        await RandomLog.AppendAsync(source, RandomLog.Commands(1, 2000));
        await using PostgreSqlEventStorage server = await Stores.OpenAsync(shared.NewStore());
        await using SqliteEventStorage back = await OpenFileAsync("back.db");

        LogCopyProgress there = await LogCopy.CopyAsync(source, server);
        LogCopyProgress andBack = await LogCopy.CopyAsync(server, back);

        Assert.Equal(there, andBack);
        string log = await LogText.ReadAsync(source);
        Assert.Equal(log, await LogText.ReadAsync(server));
        Assert.Equal(log, await LogText.ReadAsync(back));
    }

    [Fact]
    public async Task A_copy_to_PostgreSQL_goes_on_where_it_ended_wherever_it_was_stopped()
    {
        await using SqliteEventStorage source = await OpenFileAsync("source.db");
        await RandomLog.AppendAsync(source, RandomLog.Commands(2, 1500));
        string log = await LogText.ReadAsync(source);
        await CsCheck.Gen.Int[0, 2].Array[1, 3].SampleAsync(
            async stops =>
            {
                PostgreSqlStorageOptions options = shared.NewStore();
                foreach (int pages in stops)
                {
                    await using PostgreSqlEventStorage interrupted = await Stores.OpenAsync(options);
                    using CancellationTokenSource cancellation = new();
                    Told stop = new(p => Stop(cancellation, after: pages, p));
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LogCopy.CopyAsync(source, interrupted, stop, cancellationToken: cancellation.Token));
                }

                await using PostgreSqlEventStorage target = await Stores.OpenAsync(options);
                await LogCopy.CopyAsync(source, target);
                Assert.Equal(log, await LogText.ReadAsync(target));
            },
            iter: 5,
            threads: 1);
    }

    [Fact]
    public async Task A_copy_whose_connections_are_cut_is_right_when_a_run_gets_through()
    {
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync(RandomLog.Commands(3, 2500));
        PostgreSqlStorageOptions options = shared.NewStore(await NewDatabaseAsync());
        await using PostgreSqlEventStorage target = await Stores.OpenAsync(options);
        Task<int> cutting = CutAsync(times: 30);

        LogCopyProgress done = default;
        while (done.Total == 0)
        {
            try
            {
                done = await LogCopy.CopyAsync(source, target);
            }
            catch (Exception e) when (e is StoreException { Fault: StoreFault.Unavailable } or CommitUncertainException)
            {
            }
        }

        Assert.True(await cutting > 0);
        Assert.Equal(await LogText.ReadAsync(source), await LogText.ReadAsync(target));
    }

    [Fact]
    public async Task A_schema_of_another_log_is_refused_and_left_as_it_is()
    {
        await using SqliteEventStorage source = await OpenFileAsync("source.db");
        AppendRequest[] commands = RandomLog.Commands(4, 100);
        await RandomLog.AppendAsync(source, commands);
        await using PostgreSqlEventStorage target = await Stores.OpenAsync(shared.NewStore());
        await RandomLog.AppendAsync(target, commands[..50]);
        await target.AppendAsync(Stores.To("other"));
        string held = await LogText.ReadAsync(target);

        LogMismatchException refused = await Assert.ThrowsAsync<LogMismatchException>(() => LogCopy.CopyAsync(source, target));

        Assert.Equal(commands[..50].Sum(r => r.Events.Length) + 1, refused.Position);
        Assert.Equal(held, await LogText.ReadAsync(target));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Stop(CancellationTokenSource cancellation, int after, LogCopyProgress progress)
    {
        if (progress.Position >= 1024 * after)
        {
            cancellation.Cancel();
        }
    }

    // Its own database: other tests keep their connections.
    private async Task<string> NewDatabaseAsync()
    {
        await using NpgsqlConnection connection = new(shared.Server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using NpgsqlCommand command = new("CREATE DATABASE copied TEMPLATE template0 ENCODING 'UTF8'", connection);
        await command.ExecuteNonQueryAsync();
        return "copied";
    }

    private async Task<int> CutAsync(int times)
    {
        await using NpgsqlConnection connection = new(shared.Server.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using NpgsqlCommand command = new("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = $1", connection) { Parameters = { new() { Value = "copied" } } };
        int cut = 0;
        Random random = new(5);
        for (int i = 0; i < times; i++)
        {
            await Task.Delay(random.Next(5, 60));
            cut += Convert.ToInt32(await command.ExecuteScalarAsync(), null);
        }

        return cut;
    }

    private async Task<SqliteEventStorage> OpenFileAsync(string name)
    {
        SqliteEventStorage storage = new(new(Path.Combine(_folder.FullName, name)));
        await storage.OpenAsync(CancellationToken.None);
        return storage;
    }

    private sealed class Told(Action<LogCopyProgress> tell) : IProgress<LogCopyProgress>
    {
        public void Report(LogCopyProgress value) => tell(value);
    }
}
