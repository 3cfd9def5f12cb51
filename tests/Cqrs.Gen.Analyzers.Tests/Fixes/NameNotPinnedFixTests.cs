using Cqrs.Gen.CodeFixes;

namespace Cqrs.Gen.Analyzers.Tests;

public sealed class NameNotPinnedFixTests
{
    [Fact]
    public Task Names_are_written_down() => FixTest<NameNotPinnedFix>.Fixes(
        """
        public sealed record Open : ICommand<BankAccount>;
        public sealed record {|CQG5004:AccountOpened|} : IEvent<BankAccount>;
        [Event(Version = 2)]
        public sealed record {|CQG5004:AccountClosed|} : IEvent<BankAccount>;

        [Aggregate]
        public sealed partial class {|CQG5004:BankAccount|}
        {
            Decision<BankAccount> Handle(Open c) => [new AccountOpened(), new AccountClosed()];
            void Apply(AccountOpened e) { }
            void Apply(AccountClosed e) { }
        }

        [Query(Consistency = QueryConsistency.Asynchronous)]
        public sealed partial class {|CQG5004:Summary|} { void Apply(AccountOpened e) { } }
        """,
        """
        public sealed record Open : ICommand<BankAccount>;

        [Event("account-opened")]
        public sealed record AccountOpened : IEvent<BankAccount>;
        [Event("account-closed", Version = 2)]
        public sealed record AccountClosed : IEvent<BankAccount>;

        [Aggregate("bank-account")]
        public sealed partial class BankAccount
        {
            Decision<BankAccount> Handle(Open c) => [new AccountOpened(), new AccountClosed()];
            void Apply(AccountOpened e) { }
            void Apply(AccountClosed e) { }
        }

        [Query("summary", Consistency = QueryConsistency.Asynchronous)]
        public sealed partial class Summary { void Apply(AccountOpened e) { } }
        """,
        iterations: 4);
}
