using System.Text.RegularExpressions;

namespace Cqrs.Gen.Architecture.Tests;

public sealed partial class DocumentationTests
{
    public static TheoryData<string> Pages() => [.. Repository.Files(".", "*.md").Select(Repository.Relative)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_links_only_to_what_exists(string page)
    {
        string folder = Path.GetDirectoryName(Repository.At(page))!;
        string[] broken = [.. Link().Matches(File.ReadAllText(Repository.At(page))).Select(static match => match.Groups["target"].Value)
            .Where(static target => !target.Contains("://", StringComparison.Ordinal) && target[0] != '#')
            .Where(target => !Path.Exists(Path.Combine(folder, target.Split('#')[0])))];

        Findings.AreNone(broken);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_speaks_only_of_diagnostics_that_have_a_page(string page)
    {
        string[] unknown = [.. DiagnosticId().Matches(File.ReadAllText(Repository.At(page))).Select(static match => match.Value).Distinct()
            .Where(static id => !File.Exists(Repository.At("analyzers", "rules", id + ".md")))];

        Findings.AreNone(unknown);
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bCQG[0-9]{4}\b")]
    private static partial Regex DiagnosticId();
}
