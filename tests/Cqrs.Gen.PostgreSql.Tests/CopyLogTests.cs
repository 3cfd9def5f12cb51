using System.Diagnostics;
using System.Globalization;
using Cqrs.Gen.Sqlite;
using Cqrs.Gen.Storage;
using Cqrs.Gen.Storage.Tests;

namespace Cqrs.Gen.PostgreSql.Tests;

/// <summary>The sample that copies a log from the command line.</summary>
public sealed class CopyLogTests(SharedServer shared) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cqrs-gen-");

    private string Source => Path.Combine(_folder.FullName, "source.db");

    [Fact]
    public async Task It_copies_a_file_to_a_server_and_says_so()
    {
        string log = await WriteAsync(1, 500);
        string target = await NewDatabaseAsync();

        (int code, string output, string errors) = await RunAsync($"sqlite:{Source}", $"postgresql:{target}");

        int events = log.Count(static c => c == '\n');
        Assert.Equal((0, string.Create(CultureInfo.InvariantCulture, $"Both have the same {events:N0} events, byte for byte; {events:N0} of them were copied now.\n")), (code, output));
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"0 of {events:N0} events"), errors, StringComparison.Ordinal);
        Assert.Equal(log, await ReadAsync(target));
    }

    [Fact]
    public async Task Interrupted_it_goes_on_when_it_is_run_again()
    {
        string log = await WriteAsync(2, 8_000);
        string target = await NewDatabaseAsync();
        using (Process first = Start($"sqlite:{Source}", $"postgresql:{target}"))
        {
            await first.StandardError.ReadLineAsync(TestContext.Current.CancellationToken);
            using Process kill = Process.Start("kill", ["-INT", first.Id.ToString(CultureInfo.InvariantCulture)]);
            string rest = await first.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await first.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(130, first.ExitCode);
            Assert.EndsWith("Interrupted. Run it again to go on.\n", rest, StringComparison.Ordinal);
        }

        (int code, string output, _) = await RunAsync($"sqlite:{Source}", $"postgresql:{target}");

        Assert.Equal(0, code);
        Assert.StartsWith("Both have the same ", output, StringComparison.Ordinal);
        Assert.Equal(log, await ReadAsync(target));
    }

    [Fact]
    public async Task A_target_with_another_log_is_refused()
    {
        await WriteAsync(3, 50);
        string target = await NewDatabaseAsync();
        await using (PostgreSqlEventStorage server = await Stores.OpenAsync(new(target)))
        {
            await server.AppendAsync(Stores.To("other"));
        }

        (int code, string output, string errors) = await RunAsync($"sqlite:{Source}", $"postgresql:{target}");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("The target's log is not the source's: at position 1", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Two stores are needed", "sqlite:a.db")]
    [InlineData("FROM and TO are the same store.", "sqlite:a.db", "sqlite:a.db")]
    [InlineData("A store begins with", "bank.db", "sqlite:b.db")]
    [InlineData("There is no file \"missing.db\".", "sqlite:missing.db", "sqlite:b.db")]
    [InlineData("The connection string names no host.", "postgresql:Database=bank", "sqlite:b.db")]
    public async Task Arguments_that_cannot_be_used_are_refused_and_nothing_is_created(string problem, params string[] arguments)
    {
        (int code, string output, string errors) = await RunAsync(arguments);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith(problem, errors, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFiles());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<string> WriteAsync(int seed, int commands)
    {
        await using SqliteEventStorage source = new(new(Source));
        await source.OpenAsync(CancellationToken.None);
        await RandomLog.AppendAsync(source, RandomLog.Commands(seed, commands));
        return await LogText.ReadAsync(source);
    }

    private async Task<string> NewDatabaseAsync() => shared.Server.ConnectionString(await shared.Server.CreateDatabaseAsync("ENCODING 'UTF8'"));

    private static async Task<string> ReadAsync(string connectionString)
    {
        await using PostgreSqlEventStorage storage = await Stores.OpenAsync(new(connectionString));
        return await LogText.ReadAsync(storage);
    }

    private Process Start(params string[] arguments) => Process.Start(new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "CopyLog"), arguments)
    {
        WorkingDirectory = _folder.FullName,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await errors);
    }
}
