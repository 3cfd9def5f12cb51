using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite.Tests;

public sealed class UpgradeTests : IDisposable
{
    // What version 1 had: commands in a table of their own.
    private const string BackToVersion1 =
        """
        BEGIN;
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
        COMMIT;
        """;

    private const string Objects = "SELECT group_concat(type || ' ' || name, ', ') FROM (SELECT type, name FROM sqlite_schema WHERE sql <> '' ORDER BY type, name)";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_file_of_version_1_is_brought_up_to_date_and_keeps_its_commands()
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
            other.Execute(BackToVersion1);
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
