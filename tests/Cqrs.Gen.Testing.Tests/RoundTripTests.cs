using Cqrs.Gen.Testing.Tests.Fragile;

namespace Cqrs.Gen.Testing.Tests;

/// <summary>What passes through a scenario must survive its JSON, and must not be changed by those who only read it.</summary>
public sealed class RoundTripTests
{
    private static readonly HandlerScenario<Notebook, INotebookContract> Nothing = HandlerTester<Notebook, INotebookContract>.GivenNothing();

    [Fact]
    public void A_member_that_comes_back_altered_is_named() => Assert.Equal(
        """
        Reading NoteWritten back from its JSON alters number.

                     written         written again
             text    "a"             "a"
        !=   number  5               6
             fault   "AltersNumber"  "AltersNumber"
             tags    []              []
             prices  {}              {}
             {"text":"a","number":5,"fault":"AltersNumber","tags":[],"prices":{}}
             {"text":"a","number":6,"fault":"AltersNumber","tags":[],"prices":{}}
        """,
        Failing.MessageOf(() => Given(Fault.AltersNumber)));

    [Fact]
    public void Members_that_come_back_in_another_order_are_an_alteration() => Assert.Equal(
        "Reading NoteWritten back from its JSON alters the order of its members.",
        Failing.HeadlineOf(() => Given(Fault.ReordersMembers)));

    [Fact]
    public void A_member_that_is_not_kept_is_named() => Assert.Equal(
        """
        The JSON of NoteWritten does not keep Number: it is 5 when written and 0 when read back.
             {"text":"a","fault":"LosesNumber","tags":[],"prices":{}}
        """,
        Failing.MessageOf(() => Given(Fault.LosesNumber)));

    [Fact]
    public void What_cannot_be_written_is_named_with_the_reason() => Assert.Equal(
        "NoteWritten cannot be written as JSON: NaN is no JSON number. (at $.number, byte 9)",
        Failing.MessageOf(() => Given(Fault.CannotBeWritten)));

    [Fact]
    public void What_cannot_be_read_back_is_named_with_the_reason() => Assert.Equal(
        """
        NoteWritten cannot be read back from its own JSON: The member "text" is missing. (at $.text, byte 1)
             {"text":"a","number":5,"fault":"CannotBeRead","tags":[],"prices":{}}
        """,
        Failing.MessageOf(() => Given(Fault.CannotBeRead)));

    [Fact]
    public void An_event_stored_under_a_name_that_nobody_reads_is_caught() => Assert.Equal(
        "NoteWritten is stored as note-unknown v3, but the aggregate notebook reads no event of that name and version.",
        Failing.MessageOf(() => Given(Fault.IsUnknown)));

    [Fact]
    public void An_event_that_comes_back_as_another_is_caught() => Assert.Equal(
        "NoteWritten is read back from its JSON as NotebookCleared.",
        Failing.HeadlineOf(() => Given(Fault.BecomesAnother)));

    [Fact]
    public void What_is_not_JSON_is_caught()
    {
        string message = Failing.MessageOf(() => Given(Fault.IsNotJson));
        Assert.StartsWith("What is written for NoteWritten is not JSON: ", message, StringComparison.Ordinal);
        Assert.EndsWith("{\"text\":a}", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Events_that_happen_are_checked_as_well() => Assert.Equal(
        "Reading NoteWritten back from its JSON alters number.",
        Failing.HeadlineOf(() => Nothing.When(new WriteNotes(new NoteWritten("a", 5, Fault: Fault.AltersNumber)))));

    [Fact]
    public void Expected_events_are_checked_as_well() => Assert.Equal(
        "Reading NoteWritten back from its JSON alters number.",
        Failing.HeadlineOf(() => Nothing.When(new WriteNotes()).Then(new NoteWritten("a", 5, Fault: Fault.AltersNumber))));

    [Fact]
    public void Commands_are_checked() => Assert.Equal(
        "Reading AskOracle back from its JSON alters question.",
        Failing.HeadlineOf(() => Nothing.When(new AskOracle("misread"))));

    [Fact]
    public void Given_commands_are_checked() => Assert.Equal(
        "Reading AskOracle back from its JSON alters question.",
        Failing.HeadlineOf(() => Nothing.GivenCommands(new AskOracle("misread")).When(new WriteNotes())));

    [Fact]
    public void States_are_checked()
    {
        const string Message = "Reading Notebook back from its JSON alters notes[0].";
        Notebook vanishing = new();
        vanishing.Notes.Add("vanishing ink");
        Assert.Equal(Message, Failing.HeadlineOf(() => Nothing.Given(new NoteWritten("vanishing ink")).When(new WriteNotes())));
        Assert.Equal(Message, Failing.HeadlineOf(() => Nothing.When(new WriteNotes(new NoteWritten("vanishing ink")))));
        Assert.Equal(Message, Failing.HeadlineOf(() => Nothing.GivenState(vanishing)));
        Assert.Equal(Message, Failing.HeadlineOf(() => Nothing.When(new WriteNotes(new NoteWritten("a"))).ThenState(vanishing)));
    }

    [Fact]
    public void Handle_must_not_change_the_state() => Assert.Equal(
        """
        Notebook.Handle(WriteNotes) changed the state; only Apply may: notes[1].

                       before  after
             notes[0]  "a"     "a"
        !=   notes[1]  -       "by the back door"
        """,
        Failing.MessageOf(() => Nothing.Given(new NoteWritten("a")).When(new WriteNotes { Fault = Fault.ChangesTheState })));

    [Fact]
    public void Handle_must_not_change_the_state_even_if_it_throws()
    {
        ExpectationException e = Assert.Throws<ExpectationException>(
            () => Nothing.Given(new NoteWritten("a")).When(new WriteNotes { Fault = Fault.ChangesTheStateAndThrows }));
        Assert.StartsWith("Notebook.Handle(WriteNotes) changed the state; only Apply may: notes[1].", e.Message, StringComparison.Ordinal);
        Assert.Equal("No ink.", e.InnerException!.Message);
    }

    [Fact]
    public void Apply_must_not_change_the_event()
    {
        Assert.Equal("Notebook.Apply(NoteWritten) changed the event: scribble.", Failing.HeadlineOf(() => Given(Fault.IsChangedByApply)));
        Assert.Equal(
            "NotesByTag.Apply(NoteWritten) changed the event: scribble.",
            Failing.HeadlineOf(() => ConsumerTester<NotesByTag>.GivenNothing().When<Notebook, INotebookContract>(new NoteWritten("a", Tags: ["x"], Fault: Fault.IsChangedByApply))));
    }

    private static void Given(Fault fault) => Nothing.Given(new NoteWritten("a", 5, Fault: fault)).When(new WriteNotes());
}
