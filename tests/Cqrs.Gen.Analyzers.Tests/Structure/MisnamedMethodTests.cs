namespace Cqrs.Gen.Analyzers.Tests;

public sealed class MisnamedMethodTests
{
    private const string NoApply = "'Account' has no Apply for its event 'Opened'; write one, or mark the event with [Event(ChangesNoState = true)] if it changes nothing";
    private const string NoHandle = "'Account' has no Handle for its command 'Open'; write one, or remove the command";

    [Theory]
    [InlineData("apply")]
    [InlineData("Aply")]
    [InlineData("ApplyOpened")]
    [InlineData("When")]
    [InlineData("On")]
    public Task A_method_that_takes_an_unapplied_event_under_a_near_name_is_reported(string name) => DomainTest.Reports(
        With("{|#1:Opened|}", "Open", $"Opened Handle(Open c) => new(); void {{|#0:{name}|}}(Opened e) {{ }}"),
        ("CQG1007", $"'Account.{name}(Opened)' takes 'Opened', but would never be called: only methods named Apply are; rename it"),
        ("CQG2001", NoApply));

    [Theory]
    [InlineData("handle")]
    [InlineData("Hanlde")]
    [InlineData("HandleAsync")]
    [InlineData("Execute")]
    public Task A_method_that_takes_an_unhandled_command_under_a_near_name_is_reported(string name) => DomainTest.Reports(
        With("Opened", "{|#1:Open|}", $"Opened {{|#0:{name}|}}(Open c) => new(); void Apply(Opened e) {{ }}"),
        ("CQG1007", $"'Account.{name}(Open)' takes 'Open', but would never be called: only methods named Handle are; rename it"),
        ("CQG3001", NoHandle));

    [Fact]
    public Task A_method_of_a_query_is_reported() => DomainTest.Reports(
        With("Opened", "Open", "Opened Handle(Open c) => new(); void Apply(Opened e) { }") + """
        [Event(Retired = true)]
        public sealed record Closed : IEvent<Account>;
        public partial class Account { void Apply(Closed e) { } }

        [Query]
        public sealed partial class Summary
        {
            void Apply(Opened e) { }
            void {|#0:Project|}(Closed e) { }
        }
        """,
        ("CQG1007", "'Summary.Project(Closed)' takes 'Closed', but would never be called: only methods named Apply are; rename it"));

    [Theory]
    [InlineData("static string[] {|#0:Keys|}(Opened e) => [];", "Keys", "Key")]
    [InlineData("static string {|#0:KeyFor|}(Opened e) => \"\";", "KeyFor", "Key")]
    [InlineData("static string {|#0:Identity|}(Opened e) => \"\";", "Identity", "Key")]
    public Task A_method_of_a_query_that_gives_keys_under_a_near_name_is_reported(string method, string name, string meant) => DomainTest.Reports(
        Query("void Apply(Opened e) { } " + method),
        ("CQG1007", $"'Summary.{name}(Opened)' takes 'Opened', but would never be called: only methods named {meant} are; rename it"));

    [Fact]
    public Task A_Handle_of_a_query_that_takes_an_event_which_is_not_applied_is_reported() => DomainTest.Reports(
        Query("void Apply(Closed e) { } void {|#0:Handle|}(Opened e) { }"),
        ("CQG1007", "'Summary.Handle(Opened)' takes 'Opened', but would never be called: only methods named Apply are; rename it"));

    [Theory]
    [InlineData("static string Key(Opened e) => KeyOf(e); static string KeyOf(Opened e) => \"\"; void Apply(Opened e) { }")]
    [InlineData("void Apply(Opened e) { } static int Keys(Opened e) => 1; static string Keys(string text) => text; static string Get(Opened e) => \"\"; static string Set(Opened e) => \"\";")]
    public Task Methods_of_a_query_that_give_no_keys_or_stand_behind_Key_are_quiet(string methods) => DomainTest.IsQuiet(Query(methods));

    private static string Query(string methods) =>
        With("Opened", "Open", "Decision<Account> Handle(Open c) => [new Opened(), new Closed()]; void Apply(Opened e) { } void Apply(Closed e) { }") + $$"""
        public sealed record Closed : IEvent<Account>;

        [Query]
        public sealed partial class Summary
        {
            {{methods}}
        }
        """;

    [Theory]
    [InlineData("Opened Handle(Open c) => HandleAsync(c); Opened HandleAsync(Open c) => new(); void Apply(Opened e) => When(e); void When(Opened e) { }")]
    [InlineData("Opened Handle(Open c) => new(); void Apply(Opened e) { } public void On(string e) { }")]
    public Task Methods_that_the_class_itself_calls_and_others_are_quiet(string methods) => DomainTest.IsQuiet(With("Opened", "Open", methods));

    private static string With(string e, string command, string methods) => $$"""
        public sealed record {{command}} : ICommand<Account>;
        public sealed record {{e}} : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            {{methods}}
        }

        """;
}
