namespace Cqrs.Gen.Analyzers.Tests;

public sealed class QueryNotRunTests
{
    [Theory]
    [InlineData("[Query] public sealed partial class {|#0:Summary|} { static string Key(Opened e) => e.Owner; void Apply(Opened e) { } }", "it has Key methods, so its documents change under several aggregates at once")]
    [InlineData("[Query] public sealed partial class {|#0:Summary|} { void Apply(Opened e) { } void Apply(Shipped e) { } }", "it consumes events of several aggregates, whose versions cannot all guard one document")]
    [InlineData("[Query(Consistency = QueryConsistency.Asynchronous)] public sealed partial class {|#0:Summary|} { void Apply(Opened e) { } }", "it is declared so")]
    public Task An_asynchronous_query_is_reported(string query, string reason) => DomainTest.Reports(
        With(query),
        ("CQG4006", $"'Summary' is asynchronous, because {reason}; this version has no engine that runs asynchronous queries, so it has no documents and reading it throws"));

    [Fact]
    public async Task An_inline_query_is_quiet()
    {
        const string expected = "'Other' is asynchronous, because it is declared so; this version has no engine that runs asynchronous queries, so it has no documents and reading it throws";

        // The other one shows that the rule is on.
        await DomainTest.Reports(
            With("""
                [Query] public sealed partial class Summary { void Apply(Opened e) { } }
                [Query(Consistency = QueryConsistency.Inline)] public sealed partial class Account2 { void Apply(Opened e) { } }
                [Query(Consistency = QueryConsistency.Asynchronous)] public sealed partial class {|#0:Other|} { void Apply(Opened e) { } }
                """),
            ("CQG4006", expected));
    }

    private static string With(string query) => $$"""
        public sealed record Opened(string Owner) : IEvent<Account>;
        public sealed record Shipped : IEvent<Order>;

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
        }

        [Aggregate]
        public sealed partial class Order
        {
            void Apply(Shipped e) { }
        }

        {{query}}
        """;
}
