using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite;

/// <summary>Chooses the SQLite store.</summary>
public static class SqliteStorageExtensions
{
    /// <summary>Keeps events in one SQLite file.</summary>
    /// <typeparam name="T">What is being composed.</typeparam>
    /// <param name="target">What is being composed.</param>
    /// <param name="path">The database file; it is created if it does not exist, its folder is not.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same, for further calls.</returns>
    /// <exception cref="ArgumentException">The path is empty, or is not a path.</exception>
    public static T UseSqlite<T>(this T target, string path, Action<SqliteStorageOptions>? configure = null)
        where T : IStorageTarget
    {
        ArgumentNullException.ThrowIfNull(target);
        SqliteStorageOptions options = new(path);
        configure?.Invoke(options);
        target.UseStorage(() => new SqliteEventStorage(options));
        return target;
    }
}
