using CsCheck;

namespace Cqrs.Gen.Storage.Tests;

public sealed class LogCopyTests
{
    public static TheoryData<string> Changes => [.. Bends.Keys];

    private static readonly Dictionary<string, Action<AppendRequest>> Bends = new()
    {
        ["stream"] = r => r.Stream = new(r.Stream.Aggregate, r.Stream.Id + "x"),
        ["event id"] = r => r.Events = Bend(r, e => e with { EventId = Guid.NewGuid() }),
        ["command id"] = r => r.CommandId += "x",
        ["timestamp"] = r => r.Timestamp = r.Timestamp.AddTicks(1),
        ["event name"] = r => r.Events = Bend(r, e => e with { Name = e.Name + "x" }),
        ["event version"] = r => r.Events = Bend(r, e => e with { Version = e.Version + 1 }),
        ["metadata"] = r => r.Metadata = "{}"u8.ToArray(),
        ["payload"] = r => r.Events = Bend(r, e => e with { Payload = e.Payload.ToArray().Where(b => b != ' ').ToArray() }),
    };

    [Fact]
    public async Task An_empty_log_is_copied()
    {
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync();
        await using MemoryEventStorage target = await RandomLog.InMemoryAsync();

        Assert.Equal(default, await LogCopy.CopyAsync(source, target));
    }

    [Fact]
    public async Task A_log_is_copied_with_every_part_of_its_events()
    {
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync(RandomLog.Commands(1, 2000));
        await using MemoryEventStorage target = await RandomLog.InMemoryAsync();
        List<LogCopyProgress> told = [];

        LogCopyProgress done = await LogCopy.CopyAsync(source, target, new Told(told.Add));

        string log = await LogText.ReadAsync(source);
        Assert.Equal(log, await LogText.ReadAsync(target));
        Assert.Equal(new(log.Count(c => c == '\n'), done.Total, done.Total), done with { Position = done.Total });
        Assert.Equal(new(0, done.Total, 0), told[0]);
        Assert.Equal(done, told[^1]);
        Assert.True(told.Count > 3);
        Assert.Equal(told, told.OrderBy(p => p.Position).Distinct());
    }

    [Fact]
    public async Task A_command_is_copied_as_one_however_many_events_it_has()
    {
        AppendRequest large = Appends.To("a");
        large.Events = Enumerable.Range(1, 5000).Select(i => new EventData(Guid.NewGuid(), "noted", i, new byte[1500])).ToArray();
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync([.. RandomLog.Commands(2, 10), large, .. RandomLog.Commands(3, 10)]);
        Interrupted target = new(await RandomLog.InMemoryAsync());
        List<int> events = [];
        target.BeforeAppend = batch =>
        {
            events.AddRange(batch.ToArray().Select(r => r.Events.Length));
            return Task.CompletedTask;
        };

        await LogCopy.CopyAsync(source, target);

        Assert.Contains(5000, events);
        Assert.Equal(21, events.Count);
        Assert.Equal(await LogText.ReadAsync(source), await LogText.ReadAsync(target));
    }

    [Fact]
    public async Task What_was_copied_has_its_commands_and_versions()
    {
        AppendRequest[] commands = RandomLog.Commands(4, 200);
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync(commands);
        await using MemoryEventStorage target = await RandomLog.InMemoryAsync();
        await LogCopy.CopyAsync(source, target);

        AppendOutcome[] expected = new AppendOutcome[commands.Length];
        AppendOutcome[] outcomes = new AppendOutcome[commands.Length];
        await source.AppendAsync(commands, expected, CancellationToken.None);
        await target.AppendAsync(commands, outcomes, CancellationToken.None);

        Assert.All(expected, o => Assert.Equal(AppendResult.Repeat, o.Result));
        Assert.Equal(expected, outcomes);
    }

