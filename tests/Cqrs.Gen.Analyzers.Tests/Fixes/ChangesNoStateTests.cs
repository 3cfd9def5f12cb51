using Cqrs.Gen.CodeFixes;

namespace Cqrs.Gen.Analyzers.Tests;

public sealed class ChangesNoStateTests
{
    [Fact]
    public Task Events_are_marked() => FixTest<EventHasNoApplyFix>.Fixes(
        """
        namespace Bank;

        /// <summary>Sent.</summary>
        public sealed record {|CQG2001:StatementSent|}(int Page) : IEvent<Account>;

        [Event("reminded", Version = 2)]
        public sealed record {|CQG2001:OwnerReminded|} : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account;
        """,
        """
        namespace Bank;

        /// <summary>Sent.</summary>
        [Event(ChangesNoState = true)]
        public sealed record StatementSent(int Page) : IEvent<Account>;

        [Event("reminded", Version = 2, ChangesNoState = true)]
        public sealed record OwnerReminded : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account;
        """,
        iterations: 2,
        equivalenceKey: "ChangesNoState");
}
