namespace Cqrs.Gen.Analyzers.Tests;

public sealed class MessageHasNoAggregateTests
{
    [Theory]
    [InlineData("public sealed record {|#0:Opened|} : IEvent;", "Opened", "it implements IEvent; implement IEvent<TAggregate> of the aggregate it belongs to")]
    [InlineData("public sealed record {|#0:Open|} : ICommand;", "Open", "it implements ICommand; implement ICommand<TAggregate> of the aggregate it belongs to")]
    public Task A_message_that_names_no_aggregate_is_reported(string source, string name, string reason) =>
        DomainTest.Reports(source, ("CQG2003", $"'{name}' belongs to no aggregate: {reason}"));

    [Fact]
    public Task A_message_of_a_simple_type_is_reported() => DomainTest.Reports(
        "public sealed record {|#0:Opened|} : IEvent<string>;",
        ("CQG2003", "'Opened' belongs to no aggregate: string is not an aggregate"));

    [Fact]
    public Task A_message_of_a_class_that_is_not_marked_is_reported() => DomainTest.Reports(
        """
        public sealed record {|#0:Opened|} : IEvent<Account>;

        public sealed partial class Account
        {
            public void Apply(Opened e) { }
        }
        """,
        ("CQG2003", "'Opened' belongs to no aggregate: Account is not marked with [Aggregate] and is not the contract of an aggregate"));

    [Fact]
    public Task A_message_of_the_class_where_its_contract_is_meant_is_reported() => DomainTest.Reports(
        """
        public interface IAccount;
        public sealed record {|#0:Opened|} : IEvent<Account>;

        [Aggregate(Contract = typeof(IAccount))]
        public sealed partial class Account;
        """,
        ("CQG2003", "'Opened' belongs to no aggregate: events and commands of Account name its contract, IAccount"));

    [Fact]
    public Task A_message_of_an_aggregate_that_cannot_know_it_is_reported() => DomainTest.Reports(
        "public sealed record {|#0:Opened|} : IEvent<Account>;",
        [DomainTest.Reference("[Aggregate] public sealed partial class Account;", "Bank")],
        ("CQG2003", "'Opened' belongs to no aggregate: Account is declared in Bank, where this type is not known; declare it there, or give Account a contract"));

    [Theory]
    [InlineData("public interface IAccount; public sealed record Opened : IEvent<IAccount>;")]
    [InlineData("public sealed class AccountContract; public sealed record Opened : IEvent<AccountContract>;")]
    [InlineData("public sealed record Opened : IEvent<{|CS0246:Account|}>;")]
    [InlineData("public abstract record Happened : IEvent;")]
    public Task Contracts_of_other_assemblies_and_what_does_not_compile_are_quiet(string source) => DomainTest.IsQuiet(source);
}
