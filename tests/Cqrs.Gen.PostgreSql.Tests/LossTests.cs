using System.Diagnostics;
using Cqrs.Gen.PostgreSql.Server;
using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>The server, one of its processes, or the connection goes away: what was acknowledged stays, what was not is told as it is, and the store goes on by itself.</summary>
public sealed class LossTests(SharedServer shared)
{
    [Fact]
    public async Task A_server_that_is_away_is_reported_and_used_again_when_it_is_back()
    {
        await using PostgreSqlServer server = await StartAsync();
        await using EventStore store = await StoreAsync(new(server.ConnectionString()) { SettlementTimeout = TimeSpan.FromMilliseconds(200) });
        Assert.Equal(1, (await store.AppendAsync(Stores.To("a", 0))).Position);
        await store.ReadLogAsync(new(0, 9), new Log());
        await server.StopAsync(StopMode.Fast);

        // The first append may meet the connection that the server closed: then only the server could tell what became of it.
        await Assert.ThrowsAnyAsync<CqrsException>(async () => await store.AppendAsync(Stores.To("a", 1, command: "first")));
        StoreException refused = await Assert.ThrowsAsync<StoreException>(async () => await store.AppendAsync(Stores.To("a", 1, command: "second")));
        Assert.Equal(StoreFault.Unavailable, refused.Fault);
        refused = await Assert.ThrowsAsync<StoreException>(async () => await store.ReadLogAsync(new(0, 9), new Log()));
        Assert.Equal(StoreFault.Unavailable, refused.Fault);

        await server.StartAsync();
        Assert.Equal(new(AppendResult.Appended, 2, 2, 1), await store.AppendAsync(Stores.To("a", 1, command: "first")));
        Assert.Equal(new(AppendResult.Appended, 3, 3, 1), await store.AppendAsync(Stores.To("a", 2, command: "second")));
        Assert.Equal(3, await store.ReadLogAsync(new(0, 9), new Log()));
    }

