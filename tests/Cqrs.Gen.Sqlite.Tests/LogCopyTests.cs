using Cqrs.Gen.Storage;
using Cqrs.Gen.Storage.Tests;

namespace Cqrs.Gen.Sqlite.Tests;

public sealed class LogCopyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_log_is_copied_into_a_file_and_out_of_it()
    {
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync(RandomLog.Commands(1, 1500));
        await using MemoryEventStorage last = await RandomLog.InMemoryAsync();
        LogCopyProgress done;
        await using (SqliteEventStorage target = await _folder.OpenAsync())
        {
            done = await LogCopy.CopyAsync(source, target);
        }

        await using SqliteEventStorage file = await _folder.OpenAsync();
        Assert.Equal(done, await LogCopy.CopyAsync(file, last));

        string log = await LogText.ReadAsync(source);
        Assert.Equal(log, await LogText.ReadAsync(file));
        Assert.Equal(log, await LogText.ReadAsync(last));
        using OtherProgram other = new(_folder.File());
        Assert.Equal("ok", other.Scalar("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task A_file_that_another_process_appends_to_is_copied_up_to_its_end_and_the_next_run_catches_up()
    {
        await using SqliteEventStorage source = await _folder.OpenAsync("source.db");
        await RandomLog.AppendAsync(source, RandomLog.Commands(2, 500));
        await using SqliteEventStorage target = await _folder.OpenAsync("target.db");
        using AppenderProcess appender = AppenderProcess.Start(_folder.File("source.db"), callers: 4, appends: 300);
        await appender.WaitForLineAsync();

        long copied = 0;
        for (int i = 0; i < 5; i++)
        {
            LogCopyProgress done = await LogCopy.CopyAsync(source, target, after: copied);
            Assert.Equal(done.Total, done.Position);
            copied = await target.LastPositionAsync();
            Assert.Equal(done.Position, copied);
        }

        Assert.Equal("", await appender.EndAsync());
        await LogCopy.CopyAsync(source, target);
        Assert.Equal(await LogText.ReadAsync(source), await LogText.ReadAsync(target));
    }

    [Fact]
    public async Task A_file_of_another_log_is_refused_and_left_as_it_is()
    {
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync(RandomLog.Commands(3, 20));
        await using SqliteEventStorage target = await _folder.OpenAsync();
        await target.AppendAsync(Requests.To("a", 0));
        string held = await LogText.ReadAsync(target);

        LogMismatchException refused = await Assert.ThrowsAsync<LogMismatchException>(() => LogCopy.CopyAsync(source, target));

        Assert.Equal(1, refused.Position);
        Assert.Equal(held, await LogText.ReadAsync(target));
    }

    public void Dispose() => _folder.Dispose();
}
