namespace Cqrs.Gen.Analyzers.Tests;

public sealed class MutableStateTests
{
    [Theory]
    [InlineData("public int {|#0:Total|} { get; set; }", "make its setter private")]
    [InlineData("public int {|#0:Total|} { get; internal set; }", "make its setter private")]
    [InlineData("internal int {|#0:Total|} { get; set; }", "make its setter private")]
    [InlineData("public int {|#0:Total|};", "make it private")]
    [InlineData("public required int {|#0:Total|} { get; set; }", "make its setter init, or private without the modifier required")]
    public Task A_member_that_others_can_set_is_reported(string member, string advice) => DomainTest.Reports(
        With(member), ("CQG1009", $"'Account.Total' can be set from outside, so the state could change without an event; {advice}"));

    [Theory]
    [InlineData("public int Total { get; private set; }")]
    [InlineData("public int Total { get; init; }")]
    [InlineData("public int Total => 1;")]
    [InlineData("private int Total { get; set; }")]
    [InlineData("private int _total; public int Total => _total++;")]
    public Task A_member_that_only_the_class_can_set_is_quiet(string member) => DomainTest.IsQuiet(With(member));

    [Fact]
    public Task A_query_may_be_set_from_outside() => DomainTest.IsQuiet(Domains.Bank);

    private static string With(string member) => $$"""
        [Aggregate]
        public sealed partial class Account
        {
            {{member}}
        }
        """;
}