    [Fact]
    public async Task A_connection_that_the_server_closed_while_nobody_used_it_is_noticed_by_nobody()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await using EventStore store = await StoreAsync(options);
        for (int i = 0; i < 5; i++)
        {
            AppendRequest request = Stores.To("a", i, command: $"c{i}");
            Assert.Equal(new(AppendResult.Appended, i + 1, i + 1, 1), await store.AppendAsync(request));
            Assert.Equal(i + 1, await store.ReadLogAsync(new(0, 9), new Log()));
            await TerminateAsync(options);
        }
    }

    [Fact]
    public async Task Neither_is_one_that_was_found_dead_by_its_keep_alive()
    {
        PostgreSqlStorageOptions options = new(shared.NewStore().Connection.ConnectionString + ";Keepalive=1") { Schema = "kept_alive" };
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        await storage.AppendAsync(Stores.To("a"));
        Assert.Equal(1, await storage.LastPositionAsync());

        await TerminateAsync(options);
        await Task.Delay(TimeSpan.FromSeconds(3));

        Assert.Equal(1, await storage.LastPositionAsync());
        Assert.Equal(2, (await storage.AppendAsync(Stores.To("a"))).Position);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_schema_that_was_put_back_meanwhile_is_known_by_its_own_names(bool isReadFirst)
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        await storage.AppendAsync(Stores.To("a", name: "first"));
        await storage.AppendAsync(Stores.To("a", name: "second"));
        await storage.LastPositionAsync();

        // What another program, or a backup, put in its place gave other numbers to the names.
        await shared.Server.ExecuteAsync($"DROP SCHEMA {options.Schema} CASCADE");
        await using (PostgreSqlEventStorage other = await Stores.OpenAsync(options))
        {
            await other.AppendAsync(Stores.To("b", name: "second"));
            await other.AppendAsync(Stores.To("b", name: "first"));
        }

        await TerminateAsync(options);
        if (isReadFirst)
        {
            Assert.Equal(2, await storage.LastPositionAsync());
        }

        await storage.AppendAsync(Stores.To("c", name: "first"));
        await storage.AppendAsync(Stores.To("d", name: "third"));
        Assert.Equal("second, first, first, third", await shared.Server.ExecuteAsync($"SELECT string_agg(name, ', ' ORDER BY position) FROM {options.Schema}.log"));
        Assert.Equal(4, await storage.LastPositionAsync());
    }

    [Fact]
    public async Task Neither_is_it_after_a_reading_that_was_given_up()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        await storage.AppendAsync(Stores.To("a"));
        await storage.AppendAsync(Stores.To("a"));
        await Assert.ThrowsAsync<InvalidDataException>(() => storage.ReadStreamAsync(new(new("account", "a")), new Refusing(), CancellationToken.None).AsTask());

        await TerminateAsync(options);

        Assert.Equal(2, await storage.LastPositionAsync());
    }

    [Theory]
    [InlineData(StopMode.Fast, 4)]
    [InlineData(StopMode.Immediate, 4)]
    [InlineData(StopMode.Kill, 3)]
    public async Task A_server_that_stops_under_load_loses_nothing_it_acknowledged_and_nobody_is_left_uncertain(StopMode mode, int rounds)
    {
        await using PostgreSqlServer server = await StartAsync();
        PostgreSqlStorageOptions options = new(server.ConnectionString());
        await UnderLoadAsync(options, rounds, () => server.RestartAsync(mode));
    }

    [Fact]
    public async Task A_server_process_that_is_killed_takes_all_others_along_and_nobody_is_left_uncertain()
    {
        await using PostgreSqlServer server = await StartAsync();
        PostgreSqlStorageOptions options = new(server.ConnectionString());
        await UnderLoadAsync(options, 4, async () =>
        {
            PostgreSqlServer.KillBackend((int)(await server.ExecuteAsync("SELECT pid FROM pg_stat_activity WHERE application_name = 'Cqrs.Gen' ORDER BY random() LIMIT 1"))!);
            await Task.Delay(50);
            await server.WaitUntilReadyAsync();
        });
    }

    [Fact]
    public async Task Connections_that_are_terminated_under_load_leave_nobody_uncertain()
    {
        PostgreSqlStorageOptions options = shared.NewStore(await shared.Server.CreateDatabaseAsync());
        await UnderLoadAsync(options, 30, () => TerminateAsync(options));
    }

    [Fact]
    public async Task A_server_process_that_hangs_while_committing_is_waited_for_and_the_outcome_is_the_true_one()
    {
        // With no more rights than an application has.
        await shared.Server.ExecuteAsync("CREATE ROLE hanging LOGIN; " + PostgreSqlSchema.Script("hanging") + PostgreSqlSchema.Grants("hanging", "hanging"));
        PostgreSqlStorageOptions options = new($"{shared.Server.ConnectionString(user: "hanging")};Command Timeout=1;Cancellation Timeout=200") { Schema = "hanging", LockTimeout = TimeSpan.FromSeconds(1) };
        await using EventStore store = await StoreAsync(options);
        Assert.Equal(1, (await store.AppendAsync(Stores.To("a", 0, command: "c0"))).Position);
        int backend = (int)(await shared.Server.ExecuteAsync("SELECT pid FROM pg_stat_activity WHERE query LIKE '%\"hanging\".append(%' AND pid <> pg_backend_pid()"))!;

        PostgreSqlServer.Pause(backend, halt: true);
        Task<AppendOutcome> append = store.AppendAsync(Stores.To("a", 1, command: "c1")).AsTask();
        await Task.Delay(TimeSpan.FromSeconds(4));
        Assert.False(append.IsCompleted); // it may still be recorded, so nothing can be said yet
        PostgreSqlServer.Pause(backend, halt: false);

        Assert.Equal(new(AppendResult.Appended, 2, 2, 1), await append);
        Assert.Equal(2, await store.ReadLogAsync(new(0, 9), new Log()));
    }

    [Fact]
    public async Task A_server_process_that_hangs_for_too_long_leaves_the_outcome_unknown_and_the_same_command_finds_it_out_later()
    {
        PostgreSqlStorageOptions options = new($"{shared.NewStore().Connection.ConnectionString};Command Timeout=1;Cancellation Timeout=200")
        {
            Schema = "hanging_long",
            LockTimeout = TimeSpan.FromSeconds(1),
            SettlementTimeout = TimeSpan.FromSeconds(1),
        };
        await using EventStore store = await StoreAsync(options);
        Assert.Equal(1, (await store.AppendAsync(Stores.To("a", 0, command: "c0"))).Position);
        int backend = (int)(await shared.Server.ExecuteAsync("SELECT pid FROM pg_stat_activity WHERE query LIKE '%\"hanging_long\".append(%' AND pid <> pg_backend_pid()"))!;

        PostgreSqlServer.Pause(backend, halt: true);
        try
        {
            OutcomeUnknownException unknown = await Assert.ThrowsAsync<OutcomeUnknownException>(async () => await store.AppendAsync(Stores.To("a", 1, command: "c1")));
            Assert.Equal("c1", unknown.CommandId);
        }
        finally
        {
            PostgreSqlServer.Pause(backend, halt: false);
        }

        AppendOutcome outcome = await store.AppendAsync(Stores.To("a", 1, command: "c1"));
        Assert.Equal((2, 2, 1), (outcome.Version, outcome.Position, outcome.EventCount));
        Assert.Equal(2, await store.ReadLogAsync(new(0, 9), new Log()));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_becomes_unsafe_is_refused_by_a_store_that_is_open_unless_it_accepts_that(bool accepts)
    {
        await using PostgreSqlServer server = await StartAsync();
        await using EventStore store = await StoreAsync(new(server.ConnectionString()) { AcceptLossWhenTheServerCrashes = accepts });
        await store.AppendAsync(Stores.To("a", 0));
        await server.ExecuteAsync("ALTER SYSTEM SET synchronous_commit = off");
        await server.ExecuteAsync("SELECT pg_reload_conf()");
        await Task.Delay(TimeSpan.FromSeconds(1)); // until its processes heard of it

        Exception? refused = await Record.ExceptionAsync(() => store.AppendAsync(Stores.To("a", 1)).AsTask());

        Assert.Equal(accepts ? null : StoreFault.Unsafe, (refused as StoreException)?.Fault);
        Assert.Equal(accepts ? 2 : 1, await store.ReadLogAsync(new(0, 9), new Log()));
    }

    [Fact]
    public async Task A_reader_of_an_event_that_nobody_recorded_yet_makes_no_connection()
    {
        string database = await shared.Server.CreateDatabaseAsync();
        await using EventStore store = await StoreAsync(shared.NewStore(database));
        await store.AppendAsync(Stores.To("a", 0));
        await store.ReadLogAsync(new(0, 9), new Log());
        string sessions = $"SELECT pg_stat_clear_snapshot()::text || (SELECT sessions FROM pg_stat_database WHERE datname = '{database}')";
        object? before = await shared.Server.ExecuteAsync(sessions);

        for (int i = 0; i < 50; i++)
        {
            Assert.Equal(1, await store.ReadLogAsync(new(0, 9, new EventSource[] { new("account", "never-recorded") }), new Log()));
        }

        Assert.Equal(before, await shared.Server.ExecuteAsync(sessions));
    }

    [Fact]
    public async Task A_server_that_became_unsafe_is_refused_at_once_and_the_outcome_is_known()
    {
        string database = await shared.Server.CreateDatabaseAsync();
        PostgreSqlStorageOptions options = shared.NewStore(database);
        options.SettlementTimeout = TimeSpan.FromMinutes(10);
        await using EventStore store = await StoreAsync(options);
        Assert.Equal(1, (await store.AppendAsync(Stores.To("a", 0))).Position);
        await shared.Server.ExecuteAsync($"ALTER DATABASE {database} SET synchronous_commit = off");
        await TerminateAsync(options);

        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => store.AppendAsync(Stores.To("a", 1)).AsTask().WaitAsync(TimeSpan.FromMinutes(1)));

        Assert.Equal(StoreFault.Unsafe, refused.Fault);
        Assert.Equal(1, await store.ReadLogAsync(new(0, 9), new Log()));
    }

    [Fact]
    public async Task Whoever_gives_up_does_not_wait_for_a_server_that_hangs()
    {
        using System.Net.Sockets.TcpListener silent = new(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        int port = ((System.Net.IPEndPoint)silent.LocalEndpoint).Port;
        await using PostgreSqlEventStorage storage = new(new($"Host=127.0.0.1;Port={port};Database=shop;Timeout=600"));
        using CancellationTokenSource patience = new(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => storage.OpenAsync(patience.Token).AsTask().WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_gives_up_a_reading_does_not_wait_for_the_process_that_hangs_and_the_next_reading_has_another(bool isReading)
    {
        PostgreSqlStorageOptions options = new($"{shared.NewStore().Connection.ConnectionString};Command Timeout=600") { Schema = $"unread_{isReading}", MaxReaders = 1 };
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(options);
        await storage.AppendAsync(Stores.To("a", 0));
        await storage.AppendAsync(Stores.To("a", 1, payload: $"\"{new string('x', 10_000_000)}\""));
        await storage.ReadStreamAsync(new(new("account", "a"), UpToSequence: 1), new StreamText(), CancellationToken.None);
        string readers = $"SELECT pid FROM pg_stat_activity WHERE query LIKE '%\"unread_{isReading}\".events e%' AND pid <> pg_backend_pid()";
        int backend = (int)(await shared.Server.ExecuteAsync(readers))!;
        using CancellationTokenSource patience = new();
        Pausing sink = new(() =>
        {
            PostgreSqlServer.Pause(backend, halt: true);
            patience.CancelAfter(TimeSpan.FromMilliseconds(200));
        });

        try
        {
            if (!isReading)
            {
                sink.Pause();
            }

            // When the first row is there, most of the second is still to come.
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => storage.ReadStreamAsync(new(new("account", "a")), sink, patience.Token).AsTask().WaitAsync(TimeSpan.FromMinutes(1)));
            Assert.True(sink.HasPaused);
            Assert.Equal(2, await storage.LastPositionAsync());
        }
        finally
        {
            PostgreSqlServer.Pause(backend, halt: false);
        }

        Assert.Equal("1, 2", await StreamText.ReadAsync(storage, new("account", "a")));
    }

    [Fact]
    public async Task An_append_waits_for_another_writer_and_gives_up_after_a_while()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        options.LockTimeout = TimeSpan.FromMilliseconds(300);
        await using EventStore store = await StoreAsync(options);
        await store.AppendAsync(Stores.To("a", 0));
        await using NpgsqlConnection other = new(options.Connection.ConnectionString + ";Pooling=false");
        await other.OpenAsync();
        await using NpgsqlTransaction transaction = await other.BeginTransactionAsync();
        await using NpgsqlCommand enter = new($"SELECT {options.Schema}.enter()", other);
        await enter.ExecuteNonQueryAsync();

        long begin = Stopwatch.GetTimestamp();
        StoreException refused = await Assert.ThrowsAsync<StoreException>(async () => await store.AppendAsync(Stores.To("a", 1)));
        Assert.Equal(StoreFault.Locked, refused.Fault);
        Assert.InRange(Stopwatch.GetElapsedTime(begin).TotalMilliseconds, 280, 10_000);

        Task<AppendOutcome> waiting = store.AppendAsync(Stores.To("a", 1)).AsTask();
        await Task.Delay(50);
        await transaction.RollbackAsync();
        Assert.Equal(2, (await waiting).Position);
    }

    [Fact]
    public async Task A_writer_that_waited_for_another_sees_what_it_did()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        await using PostgreSqlEventStorage first = await Stores.OpenAsync(options);
        await using PostgreSqlEventStorage second = await Stores.OpenAsync(options);
        for (int version = 0; version < 50; version++)
        {
            // Both wait for the lock at once, again and again: a decision on a view from before it would give two winners, or a position twice.
            await using NpgsqlConnection holder = new(options.Connection.ConnectionString);
            await holder.OpenAsync();
            await using NpgsqlTransaction transaction = await holder.BeginTransactionAsync();
            await using NpgsqlCommand enter = new($"SELECT {options.Schema}.enter()", holder);
            await enter.ExecuteNonQueryAsync();
            Task<AppendOutcome>[] appends = [first.AppendAsync(Stores.To("a", version)), second.AppendAsync(Stores.To("a", version))];
            await Task.Delay(2);
            await transaction.RollbackAsync();

            AppendOutcome[] outcomes = await Task.WhenAll(appends);
            Assert.Equal([new(AppendResult.Appended, version + 1, version + 1, 1), new(AppendResult.Conflict, version + 1, 0, 0)], outcomes.OrderBy(static o => o.Result));
        }
    }

    private static async Task<PostgreSqlServer> StartAsync()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        return await PostgreSqlServer.StartAsync();
    }

    private static async Task<EventStore> StoreAsync(PostgreSqlStorageOptions options)
    {
        EventStore store = new(new PostgreSqlEventStorage(options));
        await store.OpenAsync();
        return store;
    }

    private Task<object?> TerminateAsync(PostgreSqlStorageOptions options) => shared.Server.ExecuteAsync(
        $"SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE application_name = 'Cqrs.Gen' AND datname = '{options.Connection.Database}' AND (datname <> 'postgres' OR query LIKE '%\"{options.Schema}\".%')");

    // Many callers append while the faults happen. None of them may see anything else than success, or a fault that says that nothing was recorded.
    private static async Task UnderLoadAsync(PostgreSqlStorageOptions options, int rounds, Func<Task> fault)
    {
        await using EventStore store = await StoreAsync(options);
        using CancellationTokenSource stop = new();
        List<string> acknowledged = [];
        int refused = 0;
        Task callers = Task.WhenAll(Enumerable.Range(0, 16).Select(caller => Task.Run(async () =>
        {
            for (int n = 1; !stop.IsCancellationRequested;)
            {
                try
                {
                    AppendOutcome outcome = await store.AppendAsync(Stores.To($"a{caller}", n - 1, command: $"c{n}", payload: $"{n}"));
                    Assert.Equal((AppendResult.Appended, (long)n), (outcome.Result, outcome.Version));
                    lock (acknowledged)
                    {
                        acknowledged.Add($"ack a{caller} {outcome.Version} {outcome.Position} {outcome.Result}");
                    }

                    n++;
                }
                catch (StoreException e) when (e.Fault is StoreFault.Unavailable)
                {
                    Interlocked.Increment(ref refused);
                    await Task.Delay(5);
                }
            }
        })));

        for (int round = 0; round < rounds; round++)
        {
            int before = acknowledged.Count;
            await Task.Delay(Random.Shared.Next(20, 200));
            await fault();
            while (!callers.IsCompleted && Volatile.Read(ref before) >= acknowledged.Count)
            {
                await Task.Delay(5); // until the store goes on
            }
        }

        await stop.CancelAsync();
        await callers;
        (await Log.ReadAsync(options)).Verify(acknowledged);
        Assert.Equal(acknowledged.Count, (await Log.ReadAsync(options)).Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{acknowledged.Count} acknowledged, {refused} refused in {rounds} rounds");
    }

    /// <summary>Does something at the first event, and accepts no other.</summary>
    private sealed class Pausing(Action pause) : IStreamSink
    {
        public bool HasPaused { get; private set; }

        public void Pause()
        {
            HasPaused = true;
            pause();
        }

        public void OnEvent(in RecordedEvent e)
        {
            Assert.False(HasPaused);
            Pause();
        }

        public void OnRepeat(in AppendOutcome outcome)
        {
        }

        public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
        {
        }
    }

    private sealed class Refusing : IStreamSink
    {
        public void OnEvent(in RecordedEvent e) => throw new InvalidDataException("no");

        public void OnRepeat(in AppendOutcome outcome)
        {
        }

        public void OnSnapshot(long version, ReadOnlySpan<byte> payload)
        {
        }
    }
}
