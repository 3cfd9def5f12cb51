using System.Diagnostics;
using System.Globalization;

namespace Cqrs.Gen.Aot.Tests;

public sealed class PublishTests(Sample sample)
{
    [Fact]
    public void The_sample_publishes_as_a_native_binary_without_a_warning()
    {
        Assert.True(sample.Publishing.ExitCode == 0, sample.Publishing.Output);
        Assert.DoesNotContain("warning", sample.Publishing.Output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal([0x7F, (byte)'E', (byte)'L', (byte)'F'], File.ReadAllBytes(Sample.Binary)[..4]);
    }

    [Fact]
    public async Task Its_size_start_time_and_memory_are_recorded()
    {
        using Scratch scratch = new();
        long size = new FileInfo(Sample.Binary).Length;
        long library = new FileInfo(Path.Combine(Sample.Folder, "libe_sqlite3.so")).Length;
        double start = double.MaxValue;
        for (int i = 0; i < 20; i++)
        {
            long begin = Stopwatch.GetTimestamp();
            Assert.Equal(0, (await Sample.RunNativeAsync(scratch.Folder, "--help")).ExitCode);
            start = Math.Min(start, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        double whole = double.MaxValue;
        for (int i = 0; i < 5; i++)
        {
            long begin = Stopwatch.GetTimestamp();
            Assert.Equal(1, (await Sample.RunNativeAsync(scratch.Folder, "--database", $"{i}.db")).ExitCode);
            whole = Math.Min(whole, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }

        double memory = await PeakMemoryAsync(scratch);
        string record = string.Create(
            CultureInfo.InvariantCulture,
            $"binary {size / 1e6:F1} MB and SQLite's library {library / 1e6:F1} MB; start to end of --help {start:F0} ms, of the shipped input on a new file {whole:F0} ms (best of several); memory at its peak {memory:F0} MB\n");
        await File.WriteAllTextAsync(Sample.Record, record, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper?.WriteLine(record);
    }

    // The program is asked while it waits for more input: the system forgets the number when it ends.
    private static async Task<double> PeakMemoryAsync(Scratch scratch)
    {
        string[] lines = await File.ReadAllLinesAsync(Sample.InputFile, TestContext.Current.CancellationToken);
        using Process process = Tool.Start(scratch.Folder, Sample.Binary, ["-", "--database", "memory.db"]);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(string.Join('\n', lines) + "\n" + Scratch.Open("last") + "\n");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line && !line.Contains(" last ", StringComparison.Ordinal))
        {
        }

        string status = await File.ReadAllTextAsync($"/proc/{process.Id}/status", TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await errors;
        string peak = status.Split('\n').Single(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(peak.Split(':')[1].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) / 1000;
    }
}
