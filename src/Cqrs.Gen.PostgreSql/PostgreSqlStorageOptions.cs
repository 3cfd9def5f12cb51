using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>How the PostgreSQL store works.</summary>
public sealed class PostgreSqlStorageOptions
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Creates options for a database.</summary>
    /// <param name="connectionString">The database, in the words of Npgsql: <c>Host=…;Database=…;Username=…;Password=…</c>.</param>
    /// <exception cref="ArgumentException">It cannot be understood, or names no host.</exception>
    public PostgreSqlStorageOptions(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        try
        {
            Connection = new(connectionString);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException)
        {
            // The text may hold a password, so it is not repeated.
            throw new ArgumentException($"The connection string cannot be understood: {e.Message}", nameof(connectionString), e);
        }

        if (string.IsNullOrEmpty(Connection.Host))
        {
            throw new ArgumentException("The connection string names no host. Give Host=… with a server's name, or the folder of its Unix socket.", nameof(connectionString));
        }

        if (Connection.Host.Contains(',', StringComparison.Ordinal))
        {
            throw new ArgumentException("The connection string names several hosts. Give the one that can be written: which of several answers must not decide what was recorded.", nameof(connectionString));
        }
    }

    /// <summary>The schema that holds the store's tables, so that several stores can share a database; 1 to 63 letters of ASCII, digits and underscores, not beginning with a digit or <c>pg_</c>. <see cref="PostgreSqlSchema.DefaultName"/> unless set.</summary>
    /// <exception cref="ArgumentException">Set to something else.</exception>
    public string Schema
    {
        get;
        set
        {
            PostgreSqlSchema.Check(value);
            field = value;
        }
    } = PostgreSqlSchema.DefaultName;

    /// <summary>
    /// Whether the store creates the schema if it is not there, and brings it up to date if an older version made it; true unless set. If false, both are errors that say what to apply, as
    /// it should be where only an administrator changes schemas.
    /// </summary>
    public bool MaintainSchema { get; set; } = true;

    /// <summary>How long an append waits for those of other processes; from one millisecond to one hour, 10 seconds unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less or more.</exception>
    public TimeSpan LockTimeout
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.FromMilliseconds(1));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Longest);
            field = value;
        }
    } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long to ask a server that cannot be reached what became of an append that it was committing when the connection broke; from zero to one hour, 30 seconds unless
    /// set. After that the append's outcome is reported as unknown.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less or more.</exception>
    public TimeSpan SettlementTimeout
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Longest);
            field = value;
        }
    } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many connections read at once; 1 to 1,000, 16 unless set. Whoever finds all of them in use waits for one, at the most as long as <c>Timeout</c> of the connection string says.
    /// A process has another connection to append, and for a moment one more when it begins or recovers. Takes the place of <c>Maximum Pool Size</c> in the connection string.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Set to less or more.</exception>
    public int MaxReaders
    {
        get;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000);
            field = value;
        }
    } = 16;

    /// <summary>How many connections for reading are kept open when nobody reads; 0 to 64, 8 unless set.</summary>
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
    } = 8;

    /// <summary>
    /// Accepts a server with <c>synchronous_commit</c>, <c>fsync</c> or <c>full_page_writes</c> off: if it or its machine crashes, it forgets events that were acknowledged, or
    /// loses the whole database. False unless set: such a server is refused.
    /// </summary>
    public bool AcceptLossWhenTheServerCrashes { get; set; }

    internal NpgsqlConnectionStringBuilder Connection { get; }

    /// <summary>The database, for messages: without a password.</summary>
    internal string Place => $"{Connection.Database ?? Connection.Username ?? Environment.UserName} on {Connection.Host}:{Connection.Port}";
}
