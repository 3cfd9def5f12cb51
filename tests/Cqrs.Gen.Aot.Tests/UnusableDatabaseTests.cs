using Microsoft.Data.Sqlite;

namespace Cqrs.Gen.Aot.Tests;

public sealed class UnusableDatabaseTests
{
    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        using Scratch scratch = new();
        scratch.Write("bank.db", "These are my notes.", new string('x', 5000));

        await AssertRefusedUntouchedAsync(scratch, "bank.db");
    }

    [Fact]
    public async Task The_database_of_another_program_is_left_alone()
    {
        using Scratch scratch = new();
        Execute(scratch.At("bank.db"), "CREATE TABLE contacts (name TEXT)");

        await AssertRefusedUntouchedAsync(scratch, "bank.db");
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_left_alone()
    {
        using Scratch scratch = new();
        await Sample.RunNativeAsync(scratch.Folder);
        Execute(scratch.At("bank.db"), "PRAGMA user_version = 999");

        await AssertRefusedUntouchedAsync(scratch, "newer");
    }

    [Fact]
    public async Task A_damaged_file_is_said_to_be_damaged()
    {
        using Scratch scratch = new();
        await Sample.RunNativeAsync(scratch.Folder);
        await using (FileStream file = File.OpenWrite(scratch.At("bank.db")))
        {
            file.Position = 4096;
            await file.WriteAsync(new byte[file.Length - 4096], TestContext.Current.CancellationToken);
        }

        Outcome outcome = await Sample.RunNativeAsync(scratch.Folder);

        Assert.Equal(3, outcome.ExitCode);
        Assert.Contains("bank.db", Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-folder/bank.db")]
    [InlineData("/proc/bank.db")]
    [InlineData(".")]
    public async Task A_place_where_no_file_can_be_is_named(string database)
    {
        using Scratch scratch = new();

        Outcome outcome = await Sample.RunNativeAsync(scratch.Folder, "--database", database);

        Assert.Equal((3, ""), (outcome.ExitCode, outcome.Output));
        Assert.Single(outcome.ErrorLines);
        Assert.Empty(scratch.Content());
    }

    private static async Task AssertRefusedUntouchedAsync(Scratch scratch, string word)
    {
        string[] before = scratch.Content();

        Outcome outcome = await Sample.RunNativeAsync(scratch.Folder);

        Assert.Equal((3, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(word, Assert.Single(outcome.ErrorLines), StringComparison.Ordinal);
        Assert.Equal(before, scratch.Content());
    }

    private static void Execute(string path, string sql)
    {
        using (SqliteConnection connection = new($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = DELETE";
            command.ExecuteNonQuery();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
