using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite.Tests;

/// <summary>What cannot be used is refused with a clear message, and stays as it is to the last byte.</summary>
public sealed class UnusableFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1)]
    [InlineData(12)]
    [InlineData(100)]
    [InlineData(5000)]
    public async Task A_text_file_is_refused(int length)
    {
        await File.WriteAllTextAsync(_folder.File(), new string('x', length));

        await RefusedAsync(StoreFault.Foreign, "not a SQLite database");
    }

    [Fact]
    public async Task Another_programs_database_is_refused()
    {
        using (OtherProgram other = new(_folder.File()))
        {
            other.Execute("CREATE TABLE cats (name TEXT); INSERT INTO cats VALUES ('Tom')");
        }

        await RefusedAsync(StoreFault.Foreign, "another program's database");
    }

    [Theory]
    [InlineData("PRAGMA application_id = 1")]
    [InlineData("PRAGMA user_version = 1")]
    public async Task Another_programs_database_without_tables_is_refused(string pragma)
    {
        using (OtherProgram other = new(_folder.File()))
        {
            other.Execute(pragma);
        }

        await RefusedAsync(StoreFault.Foreign, "another program's database");
    }

    [Fact]
    public async Task Another_programs_database_with_a_write_ahead_log_is_refused_and_gets_no_files_beside_it()
    {
        using (OtherProgram other = new(_folder.File()))
        {
            other.Execute("PRAGMA journal_mode = WAL; CREATE TABLE cats (name TEXT)");
        }

        await RefusedAsync(StoreFault.Foreign, "another program's database");
        Assert.Equal(["events.db"], _folder.Files);
    }

    [Fact]
    public async Task Another_programs_database_whose_data_is_still_in_its_write_ahead_log_is_refused()
    {
        using OtherProgram other = new(_folder.File("live.db"));
        other.Execute("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0; CREATE TABLE cats (name TEXT); INSERT INTO cats VALUES ('Tom')");
        foreach (string file in _folder.Files.Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)).ToList())
        {
            File.Copy(_folder.File(file), _folder.File(file.Replace("live", "crashed", StringComparison.Ordinal))); // as after a crash
        }

        await RefusedAsync(StoreFault.Foreign, "-wal file", "live.db");
        await RefusedAsync(StoreFault.Foreign, "-wal file", "crashed.db");
        Assert.Equal("Tom", other.Scalar("SELECT name FROM cats"));
    }

    [Fact]
    public async Task A_newer_versions_database_is_refused()
    {
        await (await _folder.OpenAsync()).DisposeAsync();
        using (OtherProgram other = new(_folder.File()))
        {
            other.Execute($"PRAGMA user_version = {Schema.Version + 1}");
        }

        await RefusedAsync(StoreFault.Newer, $"has version {Schema.Version + 1} of the schema, this program knows up to {Schema.Version}");
    }

    [Fact]
    public async Task A_newer_versions_database_is_refused_though_only_its_write_ahead_log_says_so()
    {
        await using (SqliteEventStorage storage = await _folder.OpenAsync())
        {
            using OtherProgram other = new(_folder.File());
            other.Execute($"PRAGMA user_version = {Schema.Version + 1}");

            StoreException refused = await Assert.ThrowsAsync<StoreException>(() => _folder.OpenAsync());

            Assert.Equal(StoreFault.Newer, refused.Fault);
        }
    }

    [Fact]
    public async Task A_damaged_database_is_refused()
    {
        await using (SqliteEventStorage storage = await _folder.OpenAsync())
        {
            await storage.AppendAsync(Requests.To("a", payload: new string('x', 50_000)));
        }

        using (FileStream file = File.OpenWrite(_folder.File()))
        {
            file.SetLength(file.Length / 2);
        }

        await RefusedAsync(StoreFault.Corrupt, "is damaged");
    }

    [Fact]
    public async Task A_folder_is_refused()
    {
        Directory.CreateDirectory(_folder.File());

        await RefusedAsync(StoreFault.Misconfigured, "is a folder");
    }

    [Fact]
    public async Task A_missing_folder_is_refused_and_not_created()
    {
        await RefusedAsync(StoreFault.Misconfigured, $"The folder \"{_folder.File("missing")}\" of the database does not exist", Path.Combine("missing", "events.db"));
        Assert.Empty(_folder.Files);
    }

    [Fact]
    public async Task A_file_that_another_program_has_locked_is_refused()
    {
        await (await _folder.OpenAsync()).DisposeAsync();
        using (OtherProgram other = new(_folder.File()))
        {
            other.Execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");

            StoreException refused = await Assert.ThrowsAsync<StoreException>(() => _folder.OpenAsync(configure: o => o.LockTimeout = TimeSpan.FromMilliseconds(50)));

            Assert.Equal(StoreFault.Locked, refused.Fault);
            Assert.Contains(_folder.File(), refused.Message, StringComparison.Ordinal);
        }

        await (await _folder.OpenAsync()).DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(":memory:")]
    [InlineData("file:events.db?mode=memory")]
    public void What_is_not_a_path_is_refused(string path) => Assert.Throws<ArgumentException>(() => new SqliteStorageOptions(path));

    [Theory]
    [InlineData(3_007_000)]
    [InlineData(3_040_001)]
    [InlineData(3_051_002)]
    public void A_library_that_can_corrupt_the_file_is_refused(int version)
    {
        StoreException refused = Assert.Throws<StoreException>(() => LibraryVersion.Check(version));
        Assert.Equal(StoreFault.Unsafe, refused.Fault);
    }

    [Theory]
    [InlineData(3_006_999)]
    [InlineData(3_051_003)]
    [InlineData(3_053_003)]
    public void A_library_without_that_fault_is_accepted(int version) => LibraryVersion.Check(version);

    public void Dispose() => _folder.Dispose();

    private Task RefusedAsync(StoreFault fault, string message, string name = "events.db") =>
        Refusal.ExpectAsync(_folder, name, fault, message, static open => open());
}
