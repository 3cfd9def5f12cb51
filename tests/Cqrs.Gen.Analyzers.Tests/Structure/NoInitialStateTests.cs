namespace Cqrs.Gen.Analyzers.Tests;

public sealed class NoInitialStateTests
{
    [Theory]
    [InlineData("[Aggregate] public sealed partial class {|#0:Account|}(string owner) { public string Owner { get; } = owner; }")]
    [InlineData("[Aggregate] public sealed partial record {|#0:Account|}(string Owner);")]
    public Task A_state_that_nothing_can_make_is_reported(string source) => DomainTest.Reports(
        source,
        ("CQG1003", "'Account' has no constructor that can be called without arguments and no static Apply that returns it, so it has no first state; add one of the two"));

    [Fact]
    public Task A_query_that_nothing_can_make_is_reported() => DomainTest.Reports(
        Opened + """
        [Query]
        public sealed partial class {|#0:Summary|}(string owner)
        {
            public string Owner { get; } = owner;
            void Apply(Opened e) { }
        }
        """,
        ("CQG1003", "'Summary' has no constructor that can be called without arguments and no static Apply that returns it, so it has no first state; add one of the two"));

    [Theory]
    [InlineData("[Aggregate] public sealed partial record Profile(string Owner = \"\");")]
    [InlineData("[Aggregate] public sealed partial class Profile { public required string Owner { get; init; } }")]
    [InlineData("[Query] public sealed partial record Profile(string Owner) { static Profile Apply(Opened e) => new(e.Owner); }")]
    public Task A_state_that_a_constructor_or_a_first_event_can_make_is_quiet(string source) => DomainTest.IsQuiet(Opened + source);

    private const string Opened = """
        public sealed record Opened(string Owner) : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
        }


        """;
}
