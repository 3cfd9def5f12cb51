using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace Cqrs.Gen.Aot.Tests;

/// <summary>A copy of the sample that keeps its accounts in PostgreSQL, changed as its page says, and published as a native binary.</summary>
public sealed class PostgreSqlSample : IAsyncLifetime
{
    private static readonly string Artifacts = Path.Combine(Sample.Root, "artifacts", "native-postgresql");

    // Beside the build's output: what lies in it is no source to the SDK.
    private static readonly string Copy = Path.Combine(Sample.Root, "artifacts", "sample-postgresql", "BankAccount");

    internal Outcome Publishing { get; private set; } = null!;

    /// <summary>The lines of the program that differ from the sample's.</summary>
    internal IReadOnlyList<(string Before, string After)> Changes { get; private set; } = [];

    internal static string Binary => Path.Combine(Artifacts, "publish", "BankAccount", "release_" + RuntimeInformation.RuntimeIdentifier, "BankAccount");

    public async ValueTask InitializeAsync()
    {
        string original = Path.Combine(Sample.Root, "samples", "BankAccount");
        foreach (string old in (string[])[Artifacts, Copy])
        {
            if (Directory.Exists(old))
            {
                Directory.Delete(old, recursive: true);
            }
        }

        foreach (string file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(Copy, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        Refer(Path.Combine(Copy, "BankAccount.csproj"), original);
        Changes = Change(Path.Combine(Copy, "Program.cs"));
        Publishing = await Tool.RunAsync(
            Copy,
            "dotnet",
            ["publish", "-r", RuntimeInformation.RuntimeIdentifier, "-p:ArtifactsPath=" + Artifacts, "-nodeReuse:false", "-p:UseSharedCompilation=false"],
            patience: TimeSpan.FromMinutes(30));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void Refer(string project, string original)
    {
        XDocument content = XDocument.Load(project);
        foreach (XElement reference in content.Descendants("ProjectReference"))
        {
            string path = reference.Attribute("Include")!.Value.Replace("Sqlite", "PostgreSql", StringComparison.Ordinal);
            reference.SetAttributeValue("Include", Path.GetFullPath(Path.Combine(original, path)));
        }

        content.Save(project);
    }

    private static List<(string Before, string After)> Change(string program)
    {
        string[] before = File.ReadAllLines(program);
        string[] after = [.. before.Select(static line => line
            .Replace("using Cqrs.Gen.Sqlite;", "using Cqrs.Gen.PostgreSql;", StringComparison.Ordinal)
            .Replace(".UseSqlite(arguments.Database)", ".UsePostgreSql(Environment.GetEnvironmentVariable(\"BANK\")!)", StringComparison.Ordinal))];
        File.WriteAllLines(program, after);
        return [.. before.Zip(after).Where(static pair => pair.First != pair.Second)];
    }
}
