using Cqrs.Gen.Storage;
using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Sqlite.Tests;

/// <summary>The database itself refuses to change what was recorded.</summary>
public sealed class ProtectionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("UPDATE events SET payload = '{}'")]
    [InlineData("DELETE FROM events")]
    [InlineData("DELETE FROM events WHERE position = 2")]
    [InlineData("INSERT INTO events SELECT position + 2, stream, sequence + 2, type, version, timestamp, event_id, events, command || position, metadata, payload, checksum FROM events WHERE position = 2")]
    [InlineData("INSERT OR REPLACE INTO events SELECT position, stream, sequence, type, version, timestamp, event_id, events, command, metadata, 'forged', checksum FROM events WHERE position = 1")]
    [InlineData("INSERT INTO events SELECT position + 1, stream, sequence + 1, type, version, timestamp, event_id, NULL, NULL, metadata, payload, NULL FROM events WHERE position = 2")]
    [InlineData("UPDATE streams SET id = 'forged'")]
    [InlineData("DELETE FROM streams")]
    [InlineData("UPDATE event_types SET name = 'forged'")]
    [InlineData("DELETE FROM event_types")]
    [InlineData("UPDATE events SET command = 'forged'")]
    public async Task The_log_cannot_be_changed(string sql)
    {
        await using SqliteEventStorage storage = await _folder.OpenAsync();
        await storage.AppendAsync(Requests.To("a", 0));
        await storage.AppendAsync(Requests.To("a", 1));
        using OtherProgram other = new(_folder.File());
        object? before = Content(other);

        SqliteException refused = Assert.Throws<SqliteException>(() => other.Execute(sql));

        Assert.Equal(SQLitePCL.raw.SQLITE_CONSTRAINT_TRIGGER, refused.SqliteExtendedErrorCode);
        Assert.Equal(before, Content(other));
    }

    [Fact]
    public async Task The_log_can_be_read_as_a_view()
    {
        await using SqliteEventStorage storage = await _folder.OpenAsync();
        AppendRequest request = Requests.To("a", 0, payload: """{"amount":10}""");
        await storage.AppendAsync(request);
        using OtherProgram other = new(_folder.File());

        Assert.Equal(
            $"1 account a 1 money-deposited 1 {request.Timestamp.UtcDateTime:yyyy-MM-ddTHH:mm} 10",
            other.Scalar("SELECT concat_ws(' ', position, aggregate, id, sequence, name, version, substr(timestamp, 1, 16), payload ->> 'amount') FROM log"));
    }

    public void Dispose() => _folder.Dispose();

    private static object? Content(OtherProgram other) => other.Scalar(
        "SELECT (SELECT group_concat(concat_ws('|', e.position, e.stream, e.sequence, e.type, hex(e.event_id), e.events, e.command, e.payload)) FROM events e) || (SELECT group_concat(concat_ws('|', stream, id)) FROM streams) || (SELECT group_concat(name) FROM event_types)");
}
