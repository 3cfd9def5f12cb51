namespace Cqrs.Gen.Sqlite;

/// <summary>The steps that bring the tables of older versions up to date, each from one version to the next.</summary>
internal static class SchemaUpgrades
{
    // Version 1 kept commands in a table of their own, which could not be read in the order of the log.
    private const string From1 =
        """
        DROP TRIGGER events_stay;
        ALTER TABLE events ADD COLUMN events INTEGER;
        ALTER TABLE events ADD COLUMN command TEXT;
        UPDATE events SET events = c.events, command = c.command FROM commands c WHERE c.position = events.position;
        DROP TRIGGER commands_stay;
        DROP TRIGGER commands_remain;
        DROP TABLE commands;
        CREATE UNIQUE INDEX events_by_command ON events (command, stream) WHERE command IS NOT NULL;
        CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events cannot be changed'); END;
        """;

    // Version 2 had no checksums. What was written then is read as it is.
    private const string From2 =
        $"""
        ALTER TABLE events ADD COLUMN checksum INTEGER;
        ALTER TABLE snapshots ADD COLUMN checksum INTEGER;
        ALTER TABLE documents ADD COLUMN checksum INTEGER;
        DROP TRIGGER events_follow;
        {Schema.EventsFollow}
        """;

    private static readonly string[] Steps = [From1, From2];

    /// <summary>The steps from a version to the current one, in order.</summary>
    public static ReadOnlySpan<string> After(long version) => Steps.AsSpan((int)version - 1);
}
