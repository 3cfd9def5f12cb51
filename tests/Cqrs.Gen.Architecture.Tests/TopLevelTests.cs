namespace Cqrs.Gen.Architecture.Tests;

public sealed class TopLevelTests
{
    private static readonly string[] Fixed =
    [
        ".ci", ".editorconfig", ".gitattributes", ".gitignore", "Cqrs.Gen.sln", "Directory.Build.props", "Directory.Build.targets",
        "Directory.Packages.props", "LICENSE", "README.md", "analyzers", "generators", "global.json", "samples", "src", "tests",
    ];

    [Fact]
    public void The_top_level_of_the_repository_is_fixed() => Assert.Equal(Fixed, Repository.TopLevel());

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = File.ReadAllText(Repository.At("Cqrs.Gen.sln")).Replace('\\', '/');
        string[] projects = [.. Repository.Files(".", "*.csproj").Select(Repository.Relative)];

        Assert.NotEmpty(projects);
        Assert.All(projects, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }
}
