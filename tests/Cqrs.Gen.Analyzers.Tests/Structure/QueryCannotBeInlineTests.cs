namespace Cqrs.Gen.Analyzers.Tests;

public sealed class QueryCannotBeInlineTests
{
    [Fact]
    public Task An_inline_query_with_keys_is_reported() => DomainTest.Reports(
        With("[Query(Consistency = QueryConsistency.Inline)] public sealed partial class {|#0:Summary|} { static string Key(Opened e) => e.Owner; void Apply(Opened e) { } }"),
        ("CQG4002", "'Summary' cannot be inline: it has Key methods, so its documents change under several aggregates at once; make it QueryConsistency.Asynchronous"));

    [Fact]
    public Task An_inline_query_over_two_aggregates_is_reported() => DomainTest.Reports(
        With("[Query(Consistency = QueryConsistency.Inline)] public sealed partial class {|#0:Summary|} { void Apply(Opened e) { } void Apply(Shipped e) { } }"),
        ("CQG4002", "'Summary' cannot be inline: it consumes events of several aggregates, whose versions cannot all guard one document; make it QueryConsistency.Asynchronous"));

    [Theory]
    [InlineData("[Query(Consistency = QueryConsistency.Inline)] public sealed partial class Summary { void Apply(Opened e) { } }")]
    [InlineData("[Query] public sealed partial class Summary { void Apply(Opened e) { } void Apply(Shipped e) { } }")]
    [InlineData("[Query(Consistency = QueryConsistency.Asynchronous)] public sealed partial class Summary { static string Key(Opened e) => e.Owner; void Apply(Opened e) { } }")]
    public Task A_query_that_can_be_what_it_says_is_quiet(string query) => DomainTest.IsQuiet(With(query));

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
