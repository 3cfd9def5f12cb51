using System.Globalization;
using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>What a server says about itself and about the session that asks.</summary>
internal readonly record struct ServerState(Backend Backend, bool IsReadOnly, int Version, string Encoding, string Commit, string Flush, string FullPages, bool HasSettings)
{
    /// <summary>Goes with the settings of a session, to show that they arrived.</summary>
    public const string Marker = "-c cqrs_gen.session=on";

    public const string Query = """
        SELECT a.pid, a.backend_start, pg_is_in_recovery() OR current_setting('transaction_read_only') = 'on', current_setting('server_version_num')::int4,
            current_setting('server_encoding'), current_setting('synchronous_commit'), current_setting('fsync'), current_setting('full_page_writes'),
            current_setting('cqrs_gen.session', true) IS NOT NULL
        FROM pg_stat_get_activity(pg_backend_pid()) a
        """;

    private const int OldestVersion = 140_000;

    public static ServerState Read(NpgsqlDataReader reader) => new(
        new(reader.GetInt32(0), reader.GetDateTime(1)),
        reader.GetBoolean(2),
        reader.GetInt32(3),
        reader.GetString(4),
        reader.GetString(5),
        reader.GetString(6),
        reader.GetString(7),
        reader.GetBoolean(8));

    /// <exception cref="StoreException">The server cannot keep events safely.</exception>
    public void Check(PostgreSqlStorageOptions options)
    {
        if (Version < OldestVersion)
        {
            throw new StoreException(
                StoreFault.Misconfigured,
                string.Create(CultureInfo.InvariantCulture, $"The server of {options.Place} is PostgreSQL {Version / 10_000}; this store needs {OldestVersion / 10_000} or later."));
        }

        if (!HasSettings)
        {
            throw PostgreSqlFaults.Pooled(options);
        }

        if (IsReadOnly)
        {
            throw PostgreSqlFaults.ReadOnly(options);
        }

        if (Encoding != "UTF8")
        {
            throw new StoreException(StoreFault.Unsafe, $"The database {options.Place} keeps text as {Encoding}, which cannot hold every name. Create it with ENCODING 'UTF8'.");
        }

        string[] off = [.. Off()];
        if (off.Length > 0 && !options.AcceptLossWhenTheServerCrashes)
        {
            throw Unsafe(options, string.Join(" and ", off));
        }
    }

    public static StoreException Unsafe(PostgreSqlStorageOptions options, string off, Exception? inner = null) => new(
        StoreFault.Unsafe,
        $"The server of {options.Place} has {off} off: if it crashes, events that were acknowledged are lost. Turn it on, or accept the loss by the option {nameof(PostgreSqlStorageOptions.AcceptLossWhenTheServerCrashes)}.",
        inner);

    private IEnumerable<string> Off()
    {
        if (Commit == "off")
        {
            yield return "synchronous_commit";
        }

        if (Flush == "off")
        {
            yield return "fsync";
        }

        if (FullPages == "off")
        {
            yield return "full_page_writes";
        }
    }
}

/// <summary>A process of the server; the number alone may be given to another one later.</summary>
internal readonly record struct Backend(int Process, DateTime Start);
