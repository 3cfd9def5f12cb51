using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Chooses the PostgreSQL store.</summary>
public static class PostgreSqlStorageExtensions
{
    /// <summary>Keeps events in a PostgreSQL database, which any number of processes may share.</summary>
    /// <typeparam name="T">What is being composed.</typeparam>
    /// <param name="target">What is being composed.</param>
    /// <param name="connectionString">The database, in the words of Npgsql: <c>Host=…;Database=…;Username=…;Password=…</c>. Its tables are created if they do not exist.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same, for further calls.</returns>
    /// <exception cref="ArgumentException">The connection string cannot be understood.</exception>
    public static T UsePostgreSql<T>(this T target, string connectionString, Action<PostgreSqlStorageOptions>? configure = null)
        where T : IStorageTarget
    {
        ArgumentNullException.ThrowIfNull(target);
        PostgreSqlStorageOptions options = new(connectionString);
        configure?.Invoke(options);
        target.UseStorage(() => new PostgreSqlEventStorage(options));
        return target;
    }
}