    [Fact]
    public async Task A_copy_that_breaks_or_is_stopped_anywhere_goes_on_where_it_ended() => await CsCheck.Gen.Select(
        CsCheck.Gen.Int[0, 1000],
        CsCheck.Gen.Int[0, 1500],
        CsCheck.Gen.Select(CsCheck.Gen.Enum<Stop>(), CsCheck.Gen.Int[0, 6]).Array[0, 6]).SampleAsync(
            async (seed, count, stops) =>
            {
                await using MemoryEventStorage source = await RandomLog.InMemoryAsync(RandomLog.Commands(seed, count));
                await using MemoryEventStorage memory = await RandomLog.InMemoryAsync();
                for (int i = 0; i < stops.Length; i++)
                {
                    await RunAsync(source, memory, stops[i].Item1, stops[i].Item2);
                    Assert.StartsWith(await LogText.ReadAsync(memory), await LogText.ReadAsync(source), StringComparison.Ordinal);
                    await RandomLog.AppendAsync(source, RandomLog.Commands(seed + 1001 + i, 20));
                }

                LogCopyProgress done = await LogCopy.CopyAsync(source, memory);

                Assert.Equal(done.Total, done.Position);
                Assert.Equal(await LogText.ReadAsync(source), await LogText.ReadAsync(memory));
            },
            iter: 40,
            threads: 1);

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_target_that_holds_something_else_is_refused_and_left_as_it_is(string part)
    {
        AppendRequest[] commands = RandomLog.Commands(5, 1500);
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync([.. commands, .. RandomLog.Commands(6, 10)]);
        const int Changed = 1200;
        long before = commands[..Changed].Sum(r => r.Events.Length);
        commands = RandomLog.Commands(5, 1500);
        Bends[part](commands[Changed]);
        await using MemoryEventStorage target = await RandomLog.InMemoryAsync(commands);
        string held = await LogText.ReadAsync(target);

        LogMismatchException refused = await Assert.ThrowsAsync<LogMismatchException>(() => LogCopy.CopyAsync(source, target));

        Assert.Equal(before + (part == "command id" ? commands[Changed].Events.Length : 1), refused.Position);
        Assert.Contains($"has another {part}", refused.Message, StringComparison.Ordinal);
        Assert.Equal(held, await LogText.ReadAsync(target));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_target_that_does_not_keep_what_it_is_given_is_found(string part)
    {
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync([.. RandomLog.Commands(7, 1000)]);
        Interrupted target = new(await RandomLog.InMemoryAsync())
        {
            BeforeAppend = batch =>
            {
                // The first command of a stream, so that nothing else comes of it.
                AppendRequest request = batch.ToArray().First(r => r.ExpectedVersion == 0);
                Bends[part](request);
                return Task.CompletedTask;
            },
        };

        await Assert.ThrowsAsync<LogMismatchException>(() => LogCopy.CopyAsync(source, target));
    }

    [Fact]
    public async Task A_target_that_goes_on_where_the_source_ends_is_refused()
    {
        AppendRequest[] commands = RandomLog.Commands(8, 50);
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync(commands[..49]);
        await using MemoryEventStorage target = await RandomLog.InMemoryAsync(commands);

        LogMismatchException refused = await Assert.ThrowsAsync<LogMismatchException>(() => LogCopy.CopyAsync(source, target));

        Assert.Equal(commands[..49].Sum(r => r.Events.Length) + 1, refused.Position);
    }

    [Fact]
    public async Task A_target_that_something_else_writes_to_meanwhile_is_refused()
    {
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync(RandomLog.Commands(9, 1500));
        MemoryEventStorage memory = await RandomLog.InMemoryAsync();
        Interrupted target = new(memory);
        long copied = 0;
        Told tell = new(p => copied = p.Copied);
        target.BeforeAppend = _ => target.BatchSizes.Count == 3 ? RandomLog.AppendAsync(memory, Appends.To("stranger")) : Task.CompletedTask;

        LogMismatchException refused = await Assert.ThrowsAsync<LogMismatchException>(() => LogCopy.CopyAsync(source, target, tell));

        Assert.True(refused.Position > copied && copied > 0);
        LogMismatchException again = await Assert.ThrowsAsync<LogMismatchException>(() => LogCopy.CopyAsync(source, memory));
        Assert.Equal(refused.Position, again.Position);
    }

    [Fact]
    public async Task A_source_that_grows_is_copied_up_to_its_end_at_the_start_and_the_next_run_catches_up()
    {
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync(RandomLog.Commands(10, 2000));
        await using MemoryEventStorage target = await RandomLog.InMemoryAsync();
        string log = await LogText.ReadAsync(source);
        int seed = 11;
        Told grow = new(_ => RandomLog.AppendAsync(source, RandomLog.Commands(seed++, 30)).Wait());

        LogCopyProgress first = await LogCopy.CopyAsync(source, target, grow);
        Assert.Equal(log, await LogText.ReadAsync(target));

        LogCopyProgress second = await LogCopy.CopyAsync(source, target, after: first.Position);
        Assert.Equal(new(second.Total, second.Total, second.Total - first.Total), second);
        Assert.True(second.Copied > 0);
        Assert.Equal(await LogText.ReadAsync(source), await LogText.ReadAsync(target));
        Assert.Equal(second with { Copied = 0 }, await LogCopy.CopyAsync(source, target));
    }

    [Fact]
    public async Task What_an_earlier_run_is_said_to_have_compared_must_be_there()
    {
        AppendRequest[] commands = RandomLog.Commands(12, 30);
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync(commands);
        await using MemoryEventStorage target = await RandomLog.InMemoryAsync(commands[..10]);
        long held = commands[..10].Sum(r => r.Events.Length);

        LogMismatchException refused = await Assert.ThrowsAsync<LogMismatchException>(() => LogCopy.CopyAsync(source, target, after: held + 1));
        Assert.Equal(held + 1, refused.Position);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => LogCopy.CopyAsync(source, target, after: -1));
        await LogCopy.CopyAsync(source, target, after: held);
        Assert.Equal(await LogText.ReadAsync(source), await LogText.ReadAsync(target));
    }

