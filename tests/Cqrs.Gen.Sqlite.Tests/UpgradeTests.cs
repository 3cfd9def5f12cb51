using System.Text;
using Cqrs.Gen.Storage;
using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Sqlite.Tests;

public sealed class UpgradeTests : IDisposable
{
    // What version 2 had: no checksums.
    private const string BackToVersion2 =
        """
        DROP TRIGGER events_follow;
        ALTER TABLE events DROP COLUMN checksum;
        ALTER TABLE snapshots DROP COLUMN checksum;
        ALTER TABLE documents DROP COLUMN checksum;
        CREATE TRIGGER events_follow BEFORE INSERT ON events WHEN NEW.position IS NOT (SELECT ifnull(max(position), 0) + 1 FROM events)
            BEGIN SELECT RAISE(ABORT, 'events can only be appended'); END;
        PRAGMA user_version = 2;
        """;

    // What version 1 had: commands in a table of their own.
    private const string BackToVersion1 =
        """
        CREATE TABLE commands (
            command TEXT NOT NULL,
            stream INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            position INTEGER NOT NULL,
            events INTEGER NOT NULL,
            PRIMARY KEY (command, stream)
        ) STRICT, WITHOUT ROWID;
        INSERT INTO commands SELECT command, stream, sequence, position, events FROM events WHERE command IS NOT NULL;
        CREATE TRIGGER commands_stay BEFORE UPDATE ON commands BEGIN SELECT RAISE(ABORT, 'commands cannot be changed'); END;
        CREATE TRIGGER commands_remain BEFORE DELETE ON commands BEGIN SELECT RAISE(ABORT, 'commands cannot be deleted'); END;
        DROP INDEX events_by_command;
        ALTER TABLE events DROP COLUMN command;
        ALTER TABLE events DROP COLUMN events;
        PRAGMA user_version = 1;
        """;

    private const string InsertOfVersion2 =
        """
        INSERT OR IGNORE INTO streams (stream, aggregate, id) VALUES (1, 'account', 'a');
        INSERT OR IGNORE INTO event_types (type, aggregate, name) VALUES (1, 'account', 'noted');
        INSERT INTO events (position, stream, sequence, type, version, timestamp, event_id, metadata, payload, events, command)
        SELECT ifnull(max(position), 0) + 1, 1, ifnull(max(position), 0) + 1, 1, 1, 0, randomblob(16), NULL, '{}', 1, 'c' || ifnull(max(position), 0) FROM events;
        """;

    private const string Objects = "SELECT group_concat(type || ' ' || name, ', ') FROM (SELECT type, name FROM sqlite_schema WHERE sql <> '' ORDER BY type, name)";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public async Task A_file_of_an_older_version_is_brought_up_to_date_and_keeps_its_commands(int version)
    {
        await using (SqliteEventStorage storage = await _folder.OpenAsync())
        {
            AppendRequest three = Requests.To("a", 0, "first");
            three.Events = Enumerable.Range(1, 3).Select(i => new EventData(Guid.NewGuid(), "noted", i, Encoding.UTF8.GetBytes($"{i}"))).ToArray();
            await storage.AppendAsync(three);
            await storage.AppendAsync(Requests.To("b", 0, "first"));
            await storage.AppendAsync(Requests.To("a", 3, "second"));
        }

        string before = await LogAsync();
        using (OtherProgram other = new(_folder.File()))
        {
            other.Execute($"BEGIN; {BackToVersion2} {(version == 1 ? BackToVersion1 : "")} COMMIT");
        }

        Assert.Equal(before, await LogAsync());
        await using SqliteEventStorage upgraded = await _folder.OpenAsync();
        Assert.Equal(new(AppendResult.Repeat, 3, 3, 3), await upgraded.AppendAsync(Requests.To("a", 0, "first")));
        Assert.Equal(new(AppendResult.Repeat, 1, 4, 1), await upgraded.AppendAsync(Requests.To("b", 0, "first")));
        Assert.Equal(new(AppendResult.Appended, 5, 6, 1), await upgraded.AppendAsync(Requests.To("a", 4, "third")));
        using OtherProgram reader = new(_folder.File());
        Assert.Equal((long)Schema.Version, reader.Scalar("PRAGMA user_version"));
        Assert.Equal("ok", reader.Scalar("PRAGMA integrity_check"));
        using OtherProgram created = new(_folder.File("new.db"));
        Assert.Equal(created.Execute(Schema.Create).Scalar(Objects), reader.Scalar(Objects));
    }

    [Fact]
    public async Task An_older_program_that_still_runs_when_the_file_is_brought_up_to_date_appends_no_more()
    {
        await (await _folder.OpenAsync()).DisposeAsync();
        using OtherProgram old = new(_folder.File());
        old.Execute($"BEGIN; {BackToVersion2} COMMIT");
        old.Execute(InsertOfVersion2);
        await using SqliteEventStorage upgraded = await _folder.OpenAsync();

        SqliteException refused = Assert.Throws<SqliteException>(() => old.Execute(InsertOfVersion2));

        Assert.Contains("so update this one", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1, await upgraded.LastPositionAsync());
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> LogAsync()
    {
        await using SqliteEventStorage storage = await _folder.OpenAsync();
        Lines log = new();
        await storage.ReadLogAsync(new(0, int.MaxValue), log, CancellationToken.None);
        return log.Text.ToString();
    }

    private sealed class Lines : IEventSink
    {
        public StringBuilder Text { get; } = new();

        public void OnEvent(in RecordedEvent e) => Text.AppendLine(
            null,
            $"{e.Position} {Encoding.UTF8.GetString(e.AggregateId)} {e.Sequence} {e.EventId} {Encoding.UTF8.GetString(e.CommandId)} {Encoding.UTF8.GetString(e.Payload)}");
    }
}
