using System.Text.Json;

namespace Cqrs.Gen.Aot.Tests;

public sealed class ShippedInputTests
{
    [Fact]
    public async Task The_native_binary_says_what_the_managed_program_says()
    {
        using Scratch native = new();
        using Scratch managed = new();

        Outcome expected = await Sample.RunManagedAsync(managed.Folder);
        Outcome actual = await Sample.RunNativeAsync(native.Folder);

        Assert.Equal(expected.Lines, actual.Lines);
        Assert.Equal(expected.ErrorLines, actual.ErrorLines);
        Assert.Equal(expected.ExitCode, actual.ExitCode);
    }

    [Fact]
    public async Task Every_command_every_refusal_and_bad_lines_occur()
    {
        using Scratch scratch = new();

        Outcome outcome = await Sample.RunNativeAsync(scratch.Folder);

        Assert.Equal(1, outcome.ExitCode);
        Assert.All(
            [
                "opened for", "deposited", "withdrew", "wrote check", "already done", "exists already", "is less than", "was written before",
                "The clearing house refuses", "more than 0", "no more than two decimals", "An owner's name",
            ],
            words => Assert.Contains(words, outcome.Output, StringComparison.Ordinal));
        Assert.Equal("318 lines: 286 done, 2 already done, 12 refused, 18 bad.", outcome.Lines[^1]);
        Assert.Equal(18, outcome.ErrorLines.Length);
        Assert.All(outcome.ErrorLines, static line => Assert.Matches(@"^line [0-9]+: \$[^ ]*: .+", line));
    }

    [Fact]
    public async Task A_second_run_recognises_what_was_done_and_changes_no_balance()
    {
        using Scratch scratch = new();
        Outcome first = await Sample.RunNativeAsync(scratch.Folder);

        Outcome second = await Sample.RunNativeAsync(scratch.Folder);

        Assert.Equal("318 lines: 0 done, 288 already done, 12 refused, 18 bad.", second.Lines[^1]);
        Assert.Equal(Summaries(first), Summaries(second));
        Assert.Equal(11, Summaries(second).Length);
    }

    [Fact]
    public async Task Summaries_are_JSON_for_programs()
    {
        using Scratch scratch = new();

        Outcome outcome = await Sample.RunNativeAsync(scratch.Folder, "--quiet", "--json");

        string[] summaries = [.. outcome.Lines.Where(static line => line.StartsWith('{'))];
        Assert.NotEmpty(summaries);
        Assert.All(summaries, static line => Assert.Equal(JsonValueKind.String, JsonElement.Parse(line).GetProperty("owner").ValueKind));
    }

    [Fact]
    public async Task Quiet_prints_what_went_wrong_and_the_summaries()
    {
        using Scratch scratch = new();
        Outcome loud = await Sample.RunNativeAsync(scratch.Folder, "--database", "loud.db");

        Outcome quiet = await Sample.RunNativeAsync(scratch.Folder, "--quiet");

        Assert.Equal(Summaries(loud), Summaries(quiet));
        Assert.Equal(loud.ErrorLines, quiet.ErrorLines);
        Assert.DoesNotContain("deposited", quiet.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_page_of_the_sample_quotes_is_what_it_prints()
    {
        using Scratch scratch = new();
        Outcome outcome = await Sample.RunNativeAsync(scratch.Folder);
        string[] blocks = (await File.ReadAllTextAsync(Sample.Page, TestContext.Current.CancellationToken)).Split("```text\n")[1..];

        Assert.Equal(2, blocks.Length);
        Assert.Superset(LinesOf(blocks[0]), outcome.Lines.ToHashSet());
        Assert.Superset(LinesOf(blocks[1]), outcome.ErrorLines.ToHashSet());
    }

    private static HashSet<string> LinesOf(string block) => [.. block.Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)];

    private static string[] Summaries(Outcome outcome) =>
        [.. outcome.Lines.SkipWhile(static line => !line.StartsWith("account ", StringComparison.Ordinal)).Skip(1).SkipLast(1)];
}
