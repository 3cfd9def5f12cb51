using Bank;

namespace Cqrs.Gen.Testing.Tests;

public sealed class ServiceTests
{
    private static readonly HandlerScenario<BankAccount, BankAccount> Rich = HandlerTester<BankAccount>.Given(new AccountOpened("Ann"), new MoneyDeposited(100, 100));

    [Fact]
    public void A_service_reaches_the_handler() =>
        Rich.WithService<ICheckPrinter>(new Printer(true)).When(new WriteCheck("1", 40)).Then(new MoneyWithdrawn(40, 60));

    [Fact]
    public void A_service_is_found_by_an_interface_too() =>
        Rich.WithService(new Printer(false)).When(new WriteCheck("1", 40)).ThenError("check-refused", ("number", "1"));

    [Fact]
    public void The_last_service_of_a_type_counts() =>
        Rich.WithService<ICheckPrinter>(new Printer(false)).WithService<ICheckPrinter>(new Printer(true))
            .When(new WriteCheck("1", 40)).Then(new MoneyWithdrawn(40, 60));

    [Fact]
    public void A_container_gives_what_no_single_service_does()
    {
        Rich.WithServices(new Container(new Printer(true))).When(new WriteCheck("1", 40)).Then(new MoneyWithdrawn(40, 60));
        Rich.WithServices(new Container(new Printer(true))).WithService<ICheckPrinter>(new Printer(false)).When(new WriteCheck("1", 40)).ThenError("check-refused");
    }

    [Fact]
    public void Services_reach_given_commands_wherever_they_are_named() =>
        Rich.GivenCommands(new WriteCheck("1", 40)).WithService<ICheckPrinter>(new Printer(true))
            .When(new WriteCheck("2", 60)).Then(new MoneyWithdrawn(60, 0));

    [Fact]
    public void A_missing_service_is_named_with_the_way_to_give_it()
    {
        string message = Failing.MessageOf(() => Rich.When(new WriteCheck("1", 40)).Then(new MoneyWithdrawn(40, 60)));
        Assert.StartsWith("The handler threw CompositionException: ", message, StringComparison.Ordinal);
        Assert.Contains("Bank.ICheckPrinter", message, StringComparison.Ordinal);
        Assert.EndsWith("     In a scenario, WithService(…) gives handlers their services.", message, StringComparison.Ordinal);
        Rich.When(new WriteCheck("1", 40)).ThenThrows<CompositionException>();
    }

    private sealed class Printer(bool accepts) : ICheckPrinter
    {
        public ValueTask<bool> PrintAsync(string number, decimal amount, CancellationToken ct) => new(accepts);
    }

    private sealed class Container(ICheckPrinter printer) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(ICheckPrinter) ? printer : null;
    }
}
