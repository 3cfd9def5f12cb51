using Bank;
using Cqrs.Gen.Testing.Tests.Fragile;

namespace Cqrs.Gen.Testing.Tests;

public sealed class ConsumerTesterTests
{
    private static readonly ConsumerScenario<AccountSummary> Open = ConsumerTester<AccountSummary>.Given(new AccountOpened("Ann"), new MoneyDeposited(10, 10));
    private static readonly NoteWritten Tagged = new("a", Tags: ["x", "y", "x"]);

    [Fact]
    public void Events_lead_to_a_document()
    {
        Open.When(new MoneyWithdrawn(1, 9)).Then(new AccountSummary { Owner = "Ann", Balance = 9.0m, Transactions = 2 });
        ConsumerTester<AccountSummary>.GivenNothing().When(new AccountOpened("Ann"), new MoneyDeposited(3, 3)).Then(d => d is { Owner: "Ann", Balance: 3 });
    }

    [Fact]
    public void A_document_may_be_given_and_stays_the_callers_own()
    {
        AccountSummary document = new() { Owner = "Ann", Transactions = 6 };
        ConsumerTester<AccountSummary>.GivenDocument(document).When(new MoneyDeposited(1, 1)).Then(d => Assert.Equal(7, d.Transactions));
        ConsumerTester<AccountSummary>.GivenDocument("mine", document).WithId("mine").When(new MoneyDeposited(1, 1)).Then("mine", d => d.Transactions == 7);
        Assert.Equal(6, document.Transactions);
    }

    [Fact]
    public void A_document_that_differs_is_shown_beside_the_expected_one() => Assert.Equal(
        """
        The document "bank-account-1" differs in balance and transactions.
        When MoneyWithdrawn { amount: 1, balance: 9 } comes to the account-summary:

                           expected  actual
             owner         "Ann"     "Ann"
        !=   balance       10        9
        !=   transactions  1         2
        """,
        Failing.MessageOf(() => Open.When(new MoneyWithdrawn(1, 9)).Then(new AccountSummary { Owner = "Ann", Balance = 10, Transactions = 1 })));

    [Fact]
    public void A_predicate_that_does_not_hold_shows_the_document() => Assert.Equal(
        """
        The document "bank-account-1" is not as expected by d => d.Balance > 9.
        When MoneyWithdrawn { amount: 1, balance: 9 } comes to the account-summary:
             owner: "Ann"
             balance: 9
             transactions: 2
        """,
        Failing.MessageOf(() => Open.When(new MoneyWithdrawn(1, 9)).Then(d => d.Balance > 9)));

    [Fact]
    public void Keys_of_its_own_spread_an_event()
    {
        ConsumerOutcome<NotesByTag> outcome = Notes().When<Notebook, INotebookContract>(Tagged, new NoteWritten("b", Tags: ["y"]));
        outcome.ThenKeys("y", "x").Then("x", d => d.Notes is ["a"]).Then("y", d => Assert.Equal(["a", "b"], d.Notes));
        Assert.Equal(["x", "y"], outcome.Keys);
        Assert.Equal(["a"], outcome.Document("x")!.Notes);
        Assert.Null(outcome.Document("z"));
        Assert.Equal("The events also went to \"y\".", Failing.HeadlineOf(() => outcome.ThenKeys("x")));
        Assert.Equal("The events did not go to \"z\".", Failing.HeadlineOf(() => outcome.ThenKeys("x", "y", "z")));
        Assert.Equal("The events did not go to \"z\", but to \"y\".", Failing.HeadlineOf(() => outcome.ThenKeys("x", "z")));
        Assert.Equal("The events went to 2 documents, \"x\", \"y\": name the key of the one you mean.", Failing.HeadlineOf(() => outcome.Then(_ => true)));
        Assert.Equal("There is no document \"z\".", Failing.HeadlineOf(() => outcome.Then("z", _ => true)));
    }

    [Fact]
    public void A_query_with_keys_wants_the_key_of_a_given_document() => Assert.Equal(
        "NotesByTag has Key methods: name the key, as in GivenDocument(\"key\", document).",
        Failing.MessageOf(() => ConsumerTester<NotesByTag>.GivenDocument(new NotesByTag())));

    [Fact]
    public void A_document_can_be_deleted()
    {
        Notes().GivenDocument("all", new NotesByTag()).When<Notebook, INotebookContract>(new NotebookCleared()).ThenDeleted().ThenDeleted("all");
        Assert.Equal(
            "The document \"all\" was not there before, so nothing deleted it.",
            Failing.HeadlineOf(() => Notes().When<Notebook, INotebookContract>(new NotebookCleared()).ThenDeleted()));
        Assert.Equal(
            "The document \"x\" is still there.",
            Failing.HeadlineOf(() => Notes().When<Notebook, INotebookContract>(new NoteWritten("a", Tags: ["x"])).ThenDeleted()));
    }