    [Fact]
    public async Task Copies_that_run_at_the_same_time_do_not_disturb_each_other()
    {
        await using MemoryEventStorage source = await RandomLog.InMemoryAsync(RandomLog.Commands(13, 1500));
        await using MemoryEventStorage target = await RandomLog.InMemoryAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => LogCopy.CopyAsync(source, target))));

        Assert.Equal(await LogText.ReadAsync(source), await LogText.ReadAsync(target));
    }

    private static async Task RunAsync(IEventStorage source, IEventStorage memory, Stop stop, int number)
    {
        using CancellationTokenSource cancellation = new();
        Interrupted target = new(memory);
        target.BeforeAppend = _ => stop == Stop.BeforeCommit && target.BatchSizes.Count > number ? throw new CommitUncertainException("Before.") : Task.CompletedTask;
        target.AfterAppend = _ => stop == Stop.AfterCommit && target.BatchSizes.Count > number ? throw new CommitUncertainException("After.") : Task.CompletedTask;
        int pages = 0;
        Told tell = new(_ =>
        {
            if (stop == Stop.Cancelled && pages++ == number)
            {
                cancellation.Cancel();
            }
        });
        try
        {
            await LogCopy.CopyAsync(source, target, tell, cancellationToken: cancellation.Token);
        }
        catch (CommitUncertainException)
        {
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }
    }

    private static EventData[] Bend(AppendRequest request, Func<EventData, EventData> bend) => [.. request.Events.ToArray().Select(bend)];

    private enum Stop
    {
        BeforeCommit,
        AfterCommit,
        Cancelled,
    }

    private sealed class Told(Action<LogCopyProgress> tell) : IProgress<LogCopyProgress>
    {
        public void Report(LogCopyProgress value) => tell(value);
    }
}
