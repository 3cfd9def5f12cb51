namespace Cqrs.Gen.Package.Tests;

public sealed class PackageContentTests(Packages packages)
{
    [Fact]
    public void There_is_a_package_for_every_project_in_src()
    {
        string[] projects = [.. Directory.EnumerateDirectories(Path.Combine(Readme.Root, "src")).Select(static folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

        Assert.Equal(projects.Length, Directory.EnumerateFiles(packages.Feed, "*.nupkg").Count());
        Assert.All(projects, project => Assert.Contains($"lib/net10.0/{project}.xml", packages.Entries(project)));
    }

    [Fact]
    public void The_contracts_carry_every_compiler_assembly_and_nobody_else_does()
    {
        string[] expected =
        [
            .. new[] { "generators", "analyzers" }
                .SelectMany(static folder => Directory.EnumerateFiles(Path.Combine(Readme.Root, folder), "*.csproj", SearchOption.AllDirectories))
                .Select(static file => $"analyzers/dotnet/cs/{Path.GetFileNameWithoutExtension(file)}.dll")
                .Order(StringComparer.Ordinal),
        ];

        Assert.Equal(expected, packages.Entries("Cqrs.Gen").Where(static entry => entry.StartsWith("analyzers/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("buildTransitive/Cqrs.Gen.props", packages.Entries("Cqrs.Gen"));
        Assert.All(
            ["Cqrs.Gen.Storage", "Cqrs.Gen.Runtime", "Cqrs.Gen.Sqlite", "Cqrs.Gen.PostgreSql", "Cqrs.Gen.Testing"],
            other => Assert.DoesNotContain(packages.Entries(other), static entry => entry.StartsWith("analyzers/", StringComparison.Ordinal)));
    }
}
