using System.Globalization;

namespace Cqrs.Gen.PostgreSql;

/// <summary>The steps that bring a schema of an older version up to date.</summary>
internal static class SchemaUpgrades
{
    // The lock of appends first: whoever holds it may wait for a table, so nobody who holds a table may wait for it.
    private const string Begin = $$"""
        DO $$
        DECLARE
            found int4;
            missing text;
        BEGIN
            PERFORM pg_advisory_xact_lock({lock}, '{{Schema.Name}}.events'::regclass::oid::int4);
            SELECT version INTO found FROM {{Schema.Name}}.store;
            IF found IS DISTINCT FROM {from} THEN
                RAISE EXCEPTION 'the schema has version %, and this script is for version {from}', found USING ERRCODE = 'object_not_in_prerequisite_state';
            END IF;
            SELECT {{Definition.Missing}} INTO missing;
            IF missing IS NOT NULL THEN
                RAISE EXCEPTION 'the schema was altered: it lacks %', missing USING ERRCODE = 'object_not_in_prerequisite_state';
            END IF;
            {{Definition.PutAsideWhatIsStrange}}
        END $$;
        """;

    // Version 1 had no checksums (what was written then is read as it is), and asked a function about every row.
    private const string From1 = $"""
        ALTER TABLE {Schema.Name}.events ADD COLUMN checksum int8;
        ALTER TABLE {Schema.Name}.snapshots ADD COLUMN checksum int4;
        ALTER TABLE {Schema.Name}.documents ADD COLUMN checksum int4;

        {Schema.Strangers}
        """;

    // Version 2 had no digests: a replay of what was written then takes the columns instead.
    private const string From2 = $"ALTER TABLE {Schema.Name}.events ADD COLUMN digest int8;";

    // A function of other parameters is another one, so a program of the older version finds none that it could call. Whoever owned the old one owns the new one, because it runs with
    // his rights; whoever was allowed to call the old one may call the new one.
    private const string Replace = $"""
        ALTER FUNCTION {Schema.Name}.append RENAME TO append_before;

        {AppendFunction.Append}

        DO $$
        DECLARE
            before pg_proc;
            r record;
        BEGIN
            SELECT * INTO before FROM pg_proc WHERE pronamespace = '{Schema.Name}'::regnamespace AND proname = 'append_before';
            EXECUTE format('ALTER FUNCTION {Schema.Name}.append OWNER TO %s', before.proowner::regrole);
            REVOKE ALL ON FUNCTION {Schema.Name}.append FROM PUBLIC;
            FOR r IN SELECT grantee, is_grantable FROM aclexplode(before.proacl) WHERE privilege_type = 'EXECUTE' AND grantee <> before.proowner LOOP
                EXECUTE format('GRANT EXECUTE ON FUNCTION {Schema.Name}.append TO %s%s',
                    CASE r.grantee WHEN 0 THEN 'PUBLIC' ELSE r.grantee::regrole::text END, CASE WHEN r.is_grantable THEN ' WITH GRANT OPTION' END);
            END LOOP;
            DROP FUNCTION {Schema.Name}.append_before;
        END $$;
        """;

    private static readonly string[] Steps = [From1, From2];

    /// <summary>All that brings a schema from a version to the current one, to be run in one transaction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version before the current one.</exception>
    public static string After(int version)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(version, Schema.Version);
        string begin = Begin.Replace("{from}", version.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return string.Join("\n\n", [begin, .. Steps.AsSpan(version - 1), Replace, Definition.Rewrite]);
    }
}
