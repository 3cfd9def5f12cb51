using Bank;
using Cqrs.Gen.Testing.Tests.Fragile;

namespace Cqrs.Gen.Testing.Tests;

/// <summary>Each expectation stays quiet when it holds and fires when it does not.</summary>
public sealed class HandlerExpectationTests
{
    private static readonly HandlerScenario<BankAccount, BankAccount> Rich = HandlerTester<BankAccount>.Given(new AccountOpened("Ann"), new MoneyDeposited(100, 100));
    private static readonly HandlerScenario<Notebook, INotebookContract> Nothing = HandlerTester<Notebook, INotebookContract>.GivenNothing();
    private static readonly NoteWritten A = new("a");
    private static readonly NoteWritten B = new("b");
    private static readonly NoteWritten C = new("c");

    [Fact]
    public void Then_wants_exactly_these_events_in_this_order()
    {
        HandlerOutcome<Notebook, INotebookContract> outcome = Nothing.When(new WriteNotes(A, B));
        outcome.Then(A, B);
        Assert.Equal("Event 2 of 2, NoteWritten, differs in text.", Failing.HeadlineOf(() => outcome.Then(A, C)));
        Assert.Equal("Event 2, NoteWritten, was not expected.", Failing.HeadlineOf(() => outcome.Then(A)));
        Assert.Equal("Event 1, NoteWritten, was not expected.", Failing.HeadlineOf(() => outcome.Then(B)));
        Assert.Equal("Event 3 of 3, NoteWritten, is missing.", Failing.HeadlineOf(() => outcome.Then(A, B, C)));
        Assert.Equal("Event 1 of 3, NoteWritten, is missing.", Failing.HeadlineOf(() => outcome.Then(C, A, B)));
        Assert.Equal("Event 1 of 2, NoteWritten, differs in text; 1 more differs.", Failing.HeadlineOf(() => outcome.Then(B, A)));
        Assert.Equal("Event 1 of 2 is NoteWritten where NotebookCleared was expected.", Failing.HeadlineOf(() => outcome.Then(new NotebookCleared(), B)));
        Assert.Equal("Event 1, NoteWritten, was not expected; 1 more differs.", Failing.HeadlineOf(() => outcome.Then()));
    }

    [Fact]
    public void Then_wants_the_command_to_be_accepted() => Assert.Equal(
        "The command was refused by the error \"insufficient-funds\", not accepted.",
        Failing.HeadlineOf(() => Rich.When(new WithdrawMoney(101)).Then(new MoneyWithdrawn(101, -1))));

    [Fact]
    public void ThenNothing_wants_no_event_and_no_error()
    {
        Nothing.When(new WriteNotes()).ThenNothing();
        Assert.Equal("Event 1, NoteWritten, was not expected.", Failing.HeadlineOf(() => Nothing.When(new WriteNotes(A)).ThenNothing()));
        Assert.Equal("The command was refused by the error \"insufficient-funds\", not accepted.", Failing.HeadlineOf(() => Rich.When(new WithdrawMoney(101)).ThenNothing()));
    }

    [Fact]
    public void ThenContains_wants_each_event_somewhere()
    {
        HandlerOutcome<Notebook, INotebookContract> outcome = Nothing.When(new WriteNotes(A, B, C));
        outcome.ThenContains(C, A).ThenContains();
        Assert.StartsWith("No event is NoteWritten { text: \"d\",", Failing.HeadlineOf(() => outcome.ThenContains(A, new NoteWritten("d"))), StringComparison.Ordinal);
        Assert.StartsWith("No event is NoteWritten { text: \"a\",", Failing.HeadlineOf(() => outcome.ThenContains(A, A)), StringComparison.Ordinal);
        Assert.Equal("No event is NotebookCleared.", Failing.HeadlineOf(() => outcome.ThenContains(new NotebookCleared())));
        Assert.StartsWith("The command was refused", Failing.HeadlineOf(() => Rich.When(new WithdrawMoney(101)).ThenContains()), StringComparison.Ordinal);
    }

    [Fact]
    public void Then_hands_the_events_to_assertions_of_any_kind()
    {
        Nothing.When(new WriteNotes(A, B)).Then(events => Assert.Collection(events, e => Assert.IsType<NoteWritten>(e), e => Assert.Equal("b", ((NoteWritten)e).Text)));
        Assert.Throws<Xunit.Sdk.SingleException>(() => Nothing.When(new WriteNotes(A, B)).Then(events => Assert.Single(events)));
    }

    [Fact]
    public void ThenError_wants_a_refusal()
    {
        Rich.When(new WithdrawMoney(101)).ThenError();
        Assert.Equal("The command was accepted, not refused by an error.", Failing.HeadlineOf(() => Rich.When(new WithdrawMoney(1)).ThenError()));
    }

