namespace Cqrs.Gen.Architecture.Tests;

/// <summary>What the packages show to others changes only on purpose: the lists beside this file say what it was.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Assemblies() => ReferenceTests.Projects();

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_public_api_is_the_one_that_is_written_down(string assembly)
    {
        string expectedFile = Repository.At("tests", "Cqrs.Gen.Architecture.Tests", "PublicApi", assembly + ".txt");
        string actualFile = Repository.At("artifacts", "public-api", assembly + ".txt");
        string actual = ApiText.Of(assembly);
        Directory.CreateDirectory(Path.GetDirectoryName(actualFile)!);
        File.WriteAllText(actualFile, actual);

        string[] before = File.Exists(expectedFile) ? File.ReadAllLines(expectedFile) : [];
        string[] now = actual.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] difference = [.. before.Except(now).Select(static line => "- " + line), .. now.Except(before).Select(static line => "+ " + line)];

        Assert.NotEmpty(now);
        Assert.True(
            before.SequenceEqual(now),
            $"""
            The public API of {assembly} is not what tests/Cqrs.Gen.Architecture.Tests/PublicApi/{assembly}.txt says.
            If the change is meant, write it down: cp artifacts/public-api/*.txt tests/Cqrs.Gen.Architecture.Tests/PublicApi/

            {string.Join('\n', difference)}
            """);
    }
}
