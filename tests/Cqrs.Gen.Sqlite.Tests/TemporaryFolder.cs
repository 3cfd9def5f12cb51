namespace Cqrs.Gen.Sqlite.Tests;

/// <summary>A folder of a test's own.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cqrs-gen-");

    public string Path => _folder.FullName;

    public string File(string name = "events.db") => System.IO.Path.Combine(Path, name);

    public IEnumerable<string> Files => Directory.EnumerateFileSystemEntries(Path).Select(p => System.IO.Path.GetFileName(p)!).Order(StringComparer.Ordinal);

    public async Task<SqliteEventStorage> OpenAsync(string name = "events.db", Action<SqliteStorageOptions>? configure = null)
    {
        SqliteStorageOptions options = new(File(name));
        configure?.Invoke(options);
        SqliteEventStorage storage = new(options);
        await storage.OpenAsync(CancellationToken.None);
        return storage;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
