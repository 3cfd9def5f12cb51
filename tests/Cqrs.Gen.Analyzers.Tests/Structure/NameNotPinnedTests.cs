namespace Cqrs.Gen.Analyzers.Tests;

public sealed class NameNotPinnedTests
{
    [Fact]
    public Task Names_that_follow_from_class_names_are_pointed_out() => DomainTest.Reports(
        """
        public sealed record Open : ICommand<BankAccount>;
        public sealed record {|#0:AccountOpened|} : IEvent<BankAccount>;

        [Aggregate]
        public sealed partial class {|#1:BankAccount|}
        {
            AccountOpened Handle(Open c) => new();
            void Apply(AccountOpened e) { }
        }

        [Query(Consistency = QueryConsistency.Asynchronous)]
        public sealed partial class {|#2:Summary|} { void Apply(AccountOpened e) { } }
        """,
        ("CQG5004", Message("AccountOpened", "account-opened", "Event")),
        ("CQG5004", Message("BankAccount", "bank-account", "Aggregate")),
        ("CQG5004", Message("Summary", "summary", "Query")));

    [Fact]
    public Task Names_that_are_given_are_quiet() => DomainTest.Reports(
        """
        public sealed record Open : ICommand<BankAccount>;
        [Event("opened")]
        public sealed record AccountOpened : IEvent<BankAccount>;
        public sealed record {|#0:Closed|} : IEvent<BankAccount>;

        [Aggregate("account")]
        public sealed partial class BankAccount
        {
            Decision<BankAccount> Handle(Open c) => [new AccountOpened(), new Closed()];
            void Apply(AccountOpened e) { }
            void Apply(Closed e) { }
        }

        [Query("summary")]
        public sealed partial class Summary { void Apply(AccountOpened e) { } }
        """,
        ("CQG5004", Message("Closed", "closed", "Event")));

    private static string Message(string type, string name, string attribute) =>
        $"'{type}' is stored under the name \"{name}\", which follows from the name of the class; pin it with [{attribute}(\"{name}\")], so that the class can be renamed";
}
