using System.Diagnostics;
using System.Globalization;

namespace Cqrs.Gen.Aot.Tests;

public sealed class InterruptionTests
{
    private const int Accounts = 40;
    private const int DepositsEach = 100;

    [Fact]
    public async Task After_a_kill_every_acknowledged_command_is_there_and_none_twice()
    {
        using Scratch scratch = new();
        string input = scratch.Write("in.jsonl", Lines());
        HashSet<int> acknowledged = [];
        int[] lives = [1, 50, 300, 700, 1, 900];
        foreach (int life in lives)
        {
            string[] answers = await KillAfterAsync(scratch, input, life);

            // What an earlier life had answered must be known as done; nothing else may have been said of it.
            Assert.All(
                answers.Where(answer => acknowledged.Contains(LineOf(answer))),
                static answer => Assert.EndsWith("already done", answer, StringComparison.Ordinal));
            acknowledged.UnionWith(answers.Select(LineOf));
        }

        Outcome last = await Sample.RunNativeAsync(scratch.Folder, input);

        Assert.Equal(0, last.ExitCode);
        Assert.True(acknowledged.Count > 0);
        string[] answered = [.. last.Lines.Where(static line => char.IsDigit(line.TrimStart()[0]) && line[0] == ' ')];
        Assert.Equal(Accounts * (DepositsEach + 1), answered.Length);
        Assert.All(
            answered.Where(answer => acknowledged.Contains(LineOf(answer))),
            static answer => Assert.EndsWith("already done", answer, StringComparison.Ordinal));

        string[] summaries = [.. last.Lines.SkipWhile(static line => !line.StartsWith("account ", StringComparison.Ordinal)).Skip(1).SkipLast(1)];
        Assert.Equal(Accounts, summaries.Length);
        Assert.All(summaries, static line => Assert.Equal(["1,000.00", "100", "0", "0"], line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2..6]));
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_ends_it_cleanly_while_it_waits_for_input(string signal)
    {
        using Scratch scratch = new();
        using Process process = Tool.Start(scratch.Folder, Sample.Binary, ["-"]);
        await process.StandardInput.WriteAsync(Scratch.Open("a") + "\n");
        await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        string? answer = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        await Tool.RunAsync(scratch.Folder, "sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -{signal} {process.Id}")]);
        string errors = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("opened for Someone", answer, StringComparison.Ordinal);
        Assert.Equal(130, process.ExitCode);
        Assert.StartsWith("Interrupted.", errors, StringComparison.Ordinal);
    }

    /// <summary>Runs the program, kills it without warning after so many answers, and returns the answers that came out.</summary>
    private static async Task<string[]> KillAfterAsync(Scratch scratch, string input, int answers)
    {
        using Process process = Tool.Start(scratch.Folder, Sample.Binary, [input]);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        List<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
            if (lines.Count == answers)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await errors;
        Assert.Equal(137, process.ExitCode);

        // The last line may be cut off: only what ends in a line end was said.
        return [.. lines.SkipLast(1)];
    }

    private static int LineOf(string answer) => int.Parse(answer.AsSpan(0, 7), CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines()
    {
        for (int account = 0; account < Accounts; account++)
        {
            yield return Scratch.Open($"a{account}", owner: "Nobody");
        }

        for (int i = 0; i < Accounts * DepositsEach; i++)
        {
            yield return Scratch.Deposit($"a{i % Accounts}", $"d{i}", 10);
        }
    }
}
