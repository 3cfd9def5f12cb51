using Bank;
using Cqrs.Gen.Testing.Tests.Fragile;

namespace Cqrs.Gen.Testing.Tests;

/// <summary>A failure message is read by a person in a hurry: what differs first, then both sides, member by member.</summary>
public sealed class FailureMessageTests
{
    private static readonly HandlerScenario<BankAccount, BankAccount> Rich = HandlerTester<BankAccount>.Given(new AccountOpened("Ann"), new MoneyDeposited(100, 100));
    private static readonly HandlerScenario<Notebook, INotebookContract> Nothing = HandlerTester<Notebook, INotebookContract>.GivenNothing();

    [Fact]
    public void A_member_that_differs() => Assert.Equal(
        """
        Event 1 of 1, MoneyWithdrawn, differs in balance.
        When WithdrawMoney { amount: 40 } comes to the bank-account at version 2:

                      expected        actual
           event 1    MoneyWithdrawn  MoneyWithdrawn
             amount   40              40
        !=   balance  50              60
        """,
        Failing.MessageOf(() => Rich.When(new WithdrawMoney(40)).Then(new MoneyWithdrawn(40, 50))));

    [Fact]
    public void Another_event_and_a_missing_one() => Assert.Equal(
        """
        Event 1 of 2 is MoneyWithdrawn where MoneyDeposited was expected; 1 more differs.
        When WithdrawMoney { amount: 40 } comes to the bank-account at version 2:

                      expected        actual
        != event 1    MoneyDeposited  MoneyWithdrawn
             amount   40              40
             balance  50              60
        != event 2    AccountOpened   -
             owner    "Bob"
        """,
        Failing.MessageOf(() => Rich.When(new WithdrawMoney(40)).Then(new MoneyDeposited(40, 50), new AccountOpened("Bob"))));

    [Fact]
    public void One_event_too_many_does_not_make_the_others_wrong() => Assert.Equal(
        """
        Event 1, NoteWritten, was not expected.
        When WriteNotes { fault: "None", notes[0].text: "a", notes[0].number: 0, notes[0].fault: "None", … } comes to the notebook that does not exist:

                     expected     actual
        != event 1   -            NoteWritten
             text                 "a"
             number               0
             fault                "None"
             tags                 []
             prices               {}
           event 1   NoteWritten  NoteWritten
             text    "b"          "b"
             number  0            0
             fault   "None"       "None"
             tags    []           []
             prices  {}           {}
        """,
        Failing.MessageOf(() => Nothing.When(new WriteNotes(new NoteWritten("a"), new NoteWritten("b"))).Then(new NoteWritten("b"))));

    [Fact]
    public void An_error_in_place_of_events() => Assert.Equal(
        """
        The command was refused by the error "insufficient-funds", not accepted.
        When WithdrawMoney { amount: 500 } comes to the bank-account at version 2:
             insufficient-funds: 100 is less than 500
             balance: 100
             amount: 500
        """,
        Failing.MessageOf(() => Rich.When(new WithdrawMoney(500)).Then(new MoneyWithdrawn(500, -400))));

    [Fact]
    public void Events_in_place_of_an_error() => Assert.Equal(
        """
        The command was accepted, not refused by the error "insufficient-funds".
        When WithdrawMoney { amount: 50 } comes to the bank-account at version 2:
             event 1: MoneyWithdrawn { amount: 50, balance: 50 }
        """,
        Failing.MessageOf(() => Rich.When(new WithdrawMoney(50)).ThenError("insufficient-funds")));

    [Fact]
    public void An_error_that_differs() => Assert.Equal(
        """
        The error differs in message and limit.
        When WithdrawMoney { amount: 500 } comes to the bank-account at version 2:

                      expected            actual
             code     insufficient-funds  insufficient-funds
        !=   message  Sorry               100 is less than 500
        !=   limit    true                -
             balance  (any)               100
             amount   (any)               500
        """,
        Failing.MessageOf(() => Rich.When(new WithdrawMoney(500)).ThenError("insufficient-funds", "Sorry", ("limit", true))));

    [Fact]
    public void The_closest_event_when_none_is_the_expected_one() => Assert.Equal(
        """
        No event is MoneyWithdrawn { amount: 50, balance: 49 }; the closest, event 1, differs in balance.
        When WithdrawMoney { amount: 50 } comes to the bank-account at version 2:

                      expected        actual event 1
           event      MoneyWithdrawn  MoneyWithdrawn
             amount   50              50
        !=   balance  49              50
        """,
        Failing.MessageOf(() => Rich.When(new WithdrawMoney(50)).ThenContains(new MoneyWithdrawn(50, 49))));

    [Fact]
    public void A_state_that_differs() => Assert.Equal(
        """
        The state differs in owner and balance.
        When WithdrawMoney { amount: 40 } comes to the bank-account at version 2:

                      expected  actual
        !=   owner    ""        "Ann"
        !=   balance  0         60
        """,
        Failing.MessageOf(() => Rich.When(new WithdrawMoney(40)).ThenState(new BankAccount())));

    [Fact]
    public void Long_values_are_shown_from_shortly_before_the_place_where_they_differ_and_wrapped()
    {
        string same = string.Concat(Enumerable.Repeat("lorem ipsum ", 30));
        string message = Failing.MessageOf(() => HandlerTester<BankAccount>.GivenNothing()
            .When(new OpenAccount(same + "dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua"))
            .Then(new AccountOpened(same + "DOLOR sit amet")));
        Assert.EndsWith(
            """
                        expected                                           actual
               event 1  AccountOpened                                      AccountOpened
            !=   owner  (337 characters)… lorem ipsum lorem ipsum DOLOR    (337 characters)… lorem ipsum lorem ipsum dolor
                        sit amet"                                          sit amet, consectetur adipiscing elit, sed do
                                                                           eiusmod tempor incididunt ut labore et dolore
                                                                           magna aliqua"
            """,
            message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_table_is_wider_than_a_terminal()
    {
        string message = Failing.MessageOf(() => Nothing.When(new WriteNotes(new NoteWritten(new string('x', 500)) { Prices = { [new string('k', 90)] = 1 } })).Then(new NoteWritten(new string('y', 500))));
        Assert.All(message.Split('\n').Skip(2), line => Assert.InRange(line.Length, 0, 112));
    }

    [Fact]
    public void A_long_table_leaves_out_what_is_the_same()
    {
        string[] tags = [.. Enumerable.Range(0, 200).Select(i => $"tag {i}")];
        string[] others = [.. tags];
        others[150] = "other";
        Assert.EndsWith(
            """

                                    expected     actual
               event 1              NoteWritten  NoteWritten
            !=   tags[150]          "other"      "tag 150"
               (203 equal members)
            """,
            Failing.MessageOf(() => Nothing.When(new WriteNotes(new NoteWritten("a", Tags: tags))).Then(new NoteWritten("a", Tags: others))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_outside_the_basic_plane_are_not_torn_apart()
    {
        string message = Failing.MessageOf(() => HandlerTester<BankAccount>.GivenNothing()
            .When(new OpenAccount(string.Concat(Enumerable.Repeat("😀", 300)) + "a"))
            .Then(new AccountOpened(string.Concat(Enumerable.Repeat("😀", 300)) + "b")));
        Assert.Equal(message, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(message)));
    }
}
