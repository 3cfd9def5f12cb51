namespace Cqrs.Gen.Analyzers.Tests;

public sealed class CommandHasNoHandleTests
{
    private const string OfAccount = "'Account' has no Handle for its command 'Close'; write one, or remove the command";

    [Fact]
    public Task A_command_that_its_aggregate_does_not_handle_is_reported_at_its_name() => DomainTest.Reports(
        """
        public sealed record {|#0:Close|} : ICommand<Account>;

        [Aggregate]
        public sealed partial class Account;
        """,
        ("CQG3001", OfAccount));

    [Fact]
    public Task A_command_that_another_assembly_declares_is_reported_at_the_aggregate() => DomainTest.Reports(
        """
        [Aggregate(Contract = typeof(IAccount))]
        public sealed partial class {|#0:Account|};
        """,
        [DomainTest.Reference("public interface IAccount; public sealed record Close : ICommand<IAccount>;", "Contracts")],
        ("CQG3001", OfAccount));

    [Theory]
    [InlineData("Decision<Account> Handle(Close c) => [];")]
    [InlineData("Decision<Account> Handle(Ending c) => [];")]
    [InlineData("Decision<Account> Handle({|CS0246:Closd|} c) => [];")]
    public Task A_command_that_is_handled_or_may_be_is_quiet(string method) => DomainTest.IsQuiet(
        $$"""
        public abstract record Ending : ICommand<Account>;
        public sealed record Close : Ending;

        [Aggregate]
        public sealed partial class Account
        {
            {{method}}
        }
        """);

    [Fact]
    public Task A_command_of_a_contract_whose_aggregate_is_elsewhere_is_quiet() => DomainTest.IsQuiet(
        """
        public interface IAccount;
        public sealed record Close : ICommand<IAccount>;
        """);
}
