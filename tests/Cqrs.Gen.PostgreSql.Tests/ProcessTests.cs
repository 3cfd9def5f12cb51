namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>Real processes on one database: competing, and killed.</summary>
public sealed class ProcessTests(SharedServer shared)
{
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Processes_append_to_one_store_without_a_fault_a_gap_or_a_loss(int count)
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        AppenderProcess[] processes = [.. Enumerable.Range(0, count).Select(i => new AppenderProcess(options, callers: 4, appends: 100, prefix: $"p{i}-"))];
        try
        {
            string[] errors = await Task.WhenAll(processes.Select(static process => process.EndAsync()));

            Assert.All(errors, static error => Assert.Equal("", error));
            Assert.All(processes, static process => Assert.Empty(process.Faults));
            Assert.All(processes, static process => Assert.Equal(400, process.Acknowledged.Count()));
            (await Log.ReadAsync(options)).Verify(processes.SelectMany(static process => process.Acknowledged));
        }
        finally
        {
            Array.ForEach(processes, static process => process.Dispose());
        }
    }

    [Fact]
    public async Task No_process_starves_while_others_append_all_the_time()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        AppenderProcess[] processes = [.. Enumerable.Range(0, 3).Select(i => new AppenderProcess(options, callers: i == 0 ? 1 : 16, appends: 1_000_000, prefix: $"p{i}-"))];
        try
        {
            await Task.WhenAll(processes.Select(static process => process.WaitForLineAsync()));
            Task<string[]> end = Task.WhenAll(processes.Select(static process => process.EndAsync()));
            await Task.Delay(2000);
            Array.ForEach(processes, static process => process.Kill());
            await end;

            // One caller takes part in a batch of its process each time the lock comes round, so its appends are about a third of all batches.
            int batches = processes.Max(static process => process.Acknowledged.Count()) / 16;
            Assert.InRange(processes[0].Acknowledged.Count(), batches / 4, int.MaxValue);
            (await Log.ReadAsync(options)).Verify(processes.SelectMany(static process => process.Acknowledged));
        }
        finally
        {
            Array.ForEach(processes, static process => process.Dispose());
        }
    }

    [Fact]
    public async Task A_process_that_is_killed_loses_nothing_it_acknowledged_and_doubles_nothing()
    {
        PostgreSqlStorageOptions options = shared.NewStore();
        List<string> acknowledged = [];
        Random random = new(1);
        for (int round = 0; round < 8; round++)
        {
            using AppenderProcess process = new(options, callers: 16, appends: 1_000_000, prefix: "a");
            await process.WaitForLineAsync();
            await process.WaitForLineAsync(); // it is open, and the first append was acknowledged
            Task<string> end = process.EndAsync();
            await Task.Delay(random.Next(20, 300));
            process.Kill();
            Assert.Equal("", await end);
            acknowledged.AddRange(process.Acknowledged);

            (await Log.ReadAsync(options)).Verify(acknowledged);
        }

        Assert.NotEmpty(acknowledged);
    }
}
