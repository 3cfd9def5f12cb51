using Cqrs.Gen.Testing.Tests.Fragile;

namespace Cqrs.Gen.Testing.Tests;

public sealed class AsyncHandlerTests
{
    private static readonly HandlerScenario<Notebook, INotebookContract> Nothing = HandlerTester<Notebook, INotebookContract>.GivenNothing();
    private static readonly WriteNotes Slowly = new(new NoteWritten("late")) { Fault = Fault.TakesTime };

    [Fact]
    public async Task A_handler_that_takes_time_is_awaited_with_its_expectations() =>
        await Nothing.WhenAsync(Slowly).Then(new NoteWritten("late")).ThenState(s => s.Notes.Count == 1);

    [Fact]
    public async Task An_expectation_that_does_not_hold_fails_the_await()
    {
        ExpectationException e = await Assert.ThrowsAsync<ExpectationException>(() => Nothing.WhenAsync(Slowly).ThenNothing().AsTask());
        Assert.StartsWith("Event 1, NoteWritten, was not expected.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_expectation_follows_a_pending_outcome()
    {
        NoteWritten late = new("late");
        await Nothing.WhenAsync(Slowly)
            .Then(late)
            .Then(events => Assert.Single(events))
            .ThenContains(late)
            .ThenState(s => Assert.Equal(["late"], s.Notes))
            .ThenState(s => s.Notes[0] == "late")
            .ThenState(Nothing.When(new WriteNotes(late)).State!);
        await Nothing.WhenAsync(new WriteNotes()).ThenNothing();
        await Nothing.WhenAsync(new WriteNotes { Fault = Fault.ThrowsInHandle })
            .ThenThrows<InvalidOperationException>()
            .ThenThrows<InvalidOperationException>(e => Assert.Equal("No ink.", e.Message));
        await HandlerTester<Bank.BankAccount>.Given(new Bank.AccountOpened("Ann")).WhenAsync(new Bank.WithdrawMoney(1))
            .ThenError()
            .ThenError("insufficient-funds")
            .ThenError("insufficient-funds", "0 is less than 1")
            .ThenError("insufficient-funds", ("amount", 1))
            .ThenError("insufficient-funds", "0 is less than 1", ("amount", 1))
            .ThenError(UserError.Create("insufficient-funds", "0 is less than 1", ("balance", 0), ("amount", 1)));
    }

    [Fact]
    public void Whoever_forgets_to_await_a_decision_that_is_there_still_fails() => Assert.Equal(
        "Event 1, NoteWritten, was not expected.",
        Failing.HeadlineOf(() => _ = Nothing.WhenAsync(new WriteNotes(new NoteWritten("at once"))).ThenNothing()));

    [Fact]
    public async Task An_outcome_can_be_awaited_before_its_expectations()
    {
        HandlerOutcome<Notebook, INotebookContract> outcome = await Nothing.WhenAsync(Slowly);
        Assert.Equal("late", Assert.IsType<NoteWritten>(Assert.Single(outcome.Events)).Text);
        outcome = await Nothing.WhenAsync(Slowly).ConfigureAwait(true);
        outcome.ThenContains(new NoteWritten("late"));
    }

    [Fact]
    public void A_handler_that_takes_time_is_not_waited_for_without_await() => Assert.Equal(
        "A handler of Notebook awaits something that is not there yet, so When cannot show what it decides. Write: await ….WhenAsync(new AskOracle(…)).Then…",
        Failing.MessageOf(() => Nothing.WithService(new SilentOracle()).When(new AskOracle("?"))));

    [Fact]
    public async Task Given_commands_may_take_time_too() =>
        await Nothing.GivenCommands(Slowly, Slowly).WhenAsync(new WriteNotes()).ThenState(s => s.Notes.Count == 2);

    [Fact]
    public async Task The_cancellation_token_reaches_the_handler()
    {
        using CancellationTokenSource source = new();
        await Nothing.WithService(new Oracle()).WhenAsync(new AskOracle("?"), source.Token).Then(new NoteWritten("not cancelled"));
        await source.CancelAsync();
        await Nothing.WithService(new Oracle()).WhenAsync(new AskOracle("?"), source.Token).ThenThrows<OperationCanceledException>();
    }

    private sealed class Oracle : IOracle
    {
        public async ValueTask<string> AnswerAsync(string question, CancellationToken cancellationToken)
        {
            await Task.Delay(1, cancellationToken);
            return "not cancelled";
        }
    }

    private sealed class SilentOracle : IOracle
    {
        public ValueTask<string> AnswerAsync(string question, CancellationToken cancellationToken) => new(new TaskCompletionSource<string>().Task);
    }
}
