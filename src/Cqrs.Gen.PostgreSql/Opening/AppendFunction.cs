namespace Cqrs.Gen.PostgreSql;

/// <summary>The functions that write. They run with the rights of the schema's owner, so an application needs none to the tables but to read them.</summary>
internal static class AppendFunction
{
    /// <summary>The state of the error that says that the server has been made unsafe; the message names the settings.</summary>
    public const string Unsafe = "CG001";

    // Appends a batch. Of each append: its stream, its command, the version it expects, and which append before it in the batch has the same stream (predecessors), the same
    // command as well (twins), or is the one it was decided upon (bases), or 0; a base of -1 is one that was not recorded. Of each event, snapshot and document: which append it belongs to (its owner). One round trip and one flush, whatever the batch holds.
    public const string Append =
        """
        CREATE FUNCTION {schema}.append(
            aggregates int4[], ids text[], commands text[], expected int8[], predecessors int4[], twins int4[], bases int4[], counts int4[], times int8[], metadata bytea[],
            event_owners int4[], event_ordinals int4[], event_ids uuid[], event_types int4[], event_versions int4[], event_payloads bytea[], event_checksums int8[], event_digests int8[],
            snapshot_owners int4[], snapshot_versions int8[], snapshot_fingerprints text[], snapshot_payloads bytea[], snapshot_checksums int4[],
            document_owners int4[], document_slots int4[], document_queries int4[], document_keys text[], document_versions int8[], document_fingerprints text[],
            document_payloads bytea[], document_checksums int4[], document_deletions bool[],
            OUT results int2[], OUT versions int8[], OUT positions int8[], OUT event_counts int4[])
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE
            n int4 := cardinality(ids);
            numbers int8[] := array_fill(0::int8, ARRAY[n]);   -- the streams' numbers, 0 for one that does not exist
            heads int8[] := numbers;                           -- the streams' versions after each append
            starts int8[] := array_fill(-1::int8, ARRAY[n]);   -- the log's end before each append, -1 for one that does not happen
            created int4[] := '{}';                            -- the appends that begin a stream
            last int8;
            last_stream int8;
            head int8;
            number int8;
            earlier int4;
            base int4;
            r record;
        BEGIN
            IF 'off' IN (current_setting('synchronous_commit'), current_setting('fsync'), current_setting('full_page_writes'))
                AND current_setting('cqrs_gen.accepts_loss', true) IS DISTINCT FROM 'on' THEN
                RAISE EXCEPTION 'synchronous_commit, fsync or full_page_writes' USING ERRCODE = 'CG001';
            END IF;

            -- As enter() does; a function within a function would cost a tenth of a small append.
            IF current_setting('transaction_isolation') <> 'read committed' THEN
                RAISE EXCEPTION 'events can only be appended in READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
            END IF;
            PERFORM pg_advisory_xact_lock({lock}, '{schema}.events'::regclass::oid::int4);
            PERFORM set_config('cqrs_gen.appending', '{schema}', true);

            SELECT max(position) INTO last FROM {schema}.events;
            last := coalesce(last, 0);
            results := array_fill(0::int2, ARRAY[n]);
            versions := numbers;
            positions := numbers;
            event_counts := array_fill(0, ARRAY[n]);

            FOR r IN
                SELECT i, s.stream, h.sequence AS head, c.sequence, c.position, c.events
                FROM generate_series(1, n) i
                LEFT JOIN {schema}.streams s ON s.id = ids[i] AND s.aggregate = aggregates[i]
                LEFT JOIN LATERAL (SELECT e.sequence FROM {schema}.events e WHERE e.stream = s.stream ORDER BY e.sequence DESC LIMIT 1) h ON true
                LEFT JOIN {schema}.events c ON c.command = commands[i] AND c.stream = s.stream
                ORDER BY i
            LOOP
                earlier := predecessors[r.i];
                IF earlier > 0 THEN
                    number := numbers[earlier];
                    head := heads[earlier];
                ELSE
                    number := coalesce(r.stream, 0);
                    head := coalesce(r.head, 0);
                END IF;

                earlier := twins[r.i];
                base := bases[r.i];
                IF r.events IS NOT NULL THEN
                    results[r.i] := 2;
                    versions[r.i] := r.sequence;
                    positions[r.i] := r.position;
                    event_counts[r.i] := r.events;
                ELSIF earlier > 0 AND results[earlier] <> 1 THEN
                    results[r.i] := 2;
                    versions[r.i] := versions[earlier];
                    positions[r.i] := positions[earlier];
                    event_counts[r.i] := event_counts[earlier];
                ELSIF (expected[r.i] <> -1 AND expected[r.i] <> head) OR base < 0 OR (base > 0 AND results[base] <> 0) THEN
                    results[r.i] := 1;
                    versions[r.i] := head;
                ELSE
                    IF number = 0 THEN
                        IF last_stream IS NULL THEN
                            SELECT max(stream) INTO last_stream FROM {schema}.streams;
                            last_stream := coalesce(last_stream, 0);
                        END IF;
                        last_stream := last_stream + 1;
                        number := last_stream;
                        created := created || r.i;
                    END IF;
                    starts[r.i] := last;
                    last := last + counts[r.i];
                    head := head + counts[r.i];
                    versions[r.i] := head;
                    positions[r.i] := last;
                    event_counts[r.i] := counts[r.i];
                END IF;
                numbers[r.i] := number;
                heads[r.i] := head;
            END LOOP;

            IF cardinality(created) > 0 THEN
                INSERT INTO {schema}.streams (stream, aggregate, id) SELECT numbers[i], aggregates[i], ids[i] FROM unnest(created) i;
            END IF;

            INSERT INTO {schema}.events (position, stream, sequence, timestamp, checksum, digest, event_id, type, version, events, command, metadata, payload)
            SELECT starts[o] + k, numbers[o], versions[o] - counts[o] + k, times[o], event_checksums[i], nullif(event_digests[i], 0), event_ids[i], event_types[i], event_versions[i],
                CASE WHEN k = counts[o] THEN k END, CASE WHEN k = counts[o] THEN commands[o] END, nullif(metadata[o], ''), event_payloads[i]
            FROM (SELECT i, event_owners[i] AS o, event_ordinals[i] AS k FROM generate_series(1, cardinality(event_owners)) i OFFSET 0) e
            WHERE starts[o] >= 0;

            IF cardinality(snapshot_owners) > 0 THEN
                INSERT INTO {schema}.snapshots AS t (stream, version, checksum, fingerprint, payload)
                SELECT DISTINCT ON (numbers[o]) numbers[o], snapshot_versions[i], snapshot_checksums[i], snapshot_fingerprints[i], snapshot_payloads[i]
                FROM (SELECT i, snapshot_owners[i] AS o FROM generate_series(1, cardinality(snapshot_owners)) i OFFSET 0) x
                WHERE starts[o] >= 0
                ORDER BY numbers[o], i DESC
                ON CONFLICT (stream) DO UPDATE SET version = excluded.version, checksum = excluded.checksum, fingerprint = excluded.fingerprint, payload = excluded.payload;
            END IF;

            -- Of the changes of one document (one slot) the last one counts.
            IF cardinality(document_owners) > 0 THEN
                INSERT INTO {schema}.documents AS t (version, query, checksum, key, fingerprint, payload)
                SELECT document_versions[i], document_queries[i], document_checksums[i], document_keys[i], document_fingerprints[i], document_payloads[i]
                FROM (SELECT DISTINCT ON (document_slots[i]) i FROM generate_series(1, cardinality(document_owners)) i
                    WHERE starts[document_owners[i]] >= 0 ORDER BY document_slots[i], i DESC) x
                WHERE NOT document_deletions[i]
                ON CONFLICT (key, query) DO UPDATE SET version = excluded.version, checksum = excluded.checksum, fingerprint = excluded.fingerprint, payload = excluded.payload;

                IF true = ANY (document_deletions) THEN
                    DELETE FROM {schema}.documents d
                    USING (SELECT DISTINCT ON (document_slots[i]) i FROM generate_series(1, cardinality(document_owners)) i
                        WHERE starts[document_owners[i]] >= 0 ORDER BY document_slots[i], i DESC) x
                    WHERE document_deletions[x.i] AND d.key = document_keys[x.i] AND d.query = document_queries[x.i];
                END IF;
            END IF;

            PERFORM set_config('cqrs_gen.appending', '', true);
        END $$;
        """;

