using System.Reflection;
using Cqrs.Gen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Cqrs.Gen.Analyzers.Tests;

/// <summary>An id, its descriptor, its page, its line in the index, its line in the release files and its tests all agree.</summary>
public sealed class CatalogueTests
{
    private static readonly Dictionary<string, string> Ids = typeof(DiagnosticIds).GetFields()
        .Where(static f => f.IsLiteral)
        .ToDictionary(static f => f.Name, static f => (string)f.GetRawConstantValue()!);

    private static readonly Dictionary<string, DiagnosticDescriptor> Descriptors = typeof(DiagnosticDescriptors).GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(static f => f.Name, static f => (DiagnosticDescriptor)f.GetValue(null)!);

    public static TheoryData<string> Names => [.. Ids.Keys];

    [Fact]
    public void No_id_is_used_twice() => Assert.Equal(Ids.Count, Ids.Values.Distinct().Count());

    [Fact]
    public void Every_id_has_a_descriptor_of_its_name_and_every_descriptor_an_id() =>
        Assert.Equal(Ids.OrderBy(static i => i.Key), Descriptors.Select(static d => KeyValuePair.Create(d.Key, d.Value.Id)).OrderBy(static d => d.Key));

    [Fact]
    public void Every_rule_is_supported_by_an_analyzer() =>
        Assert.Equal(Ids.Values.Order(), DomainTest.Rules.SelectMany(static r => r.SupportedDiagnostics).Select(static d => d.Id).Distinct().Order());

    [Fact]
    public void Every_finding_has_the_rule_of_its_name() =>
        Assert.All(Enum.GetValues<FindingKind>(), static kind => Assert.Equal(Ids[kind.ToString()], FindingDescriptors.Of(kind).Id));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_is_of_the_family_of_its_number(string name)
    {
        string[] families = ["Cqrs.Aggregates", "Cqrs.Events", "Cqrs.Commands", "Cqrs.Queries", "Cqrs.Serialization", "Cqrs.Composition"];
        Assert.Equal(families[Ids[name][3] - '1'], Descriptors[name].Category);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_has_a_page_that_its_help_link_leads_to(string name)
    {
        Assert.EndsWith($"/analyzers/rules/{Ids[name]}.md", Descriptors[name].HelpLinkUri, StringComparison.Ordinal);
        string page = Read("rules", Ids[name] + ".md");
        Assert.StartsWith($"# {Ids[name]}: {name}\n\nSeverity: {SeverityOf(name, " that cannot be configured away")}.\n", page, StringComparison.Ordinal);
        Assert.All(["## Cause", "## At run time", "## Before", "## After", "## When to suppress"], section => Assert.Contains($"\n{section}\n\n", page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_stands_in_the_index(string name) => Assert.Contains(
        $"| [{Ids[name]}]({Ids[name]}.md) | {name} | {SeverityOf(name, ", fixed")} | {Descriptors[name].Title} |\n",
        Read("rules", "README.md"),
        StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_stands_in_one_release_file(string name)
    {
        string line = $"{Ids[name]} | {Descriptors[name].Category} | {Descriptors[name].DefaultSeverity} | {name}\n";
        string releases = Read("releases", "AnalyzerReleases.Shipped.md") + Read("releases", "AnalyzerReleases.Unshipped.md");
        Assert.Equal(2, releases.Split(line).Length);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rule_has_a_test_class(string name) => Assert.NotNull(typeof(CatalogueTests).Assembly.GetType($"Cqrs.Gen.Analyzers.Tests.{name}Tests"));

    [Fact]
    public void Every_fix_fixes_rules_of_ours_and_has_a_test_class()
    {
        Type[] fixes = [.. typeof(CodeFixes.NotPartialFix).Assembly.GetTypes().Where(static t => t.IsSubclassOf(typeof(CodeFixProvider)) && !t.IsAbstract)];
        Assert.NotEmpty(fixes);
        Assert.All(fixes, static fix =>
        {
            Assert.Subset(Ids.Values.ToHashSet(), ((CodeFixProvider)Activator.CreateInstance(fix)!).FixableDiagnosticIds.ToHashSet());
            Assert.NotNull(typeof(CatalogueTests).Assembly.GetType($"Cqrs.Gen.Analyzers.Tests.{fix.Name}Tests"));
        });
    }

    [Fact]
    public void There_are_no_pages_but_those_of_rules() => Assert.Equal(
        Ids.Values.Append("README").Order(StringComparer.Ordinal),
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "rules")).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    private static string SeverityOf(string name, string whenFixed)
    {
        DiagnosticDescriptor rule = Descriptors[name];
        string severity = rule.DefaultSeverity == DiagnosticSeverity.Info ? "suggestion" : rule.DefaultSeverity.ToString().ToLowerInvariant();
        return rule.CustomTags.Contains(WellKnownDiagnosticTags.NotConfigurable) ? severity + whenFixed : severity;
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([AppContext.BaseDirectory, .. path])).ReplaceLineEndings("\n");
}
