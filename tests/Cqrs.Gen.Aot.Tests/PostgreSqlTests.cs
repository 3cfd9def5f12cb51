using Cqrs.Gen.PostgreSql.Server;

namespace Cqrs.Gen.Aot.Tests;

/// <summary>The sample on PostgreSQL is the sample with one line changed, beside the name of the package; native, too.</summary>
public sealed class PostgreSqlTests(PostgreSqlSample sample) : IClassFixture<PostgreSqlSample>
{
    [Fact]
    public void It_takes_another_package_and_one_line_and_publishes_without_a_warning()
    {
        Assert.Equal(["using Cqrs.Gen.Sqlite;", ".UseSqlite(arguments.Database),"], sample.Changes.Select(static change => change.Before.Trim()));
        Assert.True(sample.Publishing.ExitCode == 0, sample.Publishing.Output);
        Assert.DoesNotContain("warning", sample.Publishing.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task It_says_what_the_sample_says_and_recognises_a_second_run()
    {
        Assert.SkipWhen(PostgreSqlServer.Missing is not null, PostgreSqlServer.Missing ?? "");
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync();
        using Scratch scratch = new();
        Outcome expected = await Sample.RunNativeAsync(scratch.Folder);

        Outcome first = await RunAsync(scratch, server);
        Outcome second = await RunAsync(scratch, server);

        Assert.Equal(expected.Lines, first.Lines);
        Assert.Equal(expected.ErrorLines, first.ErrorLines);
        Assert.Equal(expected.ExitCode, first.ExitCode);
        Assert.Equal("318 lines: 0 done, 288 already done, 12 refused, 18 bad.", second.Lines[^1]);
    }

    private static Task<Outcome> RunAsync(Scratch scratch, PostgreSqlServer server) =>
        Tool.RunAsync(scratch.Folder, "/usr/bin/env", [$"BANK={server.ConnectionString()}", PostgreSqlSample.Binary]);
}
