namespace Cqrs.Gen.PostgreSql;

/// <summary>The tables and functions. Whoever changes them raises the version and adds a step that brings older schemas up to it (<see cref="SchemaUpgrades"/>).</summary>
internal static class Schema
{
    public const int Version = 3;

    public const string VersionText = "3";

    /// <summary>Stands for the schema's name.</summary>
    public const string Name = "{schema}";

    /// <summary>The first half of the advisory lock that orders appends; the second is the number of the table of events. "CqGn".</summary>
    public const string LockClass = "1131497326";

    // Fixed-size columns first, so that no padding is needed. Texts compare byte for byte; timestamps are in 100 nanoseconds since 1970 in UTC, finer than PostgreSQL's own;
    // payloads are bytes, because no type of PostgreSQL keeps every JSON text as it was written. A command's id stands on its last event, with the number of its events. What was written
    // before there were checksums has none. The digest repeats in one number what a replay needs beside the payload (Digest), because each column of a row costs it a tenth.
    public const string Tables =
        """
        CREATE SCHEMA IF NOT EXISTS {schema};

        CREATE TABLE {schema}.store (
            version int4 NOT NULL,
            definition text NOT NULL
        );

        -- The names that events, documents and streams refer to by number: those of aggregates and queries (owner 0), and of events (owner: the aggregate's number).
        CREATE TABLE {schema}.names (
            number int4 PRIMARY KEY,
            owner int4 NOT NULL,
            name text COLLATE "C" NOT NULL,
            UNIQUE (owner, name)
        );

        CREATE TABLE {schema}.streams (
            stream int8 PRIMARY KEY,
            aggregate int4 NOT NULL,
            id text COLLATE "C" NOT NULL,
            UNIQUE (id, aggregate)
        );

        CREATE TABLE {schema}.events (
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
        CREATE UNIQUE INDEX events_by_stream ON {schema}.events (stream, sequence);
        CREATE UNIQUE INDEX events_by_command ON {schema}.events (command, stream) WHERE command IS NOT NULL;
        CREATE INDEX events_by_type ON {schema}.events (type, position);

        CREATE TABLE {schema}.snapshots (
            stream int8 PRIMARY KEY,
            version int8 NOT NULL,
            checksum int4,
            fingerprint text COLLATE "C" NOT NULL,
            payload bytea NOT NULL
        ) WITH (fillfactor = 50);

        CREATE TABLE {schema}.documents (
            version int8 NOT NULL,
            query int4 NOT NULL,
            checksum int4,
            key text COLLATE "C" NOT NULL,
            fingerprint text COLLATE "C" NOT NULL,
            payload bytea NOT NULL,
            PRIMARY KEY (key, query)
        ) WITH (fillfactor = 50);

        CREATE VIEW {schema}.log AS
            SELECT e.position, a.name AS aggregate, s.id, e.sequence, n.name, e.version,
                timestamptz 'epoch' + e.timestamp / 10 * interval '1 microsecond' AS timestamp, e.event_id, e.command,
                convert_from(e.metadata, 'UTF8') AS metadata, convert_from(e.payload, 'UTF8') AS payload
            FROM {schema}.events e
            JOIN {schema}.streams s ON s.stream = e.stream
            JOIN {schema}.names n ON n.number = e.type
            JOIN {schema}.names a ON a.number = s.aggregate;
        """;

    /// <summary>Refuses rows that come in any other way than through the functions.</summary>
    public const string Strangers =
        """
        CREATE OR REPLACE FUNCTION {schema}.refuse_strangers() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            RAISE EXCEPTION '% can only be appended by the function append', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
        END $$;

        CREATE OR REPLACE TRIGGER names_follow BEFORE INSERT ON {schema}.names
            WHEN (pg_catalog.current_setting('cqrs_gen.appending', true) IS DISTINCT FROM '{schema}') EXECUTE FUNCTION {schema}.refuse_strangers();
        CREATE OR REPLACE TRIGGER streams_follow BEFORE INSERT ON {schema}.streams
            WHEN (pg_catalog.current_setting('cqrs_gen.appending', true) IS DISTINCT FROM '{schema}') EXECUTE FUNCTION {schema}.refuse_strangers();
        CREATE OR REPLACE TRIGGER events_follow BEFORE INSERT ON {schema}.events
            WHEN (pg_catalog.current_setting('cqrs_gen.appending', true) IS DISTINCT FROM '{schema}') EXECUTE FUNCTION {schema}.refuse_strangers();
        """;

    // What is recorded stays as it is, whoever asks. Rows get in through the functions that append alone: they hold the lock, and say so to the triggers.
    public const string Protection =
        """
        CREATE FUNCTION {schema}.refuse() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            RAISE EXCEPTION '% cannot be changed or deleted', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
        END $$;

        CREATE TRIGGER names_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.names EXECUTE FUNCTION {schema}.refuse();
        CREATE TRIGGER streams_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.streams EXECUTE FUNCTION {schema}.refuse();
        CREATE TRIGGER events_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.events EXECUTE FUNCTION {schema}.refuse();

        -- Every writer goes through this: from here to the end of its transaction it is the only one, so positions are given in the order of commits. A statement sees what
        -- was committed before it began, so what is read to decide is read by statements after this one; hence no isolation level above READ COMMITTED.
        CREATE FUNCTION {schema}.enter() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
        BEGIN
            IF current_setting('transaction_isolation') <> 'read committed' THEN
                RAISE EXCEPTION 'events can only be appended in READ COMMITTED' USING ERRCODE = 'invalid_transaction_state';
            END IF;
            PERFORM pg_advisory_xact_lock({lock}, '{schema}.events'::regclass::oid::int4);
            PERFORM set_config('cqrs_gen.appending', '{schema}', true);
        END $$;
        """;
}
