using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite.Tests;

public sealed class UsableFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_missing_file_is_created_and_says_whose_it_is()
    {
        await using (SqliteEventStorage storage = await _folder.OpenAsync())
        {
            await storage.AppendAsync(Requests.To("a"));
        }

        using OtherProgram other = new(_folder.File());
        Assert.Equal((long)Schema.ApplicationId, other.Scalar("PRAGMA application_id"));
        Assert.Equal((long)Schema.Version, other.Scalar("PRAGMA user_version"));
        Assert.Equal("wal", other.Scalar("PRAGMA journal_mode"));
        Assert.Equal("ok", other.Scalar("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_closed_store_is_one_file()
    {
        await using (SqliteEventStorage storage = await _folder.OpenAsync())
        {
            await storage.AppendAsync(Requests.To("a"));
            await storage.LastPositionAsync();
        }

        Assert.Equal(["events.db"], _folder.Files);
    }

    [Theory]
    [InlineData("")]
    [InlineData("VACUUM")]
    public async Task An_empty_file_or_database_becomes_a_store(string sql)
    {
        await File.WriteAllBytesAsync(_folder.File(), []);
        using (OtherProgram other = new(_folder.File()))
        {
            other.Execute(sql.Length == 0 ? "SELECT 1" : "CREATE TABLE t (x); DROP TABLE t; VACUUM");
        }

        await using SqliteEventStorage storage = await _folder.OpenAsync();

        Assert.Equal(1, (await storage.AppendAsync(Requests.To("a"))).Position);
    }

    [Theory]
    [InlineData("a b.db")]
    [InlineData("50%.db")]
    [InlineData("%20%41.db")]
    [InlineData("what?mode=memory&immutable=1#x.db")]
    [InlineData("größe 日本語 😀.db")]
    [InlineData("it's \"quoted\";=.db")]
    public async Task A_file_may_have_any_name(string name)
    {
        await using (SqliteEventStorage storage = await _folder.OpenAsync(name))
        {
            await storage.AppendAsync(Requests.To("a"));
        }

        Assert.Equal([name], _folder.Files);
        await using SqliteEventStorage again = await _folder.OpenAsync(name);
        Assert.Equal(1, await again.LastPositionAsync());
    }

    [Fact]
    public void A_relative_path_is_taken_from_the_current_directory() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "events.db"), new SqliteStorageOptions("events.db").Path);

    [Fact]
    public async Task A_store_whose_creation_was_cut_off_before_its_write_ahead_log_is_completed()
    {
        using (OtherProgram other = new(_folder.File()))
        {
            other.Execute($"BEGIN; {Schema.Create}; PRAGMA application_id = {Schema.ApplicationId}; PRAGMA user_version = {Schema.Version}; COMMIT");
        }

        await using SqliteEventStorage storage = await _folder.OpenAsync();

        using OtherProgram reader = new(_folder.File());
        Assert.Equal("wal", reader.Scalar("PRAGMA journal_mode"));
        Assert.Equal(1, (await storage.AppendAsync(Requests.To("a"))).Position);
    }

    [Fact]
    public async Task Many_stores_opened_at_once_on_a_new_file_create_it_once()
    {
        SqliteEventStorage[] storages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => _folder.OpenAsync())));

        foreach (SqliteEventStorage storage in storages)
        {
            await storage.AppendAsync(Requests.To("a"));
            await storage.DisposeAsync();
        }

        await using SqliteEventStorage last = await _folder.OpenAsync();
        Assert.Equal(8, await last.LastPositionAsync());
    }

    [Fact]
    public async Task An_append_waits_for_another_programs_transaction_and_gives_up_after_a_while()
    {
        await using SqliteEventStorage storage = await _folder.OpenAsync(configure: o => o.LockTimeout = TimeSpan.FromMilliseconds(300));
        using OtherProgram other = new(_folder.File());
        other.Execute("BEGIN IMMEDIATE");

        StoreException refused = await Assert.ThrowsAsync<StoreException>(() => storage.AppendAsync(Requests.To("a")));
        Assert.Equal(StoreFault.Locked, refused.Fault);

        Task<AppendOutcome> waiting = Task.Run(() => storage.AppendAsync(Requests.To("a")));
        await Task.Delay(50);
        other.Execute("ROLLBACK");
        Assert.Equal(1, (await waiting).Position);
    }

    [Fact]
    public async Task An_append_that_waits_for_another_programs_transaction_can_be_cancelled()
    {
        await using SqliteEventStorage storage = await _folder.OpenAsync(configure: o => o.LockTimeout = TimeSpan.FromMinutes(5));
        using OtherProgram other = new(_folder.File());
        other.Execute("BEGIN IMMEDIATE");
        using CancellationTokenSource cancellation = new(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => storage.AppendAsync(Requests.To("a"), cancellation.Token)));
        Assert.Equal(0, await storage.LastPositionAsync());
    }

    [Fact]
    public async Task Readers_do_not_wait_for_a_writer()
    {
        await using SqliteEventStorage storage = await _folder.OpenAsync(configure: o => o.LockTimeout = TimeSpan.Zero);
        await storage.AppendAsync(Requests.To("a"));
        using OtherProgram other = new(_folder.File());
        other.Execute("BEGIN IMMEDIATE; INSERT INTO streams (aggregate, id) VALUES ('x', 'y')");

        Assert.Equal(1, await storage.LastPositionAsync());
    }

    [Fact]
    public void UseSqlite_sets_the_store_and_its_options()
    {
        Target target = new();

        Target same = target.UseSqlite(_folder.File(), o => o.LockTimeout = TimeSpan.FromSeconds(1));

        Assert.Same(target, same);
        Assert.IsType<SqliteEventStorage>(target.Create!());
    }

    public void Dispose() => _folder.Dispose();

    private sealed class Target : IStorageTarget
    {
        public Func<IEventStorage>? Create { get; private set; }

        public void UseStorage(Func<IEventStorage> create) => Create = create;
    }
}
