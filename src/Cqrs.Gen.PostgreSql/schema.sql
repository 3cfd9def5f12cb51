BEGIN;

CREATE SCHEMA IF NOT EXISTS "cqrs_gen";

CREATE TABLE "cqrs_gen".store (
    version int4 NOT NULL,
    definition text NOT NULL
);

-- The names that events, documents and streams refer to by number: those of aggregates and queries (owner 0), and of events (owner: the aggregate's number).
CREATE TABLE "cqrs_gen".names (
    number int4 PRIMARY KEY,
    owner int4 NOT NULL,
    name text COLLATE "C" NOT NULL,
    UNIQUE (owner, name)
);

CREATE TABLE "cqrs_gen".streams (
    stream int8 PRIMARY KEY,
    aggregate int4 NOT NULL,
    id text COLLATE "C" NOT NULL,
    UNIQUE (id, aggregate)
);

CREATE TABLE "cqrs_gen".events (
    position int8 PRIMARY KEY,
    stream int8 NOT NULL,
    sequence int8 NOT NULL,
    timestamp int8 NOT NULL,
    checksum int8,
    digest int8,
    event_id uuid NOT NULL,
    type int4 NOT NULL,
    version int4 NOT NULL,
    events int4,
    command text COLLATE "C",
    metadata bytea,
    payload bytea NOT NULL
);
CREATE UNIQUE INDEX events_by_stream ON "cqrs_gen".events (stream, sequence);
CREATE UNIQUE INDEX events_by_command ON "cqrs_gen".events (command, stream) WHERE command IS NOT NULL;
CREATE INDEX events_by_type ON "cqrs_gen".events (type, position);

CREATE TABLE "cqrs_gen".snapshots (
    stream int8 PRIMARY KEY,
    version int8 NOT NULL,
    checksum int4,
    fingerprint text COLLATE "C" NOT NULL,
    payload bytea NOT NULL
) WITH (fillfactor = 50);

CREATE TABLE "cqrs_gen".documents (
    version int8 NOT NULL,
    query int4 NOT NULL,
    checksum int4,
    key text COLLATE "C" NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    payload bytea NOT NULL,
    PRIMARY KEY (key, query)
) WITH (fillfactor = 50);

CREATE VIEW "cqrs_gen".log AS
    SELECT e.position, a.name AS aggregate, s.id, e.sequence, n.name, e.version,
        timestamptz 'epoch' + e.timestamp / 10 * interval '1 microsecond' AS timestamp, e.event_id, e.command,
        convert_from(e.metadata, 'UTF8') AS metadata, convert_from(e.payload, 'UTF8') AS payload
    FROM "cqrs_gen".events e
    JOIN "cqrs_gen".streams s ON s.stream = e.stream
    JOIN "cqrs_gen".names n ON n.number = e.type
    JOIN "cqrs_gen".names a ON a.number = s.aggregate;

CREATE OR REPLACE FUNCTION "cqrs_gen".refuse_strangers() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% can only be appended by the function append', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE OR REPLACE TRIGGER names_follow BEFORE INSERT ON "cqrs_gen".names
    WHEN (pg_catalog.current_setting('cqrs_gen.appending', true) IS DISTINCT FROM '"cqrs_gen"') EXECUTE FUNCTION "cqrs_gen".refuse_strangers();
CREATE OR REPLACE TRIGGER streams_follow BEFORE INSERT ON "cqrs_gen".streams
    WHEN (pg_catalog.current_setting('cqrs_gen.appending', true) IS DISTINCT FROM '"cqrs_gen"') EXECUTE FUNCTION "cqrs_gen".refuse_strangers();
CREATE OR REPLACE TRIGGER events_follow BEFORE INSERT ON "cqrs_gen".events
    WHEN (pg_catalog.current_setting('cqrs_gen.appending', true) IS DISTINCT FROM '"cqrs_gen"') EXECUTE FUNCTION "cqrs_gen".refuse_strangers();

CREATE FUNCTION "cqrs_gen".refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION '% cannot be changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE TRIGGER names_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON "cqrs_gen".names EXECUTE FUNCTION "cqrs_gen".refuse();
CREATE TRIGGER streams_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON "cqrs_gen".streams EXECUTE FUNCTION "cqrs_gen".refuse();
CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON "cqrs_gen".events EXECUTE FUNCTION "cqrs_gen".refuse();

-- Every writer goes through this: from here to the end of its transaction it is the only one, so positions are given in the order of commits. A statement sees what
-- was committed before it began, so what is read to decide is read by statements after this one; hence no isolation level above READ COMMITTED.
CREATE FUNCTION "cqrs_gen".enter() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
        RAISE EXCEPTION 'events can only be appended in READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
    END IF;
    PERFORM pg_advisory_xact_lock(1131497326, '"cqrs_gen".events'::regclass::oid::int4);
    PERFORM set_config('cqrs_gen.appending', '"cqrs_gen"', true);
END $$;

CREATE FUNCTION "cqrs_gen".append(
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
    PERFORM pg_advisory_xact_lock(1131497326, '"cqrs_gen".events'::regclass::oid::int4);
    PERFORM set_config('cqrs_gen.appending', '"cqrs_gen"', true);

    SELECT max(position) INTO last FROM "cqrs_gen".events;
    last := coalesce(last, 0);
    results := array_fill(0::int2, ARRAY[n]);
    versions := numbers;
    positions := numbers;
    event_counts := array_fill(0, ARRAY[n]);

    FOR r IN
        SELECT i, s.stream, h.sequence AS head, c.sequence, c.position, c.events
        FROM generate_series(1, n) i
        LEFT JOIN "cqrs_gen".streams s ON s.id = ids[i] AND s.aggregate = aggregates[i]
        LEFT JOIN LATERAL (SELECT e.sequence FROM "cqrs_gen".events e WHERE e.stream = s.stream ORDER BY e.sequence DESC LIMIT 1) h ON true
        LEFT JOIN "cqrs_gen".events c ON c.command = commands[i] AND c.stream = s.stream
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
                    SELECT max(stream) INTO last_stream FROM "cqrs_gen".streams;
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
        INSERT INTO "cqrs_gen".streams (stream, aggregate, id) SELECT numbers[i], aggregates[i], ids[i] FROM unnest(created) i;
    END IF;

    INSERT INTO "cqrs_gen".events (position, stream, sequence, timestamp, checksum, digest, event_id, type, version, events, command, metadata, payload)
    SELECT starts[o] + k, numbers[o], versions[o] - counts[o] + k, times[o], event_checksums[i], nullif(event_digests[i], 0), event_ids[i], event_types[i], event_versions[i],
        CASE WHEN k = counts[o] THEN k END, CASE WHEN k = counts[o] THEN commands[o] END, nullif(metadata[o], ''), event_payloads[i]
    FROM (SELECT i, event_owners[i] AS o, event_ordinals[i] AS k FROM generate_series(1, cardinality(event_owners)) i OFFSET 0) e
    WHERE starts[o] >= 0;

    IF cardinality(snapshot_owners) > 0 THEN
        INSERT INTO "cqrs_gen".snapshots AS t (stream, version, checksum, fingerprint, payload)
        SELECT DISTINCT ON (numbers[o]) numbers[o], snapshot_versions[i], snapshot_checksums[i], snapshot_fingerprints[i], snapshot_payloads[i]
        FROM (SELECT i, snapshot_owners[i] AS o FROM generate_series(1, cardinality(snapshot_owners)) i OFFSET 0) x
        WHERE starts[o] >= 0
        ORDER BY numbers[o], i DESC
        ON CONFLICT (stream) DO UPDATE SET version = excluded.version, checksum = excluded.checksum, fingerprint = excluded.fingerprint, payload = excluded.payload;
    END IF;

    -- Of the changes of one document (one slot) the last one counts.
    IF cardinality(document_owners) > 0 THEN
        INSERT INTO "cqrs_gen".documents AS t (version, query, checksum, key, fingerprint, payload)
        SELECT document_versions[i], document_queries[i], document_checksums[i], document_keys[i], document_fingerprints[i], document_payloads[i]
        FROM (SELECT DISTINCT ON (document_slots[i]) i FROM generate_series(1, cardinality(document_owners)) i
            WHERE starts[document_owners[i]] >= 0 ORDER BY document_slots[i], i DESC) x
        WHERE NOT document_deletions[i]
        ON CONFLICT (key, query) DO UPDATE SET version = excluded.version, checksum = excluded.checksum, fingerprint = excluded.fingerprint, payload = excluded.payload;

        IF true = ANY (document_deletions) THEN
            DELETE FROM "cqrs_gen".documents d
            USING (SELECT DISTINCT ON (document_slots[i]) i FROM generate_series(1, cardinality(document_owners)) i
                WHERE starts[document_owners[i]] >= 0 ORDER BY document_slots[i], i DESC) x
            WHERE document_deletions[x.i] AND d.key = document_keys[x.i] AND d.query = document_queries[x.i];
        END IF;
    END IF;

    PERFORM set_config('cqrs_gen.appending', '', true);
END $$;

CREATE FUNCTION "cqrs_gen".register(owners text[], events text[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    owner_number int4;
BEGIN
    PERFORM "cqrs_gen".enter();
    FOR i IN 1 .. cardinality(owners) LOOP
        SELECT n.number INTO owner_number FROM "cqrs_gen".names n WHERE n.owner = 0 AND n.name = owners[i];
        IF NOT FOUND THEN
            INSERT INTO "cqrs_gen".names (number, owner, name)
            SELECT coalesce(max(n.number), 0) + 1, 0, owners[i] FROM "cqrs_gen".names n
            RETURNING number INTO owner_number;
        END IF;
        IF events[i] <> '' AND NOT EXISTS (SELECT FROM "cqrs_gen".names n WHERE n.owner = owner_number AND n.name = events[i]) THEN
            INSERT INTO "cqrs_gen".names (number, owner, name) SELECT max(n.number) + 1, owner_number, events[i] FROM "cqrs_gen".names n;
        END IF;
    END LOOP;
    PERFORM set_config('cqrs_gen.appending', '', true);
END $$;

REVOKE ALL ON FUNCTION "cqrs_gen".enter(), "cqrs_gen".register(text[], text[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION "cqrs_gen".append FROM PUBLIC;

INSERT INTO "cqrs_gen".store (version, definition)
SELECT 3, string_agg(line, E'\n' ORDER BY line COLLATE "C") FROM (
(SELECT format('the table %s is %s', c.relname, CASE c.relpersistence WHEN 'p' THEN 'kept' ELSE 'not kept' END) AS line
FROM pg_class c WHERE c.relnamespace = '"cqrs_gen"'::regnamespace AND c.relkind IN ('r', 'p')
UNION ALL
SELECT format('the column %s.%s is %s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' not null' END)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = '"cqrs_gen"'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL
SELECT format('the index %s of %s is on (%s)%s%s', i.relname, t.relname, x.indkey, CASE WHEN x.indisunique THEN ' and unique' END, CASE WHEN NOT x.indisvalid THEN ' and unusable' END)
FROM pg_class t JOIN pg_index x ON x.indrelid = t.oid JOIN pg_class i ON i.oid = x.indexrelid
WHERE t.relnamespace = '"cqrs_gen"'::regnamespace AND t.relkind IN ('r', 'p')
UNION ALL
SELECT format('the trigger %s of %s is %s', t.tgname, c.relname, CASE t.tgenabled WHEN 'D' THEN 'off' WHEN 'R' THEN 'off' ELSE 'on' END)
FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid WHERE c.relnamespace = '"cqrs_gen"'::regnamespace AND NOT t.tgisinternal
UNION ALL
SELECT format('the function %s is %s%s', p.proname, md5(p.prosrc), CASE WHEN p.prosecdef THEN ' for the owner' END)
FROM pg_proc p WHERE p.pronamespace = '"cqrs_gen"'::regnamespace)
EXCEPT
SELECT unnest(string_to_array(current_setting('cqrs_gen.strange', true), E'\n'))
) parts;

COMMIT;
