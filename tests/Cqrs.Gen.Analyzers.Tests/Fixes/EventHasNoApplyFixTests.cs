using Cqrs.Gen.CodeFixes;

namespace Cqrs.Gen.Analyzers.Tests;

public sealed class EventHasNoApplyFixTests
{
    [Fact]
    public Task An_Apply_takes_over_what_the_state_has_of_the_event() => FixTest<EventHasNoApplyFix>.Fixes(
        """
        namespace Bank;

        public sealed record Deposited(decimal Amount, decimal Balance) : IEvent<Account>;
        public sealed record {|CQG2001:Withdrawn|}(decimal Amount, decimal Balance) : IEvent<Account>;
        public sealed record {|CQG2001:Renamed|}(string Owner, decimal Balance) : IEvent<Account>;
        public sealed record {|CQG2001:Closed|} : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            public decimal Balance { get; private set; }
            public string? Owner { get; private set; }

            private void Apply(Deposited e) => Balance = e.Balance;

            public override string ToString() => "";
        }
        """,
        """
        namespace Bank;

        public sealed record Deposited(decimal Amount, decimal Balance) : IEvent<Account>;
        public sealed record Withdrawn(decimal Amount, decimal Balance) : IEvent<Account>;
        public sealed record Renamed(string Owner, decimal Balance) : IEvent<Account>;
        public sealed record Closed : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            public decimal Balance { get; private set; }
            public string? Owner { get; private set; }

            private void Apply(Deposited e) => Balance = e.Balance;
            private void Apply(Withdrawn e) => Balance = e.Balance;
            private void Apply(Renamed e)
            {
                Owner = e.Owner;
                Balance = e.Balance;
            }

            // TODO: change the state, or mark the event with [Event(ChangesNoState = true)].
            private void Apply(Closed e) { }

            public override string ToString() => "";
        }
        """,
        iterations: 3);

    [Fact]
    public Task An_Apply_of_a_record_returns_the_next_state() => FixTest<EventHasNoApplyFix>.Fixes(
        """
        public sealed record {|CQG2001:Deposited|}(decimal Amount, decimal Balance) : IEvent<Account>;

        [Aggregate]
        public sealed partial record Account(decimal Balance = 0);
        """,
        """
        public sealed record Deposited(decimal Amount, decimal Balance) : IEvent<Account>;

        [Aggregate]
        public sealed partial record Account(decimal Balance = 0)
        {
            Account Apply(Deposited e) => this with { Balance = e.Balance };
        }
        """);
}
