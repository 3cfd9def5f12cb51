using System.Globalization;
using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite.Tests;

/// <summary>Real processes on one file: killed, competing, and on a disk that fails.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("CQRS_GEN_KILL_ROUNDS") ?? "8", CultureInfo.InvariantCulture);
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_process_that_is_killed_loses_nothing_it_acknowledged_and_doubles_nothing()
    {
        List<string> acknowledged = [];
        Random random = new(1);
        for (int round = 0; round < Rounds; round++)
        {
            using AppenderProcess process = AppenderProcess.Start(_folder.File(), callers: 16, appends: 1_000_000);
            await process.WaitForLineAsync();
            Task<string> end = process.EndAsync();
            await Task.Delay(random.Next(20, 300));
            process.Kill();
            Assert.Equal("", await end);
            acknowledged.AddRange(process.Lines.Where(l => l.StartsWith("ack", StringComparison.Ordinal)));

            await VerifyAsync(acknowledged);
        }

        Assert.NotEmpty(acknowledged);
        using OtherProgram other = new(_folder.File());
        Assert.Equal("ok", other.Scalar("PRAGMA integrity_check"));
    }

    [Fact]
    public async Task Two_processes_append_to_one_file_without_a_fault_a_gap_or_a_loss()
    {
        using AppenderProcess first = AppenderProcess.Start(_folder.File(), callers: 4, appends: 250, prefix: "first");
        using AppenderProcess second = AppenderProcess.Start(_folder.File(), callers: 4, appends: 250, prefix: "second");
        string[] errors = await Task.WhenAll(first.EndAsync(), second.EndAsync());

        Assert.Equal(["", ""], errors);
        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        string[] acknowledged = [.. first.Lines.Concat(second.Lines).Where(l => l != "open")];
        Assert.Equal(2000, acknowledged.Length);
        await VerifyAsync(acknowledged);
        Assert.Equal(Enumerable.Range(1, 2000), acknowledged.Select(a => int.Parse(a.Split(' ')[3], CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public async Task After_an_IO_error_nothing_more_is_acknowledged_until_the_store_is_opened_again()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Limiting the size of a process's files needs Unix.");
        using AppenderProcess failing = AppenderProcess.StartWithFileLimit(_folder.File(), callers: 1, appends: 1_000_000, blocksOf512Bytes: 600);
        Assert.Equal("", await failing.EndAsync());

        string[] acknowledged = [.. failing.Lines.Where(l => l.StartsWith("ack", StringComparison.Ordinal))];
        Assert.NotEmpty(acknowledged);
        Assert.Equal(["fault OutcomeUnknownException ", "fault StoreException Unavailable"], failing.Lines.Skip(1 + acknowledged.Length));
        Assert.Equal(1, failing.ExitCode);

        using AppenderProcess next = AppenderProcess.Start(_folder.File(), callers: 1, appends: 3);
        Assert.Equal("", await next.EndAsync());
        await VerifyAsync([.. acknowledged, .. next.Lines.Skip(1)]);
    }

    public void Dispose() => _folder.Dispose();

    private async Task VerifyAsync(IReadOnlyCollection<string> acknowledged)
    {
        await using SqliteEventStorage storage = await _folder.OpenAsync();
        Log log = new();
        await storage.ReadLogAsync(new(0, int.MaxValue), log, CancellationToken.None);

        Assert.Equal(Enumerable.Range(1, log.Events.Count).Select(i => (long)i), log.Events.Select(e => e.Position));
        foreach (IGrouping<string, (long Position, string Id, long Sequence, string Payload)> stream in log.Events.GroupBy(e => e.Id))
        {
            long[] sequences = [.. Enumerable.Range(1, stream.Count()).Select(i => (long)i)];
            Assert.Equal(sequences, stream.Select(e => e.Sequence));
            Assert.Equal(sequences, stream.Select(e => long.Parse(e.Payload, CultureInfo.InvariantCulture))); // the command's number: none twice
        }

        HashSet<string> stored = [.. log.Events.Select(e => $"ack {e.Id} {e.Sequence} {e.Position}")];
        Assert.All(acknowledged, a => Assert.Contains(a[..a.LastIndexOf(' ')], stored));
    }

    private sealed class Log : IEventSink
    {
        public List<(long Position, string Id, long Sequence, string Payload)> Events { get; } = [];

        public void OnEvent(in RecordedEvent e) =>
            Events.Add((e.Position, Encoding.UTF8.GetString(e.AggregateId), e.Sequence, Encoding.UTF8.GetString(e.Payload)));
    }
}
