namespace Cqrs.Gen.Analyzers.Tests;

public sealed class DroppedDecisionTests
{
    [Theory]
    [InlineData("{|#0:UserError.Create(\"a\", \"b\")|};", "user error")]
    [InlineData("{|#0:Decide()|};", "decision")]
    [InlineData("{|#0:DecideLater()|};", "decision")]
    [InlineData("{|#0:new Opened(c.Owner)|};", "event 'Opened'")]
    public Task What_is_made_and_dropped_is_reported(string statement, string what) =>
        DomainTest.Reports(With(statement), ("CQG1106", $"This {what} is made and then dropped; return it"));

    [Theory]
    [InlineData("_ = Decide();")]
    [InlineData("Decision<Account> d = Decide(); d = Decide();")]
    [InlineData("Action a = () => Decide(); a();")]
    [InlineData("return UserError.Create(\"a\", \"b\");")]
    public Task What_is_returned_kept_or_discarded_on_purpose_is_quiet(string statement) => DomainTest.IsQuiet(With(statement));

    private static string With(string statement) => Account.With($$"""
        void Apply(Opened e) { }
        Decision<Account> Decide() => [];
        ValueTask<Decision<Account>> DecideLater() => new(Decide());
        Decision<Account> Handle(Open c)
        {
            {{statement}}
            {{(statement.StartsWith("return", StringComparison.Ordinal) ? "" : "return [];")}}
        }
        """);
}
