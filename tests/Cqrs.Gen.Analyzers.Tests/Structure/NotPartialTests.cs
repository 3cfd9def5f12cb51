namespace Cqrs.Gen.Analyzers.Tests;

public sealed class NotPartialTests
{
    [Fact]
    public Task An_aggregate_that_is_not_partial_is_reported_at_its_name() => DomainTest.Reports(
        """
        [Aggregate]
        public sealed class {|#0:Account|};
        """,
        ("CQG1001", "'Account' must be partial, because the other half of 'Account' is generated; add the modifier"));

    [Fact]
    public Task A_query_that_is_not_partial_is_reported() => DomainTest.Reports(
        """
        [Query]
        public sealed class {|#0:Summary|};
        """,
        ("CQG1001", "'Summary' must be partial, because the other half of 'Summary' is generated; add the modifier"));

    [Fact]
    public Task The_type_around_an_aggregate_is_reported_where_it_stands() => DomainTest.Reports(
        """
        public static class {|#0:Bank|}
        {
            [Aggregate]
            public sealed partial class Account;
        }
        """,
        ("CQG1001", "'Bank' must be partial, because the other half of 'Bank.Account' is generated; add the modifier"));

    [Fact]
    public Task Partial_types_are_quiet() => DomainTest.IsQuiet(
        """
        public static partial class Bank
        {
            [Aggregate]
            public sealed partial class Account;
        }
        """);

    [Fact]
    public Task A_second_declaration_that_the_compiler_refuses_is_left_to_the_compiler() => DomainTest.IsQuiet(
        """
        [Aggregate]
        public sealed class {|CS0260:Account|};

        public sealed partial class Account;
        """);
}
