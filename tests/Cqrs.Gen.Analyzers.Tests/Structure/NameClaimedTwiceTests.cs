namespace Cqrs.Gen.Analyzers.Tests;

public sealed class NameClaimedTwiceTests
{
    [Fact]
    public Task Two_events_of_one_aggregate_with_one_name_are_reported() => DomainTest.Reports(
        """
        public static class V1 { public sealed record Opened : IEvent<Account>; }
        public static class V2 { public sealed record {|#0:Opened|} : IEvent<Account>; }

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(V1.Opened e) { }
            void Apply(V2.Opened e) { }
        }
        """,
        ("CQG5003", "The persisted name \"opened\" of 'V2.Opened' is already that of 'V1.Opened'; rename one of them"));

    [Fact]
    public Task Two_commands_of_one_aggregate_with_one_name_are_reported() => DomainTest.Reports(
        """
        public static class First { public sealed record Open : ICommand<Account>; }
        public static class Second { public sealed record {|#0:Open|} : ICommand<Account>; }

        [Aggregate]
        public sealed partial class Account
        {
            Decision<Account> Handle(First.Open c) => [];
            Decision<Account> Handle(Second.Open c) => [];
        }
        """,
        ("CQG5003", "The persisted name \"open\" of 'Second.Open' is already that of 'First.Open'; rename one of them"));

    [Fact]
    public Task Two_aggregates_and_two_queries_with_one_name_are_reported() => DomainTest.Reports(
        """
        public sealed record Opened : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
        }

        [Aggregate("account")]
        public sealed partial class {|#0:Konto|};

        [Query]
        public sealed partial class Summary
        {
            void Apply(Opened e) { }
        }

        [Query("summary")]
        public sealed partial class {|#1:Übersicht|}
        {
            void Apply(Opened e) { }
        }
        """,
        ("CQG5003", "The persisted name \"account\" of 'Konto' is already that of 'Account'; rename one of them"),
        ("CQG5003", "The persisted name \"summary\" of 'Übersicht' is already that of 'Summary'; rename one of them"));

    [Fact]
    public Task One_name_in_two_aggregates_or_for_an_aggregate_and_a_query_is_quiet() => DomainTest.IsQuiet(
        """
        public static class Accounts { public sealed record Opened : IEvent<Account>; }
        public static class Shops { public sealed record Opened : IEvent<Shop>; }

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Accounts.Opened e) { }
        }

        [Aggregate]
        public sealed partial class Shop
        {
            void Apply(Shops.Opened e) { }
        }

        [Query("account")]
        public sealed partial class AccountSummary
        {
            void Apply(Accounts.Opened e) { }
        }
        """);
}
