namespace Cqrs.Gen.Sqlite;

/// <summary>The tables. Whoever changes them raises the version and adds a step that brings older files up to it (<see cref="SchemaUpgrades"/>).</summary>
internal static class Schema
{
    /// <summary>Marks a file as ours: "CqGn", in the header field that SQLite keeps for this.</summary>
    public const int ApplicationId = 0x4371_476E;

    public const int Version = 3;

    // An older version of this program may still run beside this one, and knows no checksums.
    internal const string EventsFollow =
        """
        CREATE TRIGGER events_follow BEFORE INSERT ON events WHEN NEW.checksum IS NULL OR NEW.position IS NOT (SELECT ifnull(max(position), 0) + 1 FROM events)
            BEGIN SELECT RAISE(ABORT, 'events can only be appended, and with a checksum: a newer version of this program brought the file up to date, so update this one'); END;
        """;

    // An append should touch few pages. Events, event types and commands are added at the end of their trees (command ids that the framework makes grow with
    // time), so the appends of one batch share those pages; only events_by_stream is touched where the stream is. A command's id stands on its last event, with the number of its
    // events. Texts are UTF-8 byte for byte; timestamps are in 100 nanoseconds since 1970 in UTC. What was written before there were checksums has none.
    public const string Create =
        $"""
        CREATE TABLE streams (
            stream INTEGER PRIMARY KEY,
            aggregate TEXT NOT NULL,
            id TEXT NOT NULL,
            UNIQUE (aggregate, id)
        ) STRICT;

        CREATE TABLE event_types (
            type INTEGER PRIMARY KEY,
            aggregate TEXT NOT NULL,
            name TEXT NOT NULL,
            UNIQUE (aggregate, name)
        ) STRICT;

        CREATE TABLE events (
            position INTEGER PRIMARY KEY,
            stream INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            type INTEGER NOT NULL,
            version INTEGER NOT NULL,
            timestamp INTEGER NOT NULL,
            event_id BLOB NOT NULL,
            events INTEGER,
            command TEXT,
            metadata TEXT,
            payload TEXT NOT NULL,
            checksum INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX events_by_stream ON events (stream, sequence);
        CREATE UNIQUE INDEX events_by_command ON events (command, stream) WHERE command IS NOT NULL;
        CREATE INDEX events_by_type ON events (type);

        CREATE TABLE snapshots (
            stream INTEGER PRIMARY KEY,
            fingerprint TEXT NOT NULL,
            version INTEGER NOT NULL,
            payload TEXT NOT NULL,
            checksum INTEGER
        ) STRICT;

        CREATE TABLE documents (
            query TEXT NOT NULL,
            key TEXT NOT NULL,
            fingerprint TEXT NOT NULL,
            version INTEGER NOT NULL,
            payload TEXT NOT NULL,
            checksum INTEGER,
            UNIQUE (query, key)
        ) STRICT;

        CREATE TRIGGER streams_stay BEFORE UPDATE ON streams BEGIN SELECT RAISE(ABORT, 'streams cannot be changed'); END;
        CREATE TRIGGER streams_remain BEFORE DELETE ON streams BEGIN SELECT RAISE(ABORT, 'streams cannot be deleted'); END;
        CREATE TRIGGER event_types_stay BEFORE UPDATE ON event_types BEGIN SELECT RAISE(ABORT, 'event types cannot be changed'); END;
        CREATE TRIGGER event_types_remain BEFORE DELETE ON event_types BEGIN SELECT RAISE(ABORT, 'event types cannot be deleted'); END;
        CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events cannot be changed'); END;
        CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events cannot be deleted'); END;
        {EventsFollow}

        CREATE VIEW log AS
            SELECT e.position, s.aggregate, s.id, e.sequence, t.name, e.version,
                strftime('%Y-%m-%dT%H:%M:%fZ', e.timestamp / 1e7, 'unixepoch') AS timestamp, e.metadata, e.payload
            FROM events e JOIN streams s ON s.stream = e.stream JOIN event_types t ON t.type = e.type;
        """;
}
