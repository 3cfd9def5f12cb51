using SQLitePCL;

namespace Cqrs.Gen.Sqlite;

/// <summary>The SQLite library that this program carries.</summary>
internal static class LibraryVersion
{
    // In these a checkpoint by one connection while another writes can corrupt the file (the WAL-reset bug).
    private const int FirstUnsafe = 3_007_000;
    private const int LastUnsafe = 3_051_002;

    /// <exception cref="StoreException">The library can lose data.</exception>
    public static void Check()
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_libversion_number());
    }

    internal static void Check(int version)
    {
        if (version is >= FirstUnsafe and <= LastUnsafe)
        {
            throw new StoreException(
                StoreFault.Unsafe,
                $"This program carries SQLite {Text(version)}; versions 3.7.0 to 3.51.2 can corrupt a database that several connections use. Take SQLite 3.51.3 or later: "
                + "remove the reference that holds SQLitePCLRaw, or the system library, back.");
        }
    }

    private static string Text(int version) => $"{version / 1_000_000}.{version / 1_000 % 1_000}.{version % 1_000}";
}