    [Fact]
    public void ThenUnchanged_wants_all_documents_as_they_were()
    {
        ConsumerScenario<NotesByTag> all = Notes().GivenDocument("all", new NotesByTag());
        all.When<Notebook, INotebookContract>(new NoteWritten("no tags")).ThenUnchanged().ThenKeys();
        Assert.Equal("The document \"all\" is deleted.", Failing.HeadlineOf(() => all.When<Notebook, INotebookContract>(new NotebookCleared()).ThenUnchanged()));
        Assert.Equal("The document \"x\" is new.", Failing.HeadlineOf(() => all.When<Notebook, INotebookContract>(Tagged).ThenUnchanged()));
        Assert.Equal(
            "The document \"all\" differs in last and notes[0].",
            Failing.HeadlineOf(() => all.When<Notebook, INotebookContract>(new NoteWritten("b", Tags: ["all"])).ThenUnchanged()));
    }

    [Fact]
    public void An_event_that_is_not_consumed_changes_nothing_and_the_message_says_why()
    {
        ConsumerOutcome<NotesByTag> outcome = Notes().When<Notebook, INotebookContract>(new NoteWritten("of no interest", Tags: ["x"]));
        outcome.ThenUnchanged().ThenKeys();
        string message = Failing.MessageOf(() => outcome.Then("x", _ => true));
        Assert.EndsWith("\n     NoteWritten is ignored: NotesByTag has no Apply for it.", message, StringComparison.Ordinal);
        Assert.Equal("The events went to no document.", Failing.HeadlineOf(() => outcome.Then(_ => true)));
    }

    [Fact]
    public void The_context_of_each_event_reaches_Apply()
    {
        Notes()
            .Given<Notebook, INotebookContract>(new NoteWritten("of no interest"), new NotebookCleared())
            .WithId("mine")
            .At(new(2026, 5, 1, 12, 0, 0, TimeSpan.FromHours(2)))
            .WithMetadata(Metadata.Create(userId: "ann"))
            .WithSequence(7)
            .When<Notebook, INotebookContract>(Tagged, new NoteWritten("b", Tags: ["y"]))
            .Then("x", d => d.Last == "notebook/mine #7 @3 2026-05-01T10:00:00.0000000+00:00 [userId=ann]")
            .Then("y", d => d.Last == "notebook/mine #8 @4 2026-05-01T10:00:00.0000000+00:00 [userId=ann]");
        Notes()
            .Given<Notebook, INotebookContract>(new NotebookCleared())
            .When<Notebook, INotebookContract>(Tagged)
            .Then("x", d => d.Last == "notebook/notebook-1 #2 @2 2000-01-01T00:00:00.0000000+00:00 []");
    }

    [Fact]
    public void A_scenario_can_be_continued_in_different_ways()
    {
        Open.When(new MoneyDeposited(1, 11)).Then(d => d.Transactions == 2);
        Open.Given(new MoneyDeposited(1, 11)).When(new MoneyDeposited(1, 12)).Then(d => d.Transactions == 3);
        Open.When(new MoneyDeposited(1, 11)).Then(d => d.Transactions == 2);
    }

    [Fact]
    public void What_the_query_throws_is_expected_or_fails_every_other_expectation()
    {
        ConsumerOutcome<NotesByTag> outcome = Notes().When<Notebook, INotebookContract>(new NoteWritten("a", Tags: ["x"], Fault: Fault.ThrowsInApply));
        outcome.ThenThrows<InvalidOperationException>().ThenThrows<Exception>(e => Assert.Equal("Torn page.", e.Message));
        Assert.Equal(
            "The query was expected to throw ArgumentException, but it threw InvalidOperationException: Torn page.",
            Failing.HeadlineOf(() => outcome.ThenThrows<ArgumentException>()));
        Assert.Equal(
            "The query was expected to throw ArgumentException, but it threw nothing.",
            Failing.HeadlineOf(() => Notes().When<Notebook, INotebookContract>(Tagged).ThenThrows<ArgumentException>()));
        Action[] others =
        [
            () => outcome.Then("x", _ => true), () => outcome.Then(_ => { }), () => outcome.Then(new NotesByTag()), () => outcome.ThenDeleted(),
            () => outcome.ThenUnchanged(), () => outcome.ThenKeys(), () => _ = outcome.Keys, () => _ = outcome.Document("x"),
        ];
        Assert.All(others, other => Assert.Equal("The query threw InvalidOperationException: Torn page.", Failing.HeadlineOf(other)));
        Assert.Equal(
            "Given NoteWritten { text: \"a\", number: 0, fault: \"ThrowsInApply\", tags[0]: \"x\", prices: {} }, NotesByTag threw InvalidOperationException: Torn page.",
            Failing.MessageOf(() => Notes().Given<Notebook, INotebookContract>(new NoteWritten("a", Tags: ["x"], Fault: Fault.ThrowsInApply))));
    }

    [Fact]
    public void Events_and_documents_must_survive_their_JSON()
    {
        Assert.Equal(
            "Reading NoteWritten back from its JSON alters number.",
            Failing.HeadlineOf(() => Notes().When<Notebook, INotebookContract>(new NoteWritten("a", 5, ["x"], Fault.AltersNumber))));
        Assert.Equal(
            "Reading NotesByTag back from its JSON alters notes[0].",
            Failing.HeadlineOf(() => Notes().When<Notebook, INotebookContract>(new NoteWritten("vanishing ink", Tags: ["x"]))));
    }

    private static ConsumerScenario<NotesByTag> Notes() => ConsumerTester<NotesByTag>.GivenNothing();
}
