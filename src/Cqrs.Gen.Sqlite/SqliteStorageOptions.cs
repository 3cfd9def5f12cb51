namespace Cqrs.Gen.Sqlite;

/// <summary>How the SQLite store works.</summary>
public sealed class SqliteStorageOptions
{
    /// <summary>Creates options for a file.</summary>
    /// <param name="path">The database file; it is created if it does not exist, its folder is not. A relative path is taken from the current directory.</param>
    /// <exception cref="ArgumentException">The path is empty, or is not a path.</exception>
    public SqliteStorageOptions(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (path.StartsWith(":memory:", StringComparison.OrdinalIgnoreCase) || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"\"{path}\" is not a file's path. Give the path of a file; to keep events in memory, choose UseInMemory.", nameof(path));
        }

        Path = System.IO.Path.GetFullPath(path);
    }

    /// <summary>The full path of the database file.</summary>
    public string Path { get; }

    /// <summary>How long to wait for another process that holds the file; from zero to one hour, 10 seconds unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less or more.</exception>
    public TimeSpan LockTimeout
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromHours(1));
            field = value;
        }
    } = TimeSpan.FromSeconds(10);

    /// <summary>How many connections for reading are kept open when nobody reads; 0 to 64, 4 unless set. More are opened when more read at once.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less or more.</exception>
    public int IdleReaders
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 64);
            field = value;
        }
    } = 4;
}
