namespace Cqrs.Gen.PostgreSql;

/// <summary>What the tables and functions of a schema are, a line for each part; written down when they are created, and compared when they are used.</summary>
internal static class Definition
{
    // Only what means the same in every version of PostgreSQL.
    private const string Lines =
        """
        SELECT format('the table %s is %s', c.relname, CASE c.relpersistence WHEN 'p' THEN 'kept' ELSE 'not kept' END) AS line
        FROM pg_class c WHERE c.relnamespace = '{schema}'::regnamespace AND c.relkind IN ('r', 'p')
        UNION ALL
        SELECT format('the column %s.%s is %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' not null' END)
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = '{schema}'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
        UNION ALL
        SELECT format('the index %s of %s is on (%s)%s%s', i.relname, t.relname, x.indkey, CASE WHEN x.indisunique THEN ' and unique' END, CASE WHEN NOT x.indisvalid THEN ' and unusable' END)
        FROM pg_class t JOIN pg_index x ON x.indrelid = t.oid JOIN pg_class i ON i.oid = x.indexrelid
        WHERE t.relnamespace = '{schema}'::regnamespace AND t.relkind IN ('r', 'p')
        UNION ALL
        SELECT format('the trigger %s of %s is %s', t.tgname, c.relname, CASE t.tgenabled WHEN 'D' THEN 'off' WHEN 'R' THEN 'off' ELSE 'on' END)
        FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid WHERE c.relnamespace = '{schema}'::regnamespace AND NOT t.tgisinternal
        UNION ALL
        SELECT format('the function %s is %s%s', p.proname, md5(p.prosrc), CASE WHEN p.prosecdef THEN ' for the owner' END)
        FROM pg_proc p WHERE p.pronamespace = '{schema}'::regnamespace
        """;

    // What an upgrade found that is not the store's, and leaves to whoever put it there.
    private const string Strange = "cqrs_gen.strange";

    /// <summary>Writes the definition down.</summary>
    public const string Write = $"""
        INSERT INTO {Schema.Name}.store (version, definition)
        SELECT {Schema.VersionText}, string_agg(line, E'\n' ORDER BY line COLLATE "C") FROM (
        ({Lines})
        EXCEPT
        SELECT unnest(string_to_array(current_setting('{Strange}', true), E'\n'))
        ) parts;
        """;

    /// <summary>Remembers until the end of the transaction what there is beside the definition; in PL/pgSQL.</summary>
    public const string PutAsideWhatIsStrange = $"""
        PERFORM set_config('{Strange}', coalesce((SELECT string_agg(strange.line, E'\n') FROM (
        ({Lines})
        EXCEPT
        SELECT unnest(string_to_array(definition, E'\n')) FROM {Schema.Name}.store
        ) strange), ''), true);
        """;

    /// <summary>Writes the definition down in place of the earlier one.</summary>
    public const string Rewrite = $"""
        DELETE FROM {Schema.Name}.store;
        {Write}
        """;

    /// <summary>The lines that were written down and do not hold any more.</summary>
    public const string Missing = $"""
        (SELECT string_agg(lost.line, '; ') FROM (
        SELECT unnest(string_to_array(definition, E'\n')) AS line FROM {Schema.Name}.store
        EXCEPT
        ({Lines})
        ) lost)
        """;
}
