namespace Cqrs.Gen.Analyzers.Tests;

public sealed class NameClaimedElsewhereTests
{
    [Fact]
    public Task Two_modules_that_claim_a_name_are_reported_where_the_second_is_added() => DomainTest.Reports(
        Program,
        [Module("Retail", "[Aggregate(\"account\")]"), Module("Corporate", "[Aggregate(\"account\")]")],
        ("CQG5005", "The persisted name \"account\" of 'Account' in Corporate is also that of 'Account' in Retail; both could not be in one application: rename one of them"));

    [Theory]
    [InlineData("[Aggregate(\"corporate-account\")]")]
    [InlineData("[Query(\"account\")]")]
    public Task Modules_with_names_of_their_own_are_quiet(string attribute) => DomainTest.IsQuiet(
        Program.Replace("{|#0:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal),
        Module("Retail", "[Aggregate(\"account\")]"),
        Module("Corporate", attribute));

    private const string Program = """
        public static class Program
        {
            public static ValueTask<CqrsApplication> Run() => CqrsApplication.OpenAsync(cqrs =>
            {
                cqrs.AddModule<Retail.RetailModule>();
                {|#0:cqrs.AddModule<Corporate.CorporateModule>()|};
            });
        }
        """;

    private static Microsoft.CodeAnalysis.MetadataReference Module(string name, string attribute) => DomainTest.Reference(
        $$"""
        namespace {{name}};

        {{attribute}}
        public sealed class Account;

        public sealed class {{name}}Module : IModule { static string IModule.ModuleName => ""; static void IModule.Accept(IModuleVisitor visitor) { } }
        """,
        name);
}
