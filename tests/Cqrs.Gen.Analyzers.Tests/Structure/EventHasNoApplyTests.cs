namespace Cqrs.Gen.Analyzers.Tests;

public sealed class EventHasNoApplyTests
{
    private const string OfAccount = "'Account' has no Apply for its event 'Closed'; write one, or mark the event with [Event(ChangesNoState = true)] if it changes nothing";

    [Fact]
    public Task An_event_that_its_aggregate_does_not_apply_is_reported_at_its_name() => DomainTest.Reports(
        """
        public sealed record Opened : IEvent<Account>;
        public sealed record {|#0:Closed|}(string Reason) : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
        }
        """,
        ("CQG2001", OfAccount));

    [Fact]
    public Task An_event_of_two_aggregates_is_reported_for_the_one_that_does_not_apply_it() => DomainTest.Reports(
        """
        public sealed record {|#0:Closed|} : IEvent<Account>, IEvent<Safe>;

        [Aggregate]
        public sealed partial class Account;

        [Aggregate]
        public sealed partial class Safe
        {
            void Apply(Closed e) { }
        }
        """,
        ("CQG2001", OfAccount));

    [Fact]
    public Task An_event_that_names_the_contract_of_an_aggregate_is_reported() => DomainTest.Reports(
        """
        public interface IAccount;
        public readonly record struct {|#0:Closed|} : IEvent<IAccount>;

        [Aggregate(Contract = typeof(IAccount))]
        public sealed partial class Account;
        """,
        ("CQG2001", OfAccount));

    [Fact]
    public Task An_event_that_another_assembly_declares_is_reported_at_the_aggregate() => DomainTest.Reports(
        """
        [Aggregate(Contract = typeof(IAccount))]
        public sealed partial class {|#0:Account|};
        """,
        [DomainTest.Reference("public interface IAccount; public sealed record Closed : IEvent<IAccount>; internal sealed record Hidden : IEvent<IAccount>;", "Contracts")],
        ("CQG2001", OfAccount));

    [Theory]
    [InlineData("void Apply(Closed e) { }")]
    [InlineData("void Apply(Ended e) { }")]
    [InlineData("void Apply(IEnding e) { }")]
    [InlineData("static Account Apply(Closed e) => new();")]
    public Task An_event_that_is_applied_itself_or_as_its_base_is_quiet(string method) => DomainTest.IsQuiet(With(method));

    [Fact]
    public Task An_event_that_is_marked_to_change_no_state_is_quiet() => DomainTest.IsQuiet(
        """
        [Event(ChangesNoState = true)]
        public sealed record Closed : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account;
        """);

    [Theory]
    [InlineData("void Apply({|CS0246:Closd|} e) { }")]
    [InlineData("void Apply({|CS0246:Missing|} e) { }")]
    public Task Nothing_follows_from_an_Apply_that_does_not_compile(string method) => DomainTest.IsQuiet(With(method));

    [Fact]
    public Task Nothing_follows_from_an_Apply_that_does_not_bind() => DomainTest.Reports(
        With("int {|#0:Apply|}(Closed e) => 1;"),
        ("CQG1005", "'Account.Apply(Closed)' would never be called: it returns int; return nothing and change the state, or return the next Account"));

    [Fact]
    public Task Nothing_follows_from_an_aggregate_that_is_not_partial() => DomainTest.Reports(
        """
        public sealed record Closed : IEvent<Account>;

        [Aggregate]
        public sealed class {|#0:Account|};
        """,
        ("CQG1001", "'Account' must be partial, because the other half of 'Account' is generated; add the modifier"));

    private static string With(string method) => $$"""
        public interface IEnding : IEvent<Account>;
        public abstract record Ended : IEnding;
        public sealed record Closed : Ended;

        [Aggregate]
        public sealed partial class Account
        {
            {{method}}
        }
        """;
}
