using Cqrs.Gen.Testing.Tests.Fragile;

namespace Cqrs.Gen.Testing.Tests;

public sealed class EqualityTests
{
    private static readonly HandlerScenario<Notebook, INotebookContract> Nothing = HandlerTester<Notebook, INotebookContract>.GivenNothing();

    [Fact]
    public void Collections_are_equal_by_their_elements()
    {
        HandlerOutcome<Notebook, INotebookContract> outcome = Nothing.When(new WriteNotes(new NoteWritten("a", Tags: ["x", "y"])));
        outcome.Then(new NoteWritten("a", Tags: new List<string> { "x", "y" }));
        Assert.Equal("Event 1 of 1, NoteWritten, differs in tags[1].", Failing.HeadlineOf(() => outcome.Then(new NoteWritten("a", Tags: ["x", "z"]))));
        Assert.Equal("Event 1 of 1, NoteWritten, differs in tags[1].", Failing.HeadlineOf(() => outcome.Then(new NoteWritten("a", Tags: ["x"]))));
        Assert.Equal("Event 1 of 1, NoteWritten, differs in tags[0] and tags[1].", Failing.HeadlineOf(() => outcome.Then(new NoteWritten("a"))));
    }

    [Fact]
    public void Dictionaries_are_equal_in_whatever_order()
    {
        NoteWritten note = new("a") { Prices = { ["tea"] = 1, ["rye bread"] = 2 } };
        Nothing.When(new WriteNotes(note)).Then(new NoteWritten("a") { Prices = { ["rye bread"] = 2, ["tea"] = 1 } });
        Assert.Equal(
            "Event 1 of 1, NoteWritten, differs in prices[\"rye bread\"].",
            Failing.HeadlineOf(() => Nothing.When(new WriteNotes(note)).Then(new NoteWritten("a") { Prices = { ["rye bread"] = 3, ["tea"] = 1 } })));
    }

    [Theory]
    [InlineData("1.50", "1.5", true)]
    [InlineData("100", "100.00", true)]
    [InlineData("0.0000000000000000000000000001", "0", false)]
    [InlineData("7922816251426433759354395033.5", "7922816251426433759354395033.4", false)]
    public void Decimals_are_equal_by_value(string left, string right, bool equal)
    {
        NoteWritten actual = new("a") { Prices = { ["p"] = decimal.Parse(left, System.Globalization.CultureInfo.InvariantCulture) } };
        NoteWritten expected = new("a") { Prices = { ["p"] = decimal.Parse(right, System.Globalization.CultureInfo.InvariantCulture) } };
        if (equal)
        {
            Nothing.When(new WriteNotes(actual)).Then(expected);
        }
        else
        {
            Assert.Equal("Event 1 of 1, NoteWritten, differs in prices.p.", Failing.HeadlineOf(() => Nothing.When(new WriteNotes(actual)).Then(expected)));
        }
    }

    [Theory]
    [InlineData(1e300, 1e300, true)]
    [InlineData(1e-300, 0, false)]
    [InlineData(1e16, 10000000000000000d, true)]
    [InlineData(0.1, 0.1000000000000001, false)]
    public void Floating_point_numbers_are_equal_by_value(double left, double right, bool equal)
    {
        HandlerOutcome<Notebook, INotebookContract> outcome = Nothing.When(new WriteNotes(new NoteWritten("a", left)));
        if (equal)
        {
            outcome.Then(new NoteWritten("a", right));
        }
        else
        {
            Assert.Equal("Event 1 of 1, NoteWritten, differs in number.", Failing.HeadlineOf(() => outcome.Then(new NoteWritten("a", right))));
        }
    }
}
