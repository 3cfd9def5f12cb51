namespace Cqrs.Gen.Analyzers.Tests;

public sealed class EventNeverRaisedTests
{
    [Fact]
    public Task An_event_that_nothing_makes_is_reported() => DomainTest.Reports(
        With("public sealed record {|#0:Closed|}(string Reason) : IEvent<Account>;", "[]"),
        ("CQG2005", "Nothing makes the event 'Closed', so 'Account' never raises it; raise it, remove it, or mark it with [Event(Retired = true)] if it is only read"));

    [Theory]
    [InlineData("public sealed record Closed(string Reason) : IEvent<Account>;", "[new Closed(c.Reason)]")]
    [InlineData("public sealed record Closed(string Reason) : IEvent<Account> { public static readonly Closed Silently = new(\"\"); }", "[Closed.Silently]")]
    [InlineData("public sealed record Closed(string Reason) : IEvent<Account>;", "[new {|CS0246:Clsed|}(c.Reason)]")]
    [InlineData("[Event(Retired = true)] public sealed record Closed(string Reason) : IEvent<Account>;", "[]")]
    public Task An_event_that_is_made_somewhere_or_retired_is_quiet(string e, string decision) => DomainTest.IsQuiet(With(e, decision));

    [Fact]
    public Task Nothing_follows_from_a_Handle_that_does_not_bind() => DomainTest.Reports(
        """
        public sealed record Close : ICommand<Account>;
        public sealed record Closed : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            void {|#0:Handle|}(Close c) { }
            void Apply(Closed e) { }
        }
        """,
        ("CQG1004", "'Account.Handle(Close)' would never be called: it returns void; return an event of Account or Decision<Account>, or a Task or ValueTask of one"));

    private static string With(string e, string decision) => $$"""
        public sealed record Close(string Reason) : ICommand<Account>;
        {{e}}

        [Aggregate]
        public sealed partial class Account
        {
            Decision<Account> Handle(Close c) => {{decision}};
            void Apply(Closed e) { }
        }
        """;
}