    [Fact]
    public void ThenError_compares_code_message_and_parameters_as_far_as_they_are_given()
    {
        HandlerOutcome<BankAccount, BankAccount> outcome = Rich.When(new WithdrawMoney(101));
        outcome.ThenError("insufficient-funds")
            .ThenError("insufficient-funds", "100 is less than 101")
            .ThenError("insufficient-funds", ("amount", 101m))
            .ThenError("insufficient-funds", ("amount", 101), ("balance", 100.00m))
            .ThenError("insufficient-funds", "100 is less than 101", ("balance", 100));
        Assert.Equal("The error differs in code.", Failing.HeadlineOf(() => outcome.ThenError("no-such-code")));
        Assert.Equal("The error differs in message.", Failing.HeadlineOf(() => outcome.ThenError("insufficient-funds", "Sorry")));
        Assert.Equal("The error differs in balance.", Failing.HeadlineOf(() => outcome.ThenError("insufficient-funds", ("balance", 99))));
        Assert.Equal("The error differs in balance.", Failing.HeadlineOf(() => outcome.ThenError("insufficient-funds", ("balance", "100"))));
        Assert.Equal("The error differs in message and limit.", Failing.HeadlineOf(() => outcome.ThenError("insufficient-funds", "Sorry", ("limit", 0))));
        Assert.Equal("The command was accepted, not refused by the error \"insufficient-funds\".", Failing.HeadlineOf(() => Rich.When(new WithdrawMoney(1)).ThenError("insufficient-funds")));
    }

    [Fact]
    public void ThenError_with_an_error_wants_exactly_that()
    {
        HandlerOutcome<BankAccount, BankAccount> outcome = Rich.When(new WithdrawMoney(101));
        outcome.ThenError(UserError.Create("insufficient-funds", "100 is less than 101", ("balance", 100), ("amount", 101)));
        Assert.Equal("The error differs in amount.", Failing.HeadlineOf(() => outcome.ThenError(UserError.Create("insufficient-funds", "100 is less than 101", ("balance", 100)))));
    }

    [Fact]
    public void ThenState_compares_by_value_assertion_or_predicate()
    {
        HandlerOutcome<BankAccount, BankAccount> outcome = Rich.When(new WithdrawMoney(40));
        outcome.ThenState(s => s.Balance == 60)
            .ThenState(s => Assert.Equal("Ann", s.Owner))
            .ThenState(HandlerTester<BankAccount>.Given(new AccountOpened("Ann")).When(new DepositMoney(60.00m)).State!);
        Assert.Equal("The state differs in owner and balance.", Failing.HeadlineOf(() => outcome.ThenState(new BankAccount())));
        Assert.Equal("The state is not as expected by s => s.Balance == 61.", Failing.HeadlineOf(() => outcome.ThenState(s => s.Balance == 61)));
        Assert.Throws<Xunit.Sdk.EqualException>(() => outcome.ThenState(s => Assert.Equal(61, s.Balance)));
        Assert.Equal("There is no state: the aggregate does not exist.", Failing.HeadlineOf(() => HandlerTester<BankAccount>.GivenNothing().When(new DepositMoney(1)).ThenState(_ => true)));
    }

    [Fact]
    public void After_a_refusal_the_state_is_the_one_before() => Rich.When(new WithdrawMoney(101)).ThenError().ThenState(s => s.Balance == 100);

    [Fact]
    public void An_assertion_cannot_spoil_the_state_for_the_next() =>
        Nothing.When(new WriteNotes(A)).ThenState(s => s.Notes.Clear()).ThenState(s => s.Notes.Count == 1);

    [Fact]
    public void ThenThrows_wants_the_handler_to_throw()
    {
        HandlerOutcome<Notebook, INotebookContract> outcome = Nothing.When(new WriteNotes { Fault = Fault.ThrowsInHandle });
        outcome.ThenThrows<InvalidOperationException>().ThenThrows<Exception>(e => Assert.Equal("No ink.", e.Message));
        Assert.Equal(
            "The handler was expected to throw ArgumentException, but it threw InvalidOperationException: No ink.",
            Failing.HeadlineOf(() => outcome.ThenThrows<ArgumentException>()));
        Assert.Equal(
            "The handler was expected to throw ArgumentException, but it threw nothing.",
            Failing.HeadlineOf(() => Nothing.When(new WriteNotes(A)).ThenThrows<ArgumentException>()));
    }

    [Fact]
    public void What_the_handler_threw_fails_every_other_expectation()
    {
        HandlerOutcome<Notebook, INotebookContract> outcome = Nothing.When(new WriteNotes { Fault = Fault.ThrowsInHandle });
        Action[] others =
        [
            () => outcome.Then(), () => outcome.ThenNothing(), () => outcome.ThenContains(), () => outcome.Then(_ => { }), () => outcome.ThenError(),
            () => outcome.ThenState(_ => { }), () => outcome.ThenState(_ => true), () => outcome.ThenState(new Notebook()),
            () => _ = outcome.Events, () => _ = outcome.Error, () => _ = outcome.State,
        ];
        Assert.All(others, other =>
        {
            ExpectationException e = Assert.Throws<ExpectationException>(other);
            Assert.StartsWith("The handler threw InvalidOperationException: No ink.\n", e.Message, StringComparison.Ordinal);
            Assert.IsType<InvalidOperationException>(e.InnerException);
        });
    }

    [Fact]
    public void Outcomes_show_what_happened_to_those_who_assert_themselves()
    {
        HandlerOutcome<BankAccount, BankAccount> outcome = Rich.When(new WithdrawMoney(40));
        Assert.Equal([new MoneyWithdrawn(40, 60)], outcome.Events);
        Assert.Null(outcome.Error);
        Assert.Equal(60, outcome.State!.Balance);
        Assert.Equal("insufficient-funds", Rich.When(new WithdrawMoney(101)).Error!.Code);
        Assert.Null(HandlerTester<BankAccount>.GivenNothing().When(new WithdrawMoney(101)).State);
    }
}
