using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>What PostgreSQL and Npgsql report, in the words of the port: which database, what is wrong, what to do.</summary>
internal static class PostgreSqlFaults
{
    /// <summary>Whether the server answered that it did not do what it was asked, and the connection goes on.</summary>
    public static bool IsAnswer(Exception e) => e is PostgresException { InvariantSeverity: "ERROR" };

    /// <summary>A connection could not be opened.</summary>
    public static StoreException Unopened(Exception e, PostgreSqlStorageOptions options) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } => Misconfigured(
            $"The server of {options.Place} refused the user \"{options.Connection.Username}\" ({Said(e)}). Check Username and Password of the connection string, and the server's pg_hba.conf.", e),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } => Misconfigured(
            $"There is no database {options.Place}. Create it, or correct Database in the connection string.", e),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } => Unavailable(
            $"The server of {options.Place} has no connection left ({Said(e)}). Raise its max_connections, or lower {nameof(options.MaxReaders)} and Maximum Pool Size of those who use it.", e),
        PostgresException { SqlState: PostgresErrorCodes.ProtocolViolation } => Pooled(options, e),
        PostgresException => Translate(e, options),
        NpgsqlException { InnerException: null } when e.Message.StartsWith("No password", StringComparison.Ordinal) => Misconfigured(
            $"The server of {options.Place} wants a password of the user \"{options.Connection.Username}\". Give Password=… in the connection string, or a Passfile.", e),
        NpgsqlException { InnerException: TimeoutException } => Unavailable(
            $"The database {options.Place} did not accept a connection in {options.Connection.Timeout} s: the server does not answer.", e),
        _ when Socket(options) is { } socket && !File.Exists(socket) => Unavailable(
            $"The server of {options.Place} cannot be reached: there is no socket {socket}. Start it, or correct Host and Port in the connection string.", e),
        _ => Unavailable($"The server of {options.Place} cannot be reached ({Innermost(e).Message}). Start it, or correct Host and Port in the connection string.", e),
    };

    /// <summary>Something failed on a connection that was open.</summary>
    public static StoreException Translate(Exception e, PostgreSqlStorageOptions options)
    {
        string place = $"the schema \"{options.Schema}\" of {options.Place}";
        return e is not PostgresException { SqlState: var state }
            ? Unavailable($"The connection to {options.Place} broke: {Innermost(e).Message}", e)
            : state switch
            {
                PostgresErrorCodes.LockNotAvailable => new(
                    StoreFault.Locked,
                    $"Another process appends to {place} for longer than this one waits. Look for a session that stays in its transaction (pg_stat_activity), or raise LockTimeout.",
                    e),
                PostgresErrorCodes.ReadOnlySqlTransaction => ReadOnly(options, e),
                AppendFunction.Unsafe => ServerState.Unsafe(options, Said(e), e),
                PostgresErrorCodes.InsufficientPrivilege => NoRight(options, e),
                PostgresErrorCodes.DiskFull => new(StoreFault.Full, $"There is no room left to write {place}. Free space on the server's disk; nothing was recorded.", e),
                PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => new(
                    StoreFault.Corrupt,
                    $"The database {options.Place} is damaged ({Said(e)}). Stop writing to it, keep a copy of the server's files, and restore a backup.",
                    e),
                PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.InvalidSchemaName
                    or PostgresErrorCodes.DatatypeMismatch or PostgresErrorCodes.UndefinedObject or PostgresErrorCodes.DuplicateColumn => Altered(options, Said(e), e),
                _ when state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal) || state.StartsWith("54", StringComparison.Ordinal) =>
                    new(StoreFault.Refused, $"The database {options.Place} refused the append: {Said(e)}", e),
                _ => Unavailable($"The database {options.Place} cannot be used: {Said(e)}", e),
            };
    }

    public static StoreException ReadOnly(PostgreSqlStorageOptions options, Exception? inner = null) => new(
        StoreFault.ReadOnly,
        $"The database {options.Place} can be read but not written: it is a replica, or read-only by a setting (default_transaction_read_only). Give the primary server in the connection string.",
        inner);

    public static StoreException Pooled(PostgreSqlStorageOptions options, Exception? inner = null) => Misconfigured(
        $"What answers at {options.Connection.Host}:{options.Connection.Port} does not take the settings of a session{(inner is null ? "" : $" ({Said(inner)})")}: a connection pooler, such as PgBouncer. Connect to the server itself; Npgsql keeps connections open.",
        inner);

    public static StoreException NoReader(PostgreSqlStorageOptions options) => Unavailable(
        $"All {options.MaxReaders} connections that read {options.Place} were in use for {options.Connection.Timeout} s. Look for a read that does not end, or raise {nameof(options.MaxReaders)}.", null);

    public static StoreException NoRight(PostgreSqlStorageOptions options, Exception? inner = null) => Misconfigured(
        $"The user \"{options.Connection.Username}\" lacks a right on {options.Place}{(inner is null ? "" : $" ({Said(inner)})")}. Let an owner of the database apply PostgreSqlSchema.Script(\"{options.Schema}\") "
        + $"if the schema is not there, and PostgreSqlSchema.Grants(\"{options.Connection.Username}\", \"{options.Schema}\").",
        inner);

    public static StoreException MayNotUpgrade(PostgreSqlStorageOptions options, int version, string reason, Exception? inner = null) => Misconfigured(
        $"The schema \"{options.Schema}\" of {options.Place} has version {version}, this program needs version {Schema.VersionText}, and the user \"{options.Connection.Username}\" may not bring it up to date "
        + $"({reason}). It was not touched; let the owner of its tables apply PostgreSqlSchema.Upgrade({version}, \"{options.Schema}\").",
        inner);

    public static StoreException Altered(PostgreSqlStorageOptions options, string difference, Exception? inner = null) => new(
        StoreFault.Corrupt,
        $"The schema \"{options.Schema}\" of {options.Place} was altered: {difference}. It was not touched; put back what it had, or restore a backup.",
        inner);

    public static StoreException NotUpgraded(PostgreSqlStorageOptions options, Exception inner) => new(
        StoreFault.Locked,
        $"The schema \"{options.Schema}\" of {options.Place} could not be brought up to date, because its tables are in use for longer than LockTimeout: by a backup, or a session that stays in its transaction (pg_stat_activity). It was not touched.",
        inner);

    private static StoreException Unavailable(string message, Exception? inner) => new(StoreFault.Unavailable, message, inner);

    private static StoreException Misconfigured(string message, Exception? inner) => new(StoreFault.Misconfigured, message, inner);

    private static string? Socket(PostgreSqlStorageOptions options) =>
        options.Connection.Host is { } host && host.StartsWith('/') ? Path.Combine(host, $".s.PGSQL.{options.Connection.Port}") : null;

    private static string Said(Exception e) => e is PostgresException said ? said.MessageText : e.Message;

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
