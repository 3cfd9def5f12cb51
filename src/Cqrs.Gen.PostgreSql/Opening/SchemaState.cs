using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>What a schema says about itself: its version, what it has lost since it was created, and whether this user may append.</summary>
internal readonly record struct SchemaState(int Version, string? Missing, bool MayAppend)
{
    public const string Query = $"""
        SELECT s.version, {Definition.Missing},
            (SELECT count(*) = 2 AND bool_and(has_function_privilege(p.oid, 'EXECUTE')) FROM pg_proc p WHERE p.pronamespace = '{Schema.Name}'::regnamespace AND p.proname IN ('append', 'register'))
        FROM {Schema.Name}.store s
        """;

    public static SchemaState Read(NpgsqlDataReader reader) => new(reader.GetInt32(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetBoolean(2));

    /// <summary>Whether it has to be brought up to date.</summary>
    public bool IsBehind => Version < Schema.Version;

    /// <exception cref="StoreException">The schema cannot be used.</exception>
    public void Check(PostgreSqlStorageOptions options)
    {
        if (Version > Schema.Version)
        {
            throw new StoreException(
                StoreFault.Newer,
                $"The schema \"{options.Schema}\" of {options.Place} has version {Version}, this program knows up to {Schema.Version}: a newer version of it made the schema. It was not touched; update this program.");
        }

        if (Missing is not null)
        {
            throw PostgreSqlFaults.Altered(options, $"it lacks {Missing}");
        }

        if (!MayAppend)
        {
            throw PostgreSqlFaults.NoRight(options);
        }
    }
}
