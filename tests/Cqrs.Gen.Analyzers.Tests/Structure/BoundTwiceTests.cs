namespace Cqrs.Gen.Analyzers.Tests;

public sealed class BoundTwiceTests
{
    [Fact]
    public Task A_second_Handle_for_a_command_is_reported() => DomainTest.Reports(
        With("Opened Handle(Open c) => new(); Opened {|#0:Handle|}(Open c, AggregateContext context) => new(); void Apply(Opened e) { }"),
        ("CQG1006", "'Account' has more than one Handle method for 'Open', and only one could be called; keep one"));

    [Fact]
    public Task A_second_Apply_for_an_event_is_reported() => DomainTest.Reports(
        With("Opened Handle(Open c) => new(); void Apply(Opened e) { }") + """

        [Query]
        public sealed partial class Summary
        {
            void Apply(Opened e) { }
            void {|#0:Apply|}(Opened e, EventContext context) { }
        }
        """,
        ("CQG1006", "'Summary' has more than one Apply method for 'Opened', and only one could be called; keep one"));

    [Fact]
    public Task A_second_Key_for_an_event_is_reported() => DomainTest.Reports(
        With("Opened Handle(Open c) => new(); void Apply(Opened e) { }") + """

        [Query]
        public sealed partial class Summary
        {
            static string Key(Opened e) => "";
            static string {|#0:Key|}(Opened e, EventContext context) => "";
            void Apply(Opened e) { }
        }
        """,
        ("CQG1006", "'Summary' has more than one Key method for 'Opened', and only one could be called; keep one"));

    [Fact]
    public Task One_method_for_a_base_and_one_for_a_derived_event_are_quiet() => DomainTest.IsQuiet(
        With("Opened Handle(Open c) => new(); void Apply(Opened e) { } void Apply(OpenedAbroad e) { }").Replace("sealed record", "record", StringComparison.Ordinal)
        + "[Event(Retired = true)] public sealed record OpenedAbroad : Opened;");

    [Fact]
    public Task Methods_of_the_same_signature_are_left_to_the_compiler() => DomainTest.IsQuiet(
        With("Opened Handle(Open c) => new(); void Apply(Opened e) { } void {|CS0111:Apply|}(Opened e) { }"));

    private static string With(string methods) => $$"""
        public sealed record Open : ICommand<Account>;
        public sealed record Opened : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            {{methods}}
        }
        """;
}
