namespace Cqrs.Gen.Analyzers.Tests;

public sealed class EventHasNoKeyTests
{
    [Fact]
    public Task A_consumed_event_without_a_key_is_reported_at_the_query() => DomainTest.Reports(
        With("{|#0:Summary|}", "static string Key(Opened e) => e.Owner; void Apply(Opened e) { } void Apply(Closed e) { }"),
        ("CQG4003", "'Summary' has Key methods, but none for 'Closed', which it consumes; write one"));

    [Theory]
    [InlineData("void Apply(Opened e) { } void Apply(Closed e) { }")]
    [InlineData("static string Key(Opened e) => e.Owner; static string Key(Closed e) => e.Owner; void Apply(Opened e) { } void Apply(Closed e) { }")]
    [InlineData("static string Key(Changed e) => e.Owner; void Apply(Opened e) { } void Apply(Closed e) { }")]
    [InlineData("static string Key(Opened e) => e.Owner; static string Key({|CS0246:Closd|} e) => \"\"; void Apply(Opened e) { } void Apply(Closed e) { }")]
    public Task A_query_whose_events_all_have_keys_or_none_is_quiet(string methods) => DomainTest.IsQuiet(With("Summary", methods));

    private static string With(string name, string methods) => $$"""
        public abstract record Changed(string Owner) : IEvent<Account>;
        public sealed record Opened(string Owner) : Changed(Owner);
        public sealed record Closed(string Owner) : Changed(Owner);

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Changed e) { }
        }

        [Query]
        public sealed partial class {{name}}
        {
            {{methods}}
        }
        """;
}
