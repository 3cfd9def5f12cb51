using SQLitePCL;

namespace Cqrs.Gen.Sqlite;

/// <summary>
/// Looks at a file before anything may touch it. SQLite itself reads it, as an immutable file: so it takes no lock, replays no journal and
/// leaves no -wal or -shm file behind. (Opening it by other means could drop the locks that this process holds on it.)
/// </summary>
internal static class FileInspection
{
    private static ReadOnlySpan<byte> JournalMark => [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7];

    private const int OpenByUri = raw.SQLITE_OPEN_READONLY | raw.SQLITE_OPEN_URI;

    /// <exception cref="StoreException">The file is not for us.</exception>
    public static void Check(string path)
    {
        if (Directory.Exists(path))
        {
            throw new StoreException(StoreFault.Misconfigured, $"\"{path}\" is a folder. Give the path of a database file in it.");
        }

        string? folder = Path.GetDirectoryName(path);
        if (!Directory.Exists(folder))
        {
            throw new StoreException(StoreFault.Misconfigured, $"The folder \"{folder}\" of the database does not exist. Create it, or correct the path.");
        }

        FileInfo file = new(path);
        if (file.Exists && file.Length == 1)
        {
            throw SqliteFaults.Foreign(path, "it is not a SQLite database"); // SQLite would take it for an empty file, and write over it
        }

        if (file.Exists && file.Length > 0)
        {
            CheckContent(path);
        }
    }

    private static void CheckContent(string path)
    {
        try
        {
            using Database database = Database.Open(path, ImmutableUri(path), OpenByUri);
            SchemaState found = SchemaState.Read(database);
            found.Check(path);
            if (found.IsNew && new FileInfo(path + "-wal") is { Exists: true, Length: > 0 })
            {
                throw SqliteFaults.Foreign(path, "another program's data is in its -wal file"); // ours is never there before the file itself says that it is ours
            }
        }
        catch (StoreException e) when (e.Fault == StoreFault.ReadOnly)
        {
            throw new StoreException(StoreFault.Misconfigured, $"The database \"{path}\" cannot be opened. Give this program permission to read and write it.", e.InnerException);
        }
        catch (StoreException e) when (e.Fault == StoreFault.Corrupt && File.Exists(path + "-wal"))
        {
            // A checkpoint that was cut off leaves the file incomplete without its -wal file: opening it in earnest decides.
        }
        catch (StoreException e) when (e.Fault is StoreFault.Corrupt or StoreFault.Foreign && IsBeingCreated(path))
        {
            // What was written so far is nobody's: another process is about to complete it, or SQLite empties the file again when it is opened in earnest.
        }
    }

    // The journal of a transaction that began with an empty database: it holds SQLite's mark, and the number of pages that there were.
    private static bool IsBeingCreated(string path)
    {
        Span<byte> header = stackalloc byte[20];
        try
        {
            using FileStream journal = new(path + "-journal", FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return journal.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length
                && header.StartsWith(JournalMark) && header[16..].IndexOfAnyExcept((byte)0) < 0;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    private static string ImmutableUri(string path)
    {
        IEnumerable<string> parts = path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString);
        string escaped = string.Join('/', parts);
        return $"file://{(escaped.StartsWith('/') ? "" : "/")}{escaped}?mode=ro&immutable=1";
    }
}