    // Gives numbers to names. A name without an event is that of an aggregate or a query.
    public const string Register =
        """
        CREATE FUNCTION {schema}.register(owners text[], events text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
        DECLARE
            owner_number int4;
        BEGIN
            PERFORM {schema}.enter();
            FOR i IN 1 .. cardinality(owners) LOOP
                SELECT n.number INTO owner_number FROM {schema}.names n WHERE n.owner = 0 AND n.name = owners[i];
                IF NOT FOUND THEN
                    INSERT INTO {schema}.names (number, owner, name)
                    SELECT coalesce(max(n.number), 0) + 1, 0, owners[i] FROM {schema}.names n
                    RETURNING number INTO owner_number;
                END IF;
                IF events[i] <> '' AND NOT EXISTS (SELECT FROM {schema}.names n WHERE n.owner = owner_number AND n.name = events[i]) THEN
                    INSERT INTO {schema}.names (number, owner, name) SELECT max(n.number) + 1, owner_number, events[i] FROM {schema}.names n;
                END IF;
            END LOOP;
            PERFORM set_config('cqrs_gen.appending', '', true);
        END $$;
        """;

    public const string Rights =
        """
        REVOKE ALL ON FUNCTION {schema}.enter(), {schema}.register(text[], text[]) FROM PUBLIC;
        REVOKE ALL ON FUNCTION {schema}.append FROM PUBLIC;
        """;

    public const string Grants =
        """
        GRANT USAGE ON SCHEMA {schema} TO {role};
        GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {role};
        GRANT EXECUTE ON FUNCTION {schema}.append, {schema}.register TO {role};
        """;
}
