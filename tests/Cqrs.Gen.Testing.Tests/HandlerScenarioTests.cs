using Bank;
using Cqrs.Gen.Testing.Tests.Fragile;

namespace Cqrs.Gen.Testing.Tests;

public sealed class HandlerScenarioTests
{
    [Fact]
    public void Without_a_past_the_aggregate_does_not_exist()
    {
        HandlerTester<BankAccount>.GivenNothing().When(new OpenAccount("Ann")).Then(new AccountOpened("Ann"));
        HandlerTester<BankAccount>.GivenNothing().When(new DepositMoney(1)).ThenError(UserError.AggregateNotFoundCode);
    }

    [Fact]
    public void Events_lead_to_the_state_that_decides() =>
        HandlerTester<BankAccount>.Given(new AccountOpened("Ann"), new MoneyDeposited(100, 100))
            .When(new WithdrawMoney(40))
            .Then(new MoneyWithdrawn(40, 60));

    [Fact]
    public void A_state_decides_without_the_events_that_led_to_it()
    {
        BankAccount state = HandlerTester<BankAccount>.Given(new AccountOpened("Ann"), new MoneyDeposited(100, 100)).When(new DepositMoney(1)).State!;
        HandlerTester<BankAccount>.GivenState(state).When(new WithdrawMoney(101)).Then(new MoneyWithdrawn(101, 0));
    }

    [Fact]
    public void A_given_state_stays_the_callers_own()
    {
        BankAccount state = HandlerTester<BankAccount>.Given(new AccountOpened("Ann")).When(new DepositMoney(7)).State!;
        HandlerScenario<BankAccount, BankAccount> scenario = HandlerTester<BankAccount>.GivenState(state);
        scenario.When(new DepositMoney(1)).ThenState(s => s.Balance == 8);
        scenario.When(new DepositMoney(1)).ThenState(s => s.Balance == 8);
        Assert.Equal(7, state.Balance);
    }

    [Fact]
    public void Commands_as_givens_are_executed_one_after_another() =>
        HandlerTester<BankAccount>.GivenCommands(new OpenAccount("Ann"), new DepositMoney(100), new WithdrawMoney(30))
            .When(new WithdrawMoney(70))
            .Then(new MoneyWithdrawn(70, 0));

    [Fact]
    public void Events_commands_and_states_may_follow_each_other()
    {
        HandlerTester<BankAccount>.Given(new AccountOpened("Ann"))
            .GivenCommands(new DepositMoney(10))
            .Given(new MoneyDeposited(5, 15))
            .GivenCommands(new WithdrawMoney(1))
            .When(new WithdrawMoney(14))
            .Then(new MoneyWithdrawn(14, 0));
        HandlerTester<BankAccount>.Given(new AccountOpened("Ann"))
            .GivenState(new BankAccount(), version: 9)
            .When(new DepositMoney(1))
            .ThenState(s => s.Owner == "");
    }

    [Fact]
    public void A_given_command_that_is_refused_fails_the_scenario() => Assert.Equal(
        """
        Given command 2 of 3, WithdrawMoney { amount: 5 }, was refused, so there is nothing to go on from.
             insufficient-funds: 0 is less than 5
        """,
        Failing.MessageOf(() => HandlerTester<BankAccount>.GivenCommands(new OpenAccount("Ann"), new WithdrawMoney(5), new DepositMoney(5)).When(new DepositMoney(1))));

    [Fact]
    public void A_given_command_that_throws_fails_the_scenario()
    {
        ExpectationException e = Assert.Throws<ExpectationException>(
            () => HandlerTester<Notebook, INotebookContract>.GivenCommands(new WriteNotes { Fault = Fault.ThrowsInHandle }).When(new DescribeSurroundings()));
        Assert.StartsWith("Given command 1 of 1, WriteNotes { ", e.Message, StringComparison.Ordinal);
        Assert.EndsWith(" threw InvalidOperationException: No ink.", e.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(e.InnerException);
    }

    [Fact]
    public void A_scenario_can_be_continued_in_different_ways()
    {
        HandlerScenario<BankAccount, BankAccount> open = HandlerTester<BankAccount>.Given(new AccountOpened("Ann"));
        HandlerScenario<BankAccount, BankAccount> rich = open.Given(new MoneyDeposited(100, 100));
        open.When(new WithdrawMoney(1)).ThenError("insufficient-funds");
        rich.When(new WithdrawMoney(1)).Then(new MoneyWithdrawn(1, 99));
        open.When(new WithdrawMoney(1)).ThenError("insufficient-funds");
    }

    [Fact]
    public void Handlers_see_a_usual_context_unless_told_otherwise() =>
        HandlerTester<Notebook, INotebookContract>.GivenNothing()
            .When(new DescribeSurroundings())
            .Then(new NoteWritten("notebook/notebook-1 v0 command-1 2000-01-01T00:00:00.0000000+00:00 []"));

    [Fact]
    public void Id_moment_metadata_and_version_reach_the_handler() =>
        HandlerTester<Notebook, INotebookContract>.GivenState(new Notebook(), version: 41)
            .At(new(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(2)))
            .WithMetadata(Metadata.Create(userId: "ann"))
            .WithId("mine")
            .GivenCommands(new DescribeSurroundings())
            .At(new(2026, 5, 2, 12, 0, 0, TimeSpan.Zero))
            .WithMetadata(Metadata.Empty)
            .When(new DescribeSurroundings())
            .Then(new NoteWritten("notebook/mine v42 command-2 2026-05-02T12:00:00.0000000+00:00 []"))
            .ThenState(s => s.Notes[0] == "notebook/mine v41 command-1 2026-05-01T10:00:00.0000000+00:00 [userId=ann]");

    [Fact]
    public void A_tester_of_another_contract_says_which_is_right() => Assert.Equal(
        "The commands and events of Notebook name it by INotebookContract, not by Notebook: use HandlerTester<Notebook, INotebookContract>.",
        Failing.MessageOf(() => HandlerTester<Notebook>.GivenNothing()));

    [Fact]
    public void A_past_that_cannot_be_applied_fails_the_scenario() => Assert.Equal(
        "Notebook.Apply(NoteWritten) threw InvalidOperationException: Torn page.",
        Failing.MessageOf(() => HandlerTester<Notebook, INotebookContract>.Given(new NoteWritten("a", Fault: Fault.ThrowsInApply)).When(new DescribeSurroundings())));
}
