using System.Text.RegularExpressions;

namespace Cqrs.Gen.Package.Tests;

/// <summary>
/// Programs as a new user might write them, with each mistake that the rules know made once: the build says exactly what the comments at the ends of their
/// lines expect, and the compiler itself says nothing, neither of them nor of what is generated for them.
/// </summary>
public sealed partial class MistakeTests(Packages packages)
{
    [Theory]
    [InlineData("Mistakes")]
    [InlineData("Unhosted")]
    public async Task A_build_says_what_is_wrong_and_nothing_else(string program)
    {
        await packages.RunAsync("", $"""
            dotnet new console -o {program}
            cd {program}
            rm Program.cs
            dotnet new nugetconfig
            dotnet nuget add source "$CQRS_GEN/artifacts/packages" --name cqrs-gen --configfile nuget.config
            dotnet add package Cqrs.Gen.Runtime
            dotnet add package Cqrs.Gen.Sqlite
            """);
        string source = Path.Combine(AppContext.BaseDirectory, program);
        foreach (string file in Directory.GetFiles(source))
        {
            File.Copy(file, packages.At(program, Path.GetFileName(file)));
        }

        (_, string output) = await packages.TryAsync(program, "dotnet build");

        string[] expected = [.. Directory.GetFiles(source, "*.cs").SelectMany(Expected).Distinct().Order(StringComparer.Ordinal)];
        string[] actual = [.. Diagnostic().Matches(output).Select(static m => $"{m.Groups[1].Value}({m.Groups[2].Value}): {m.Groups[3].Value}").Distinct().Order(StringComparer.Ordinal)];
        Assert.NotEmpty(expected);
        Assert.True(expected.SequenceEqual(actual), $"Not said: {string.Join(", ", expected.Except(actual))}\nSaid without reason: {string.Join(", ", actual.Except(expected))}\n{output}");
    }

    private static IEnumerable<string> Expected(string file) => File.ReadAllLines(file).SelectMany((line, index) =>
        Rule().Matches(line.Contains("// CQG", StringComparison.Ordinal) ? line[line.IndexOf("// CQG", StringComparison.Ordinal)..] : "")
            .Select(rule => $"{Path.GetFileName(file)}({index + 1}): {rule.Value}"));

    [GeneratedRegex(@"CQG\d{4}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"([^/\s(]+)\((\d+),\d+\): (?:error|warning) (\w+):")]
    private static partial Regex Diagnostic();
}
