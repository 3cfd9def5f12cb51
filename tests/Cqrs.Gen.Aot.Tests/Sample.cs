using System.Runtime.InteropServices;

[assembly: AssemblyFixture(typeof(Cqrs.Gen.Aot.Tests.Sample))]

namespace Cqrs.Gen.Aot.Tests;

/// <summary>The sample, published as a native binary once for all tests.</summary>
public sealed class Sample : IAsyncLifetime
{
    internal static readonly string Root = FindRoot();

    /// <summary>The build has an output of its own, so that it gets in no other build's way.</summary>
    private static readonly string Artifacts = Path.Combine(Root, "artifacts", "native");

    internal Outcome Publishing { get; private set; } = null!;

    internal static string InputFile => Path.Combine(Root, "samples", "BankAccount", "commands.jsonl");

    internal static string Page => Path.Combine(Root, "samples", "BankAccount", "README.md");

    internal static string Folder => Path.Combine(Artifacts, "publish", "BankAccount", "release_" + Runtime);

    internal static string Binary => Path.Combine(Folder, "BankAccount");

    private static string Runtime => RuntimeInformation.RuntimeIdentifier;

    /// <summary>What was measured stays beside the binary.</summary>
    internal static string Record => Path.Combine(Artifacts, "measured.txt");

    public async ValueTask InitializeAsync()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        Publishing = await Tool.RunAsync(
            Root,
            "dotnet",
            ["publish", "samples/BankAccount", "-r", Runtime, "-p:ArtifactsPath=" + Artifacts, "-nodeReuse:false", "-p:UseSharedCompilation=false"],
            patience: TimeSpan.FromMinutes(30));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static Task<Outcome> RunNativeAsync(string folder, params string[] arguments) => Tool.RunAsync(folder, Binary, arguments);

    internal static Task<Outcome> RunManagedAsync(string folder, params string[] arguments) => Tool.RunAsync(
        folder, "dotnet", [Path.Combine(Artifacts, "bin", "BankAccount", "release_" + Runtime, "BankAccount.dll"), .. arguments]);

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Cqrs.Gen.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No Cqrs.Gen.sln above {AppContext.BaseDirectory}.");
    }
}
