using Cqrs.Gen.PostgreSql;
using Cqrs.Gen.Sqlite;
using Cqrs.Gen.Storage;

namespace CopyLog;

/// <summary>Where a log is, in the words of the command line.</summary>
internal static class Place
{
    private const string Sqlite = "sqlite:";
    private const string PostgreSql = "postgresql:";

    /// <summary>The store, which is created when it is opened if it is not there.</summary>
    /// <exception cref="FormatException">It is no place.</exception>
    /// <exception cref="ArgumentException">It is no path, or no connection string.</exception>
    public static IEventStorage Of(string place) =>
        place.StartsWith(Sqlite, StringComparison.Ordinal) ? new SqliteEventStorage(new(place[Sqlite.Length..]))
        : place.StartsWith(PostgreSql, StringComparison.Ordinal) ? new PostgreSqlEventStorage(new(place[PostgreSql.Length..]))
        : throw new FormatException("A store begins with sqlite: or postgresql:. Try --help.");

    /// <summary>The same, but it must be there: a mistyped name is not an empty log.</summary>
    /// <exception cref="FormatException">It is no place, or no file.</exception>
    /// <exception cref="ArgumentException">It is no path, or no connection string.</exception>
    public static IEventStorage Existing(string place) =>
        place.StartsWith(Sqlite, StringComparison.Ordinal) && !File.Exists(place[Sqlite.Length..])
            ? throw new FormatException($"There is no file \"{place[Sqlite.Length..]}\".")
            : place.StartsWith(PostgreSql, StringComparison.Ordinal) ? new PostgreSqlEventStorage(new(place[PostgreSql.Length..]) { MaintainSchema = false })
            : Of(place);
}
