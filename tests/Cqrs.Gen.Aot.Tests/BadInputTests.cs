namespace Cqrs.Gen.Aot.Tests;

public sealed class BadInputTests
{
    public static TheoryData<string, string> BadLines() => new()
    {
        { "this is not JSON", "$: It is not JSON from byte 1 on." },
        { """{"account": "a", "id": "1", "command": {"$type": "deposit-money", "amount": 1}""", "$: It is not JSON from byte" },
        { "[1, 2]", "$: Expected an object" },
        { """{"account": "a", "id": "1", "command": {"$type": "close-account"}}""", "$.command.$type: The bank-account has no command \"close-account\"" },
        { """{"account": "a", "id": "1", "command": {"amount": 1}}""", "$.command.$type: The member is missing." },
        { """{"account": "a", "id": "1", "command": {"$type": "deposit-money"}}""", "$.command.amount: The member is missing." },
        { """{"account": "a", "id": "1", "command": {"$type": "deposit-money", "amount": "1"}}""", "$.command.amount: Expected a number" },
        { """{"account": "a", "id": "1", "command": {"$type": "deposit-money", "amount": null}}""", "$.command.amount: Expected a number" },
        { """{"account": "a", "id": "1", "command": {"$type": "deposit-money", "amount": 1, "amount": 2}}""", "$.command.amount: The member stands here a second time." },
        { """{"account": "a", "id": "1", "command": {"$type": "deposit-money", "amount": 1, "rate": 2}}""", "$.command.rate: There is no such member." },
        { """{"account": "a", "id": "1"}""", "$.command: The member is missing." },
        { """{"account": "a", "id": 1, "command": {"$type": "deposit-money", "amount": 1}}""", "$.id: Expected a string" },
        { """{"account": "a\u001b[2J", "id": "1", "command": {"$type": "deposit-money", "amount": 1}}""", "$.account: Expected a string of 1 to 100 printable characters." },
        { """{"account": "nobody", "id": "1", "command": {"$type": "deposit-money", "amount": 1}}""", "$.account: There is no bank-account \"nobody\"." },
        { """{"id": "2", "id": "1", "account": "a", "command": {"$type": "deposit-money", "amount": 1}}""", "$.id: The member is there twice." },
    };

    [Theory]
    [MemberData(nameof(BadLines))]
    public async Task A_bad_line_is_reported_with_its_number_and_path_and_the_others_are_executed(string line, string problem)
    {
        using Scratch scratch = new();
        string input = scratch.Write("in.jsonl", Scratch.Open("a"), "", line, Scratch.Deposit("a", "good", 5));

        Outcome outcome = await Sample.RunNativeAsync(scratch.Folder, input);

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("line 3: " + problem, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Equal("3 lines: 2 done, 0 already done, 0 refused, 1 bad.", outcome.Lines[^1]);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_a_bad_line()
    {
        using Scratch scratch = new();
        await File.WriteAllBytesAsync(scratch.At("in.jsonl"), [0xEF, 0xBB, 0xBF, .. "{\"account\": \""u8, 0xFF, 0xFE, .. "\", \"id\": \"1\", \"command\": {}}"u8], TestContext.Current.CancellationToken);

        Outcome outcome = await Sample.RunNativeAsync(scratch.Folder, scratch.At("in.jsonl"));

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("line 1: $: It is not UTF-8.", Assert.Single(outcome.ErrorLines));
    }

    [Fact]
    public async Task A_line_of_endless_length_is_passed_over()
    {
        using Scratch scratch = new();
        string input = scratch.Write("in.jsonl", Scratch.Open("a"), Scratch.Open("b", owner: new('x', 3_000_000)), Scratch.Deposit("a", "good", 5));

        Outcome outcome = await Sample.RunNativeAsync(scratch.Folder, input);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal("line 2: $: The line is longer than 1,048,576 bytes.", Assert.Single(outcome.ErrorLines));
        Assert.StartsWith("3 lines: 2 done", outcome.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Good_lines_alone_are_a_success_also_from_standard_input_and_without_a_last_line_end()
    {
        using Scratch scratch = new();

        Outcome outcome = await Tool.RunAsync(scratch.Folder, Sample.Binary, ["-"], Scratch.Open("a") + "\r\n\r\n" + Scratch.Deposit("a", "d", 5));

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.StartsWith("2 lines: 2 done", outcome.Lines[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no option --fast.", "--fast")]
    [InlineData("--database needs a file.", "--database")]
    [InlineData("There is one input at most; b.jsonl is a second one.", "a.jsonl", "b.jsonl")]
    [InlineData("The input cannot be read.", "not-there.jsonl")]
    [InlineData("The input cannot be read.", "/")]
    [InlineData("\":memory:\" is not a file's path.", "--database", ":memory:")]
    public async Task Arguments_that_cannot_be_used_are_refused_before_anything_is_touched(string problem, params string[] arguments)
    {
        using Scratch scratch = new();

        Outcome outcome = await Sample.RunNativeAsync(scratch.Folder, arguments);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith(problem, outcome.Errors, StringComparison.Ordinal);
        Assert.Empty(scratch.Content());
    }

    [Fact]
    public async Task Help_says_how_to_use_it()
    {
        using Scratch scratch = new();

        Outcome outcome = await Sample.RunNativeAsync(scratch.Folder, "--help");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors));
        Assert.Contains("Usage: BankAccount [INPUT] [--database FILE]", outcome.Output, StringComparison.Ordinal);
    }
}
