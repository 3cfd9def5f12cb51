namespace Cqrs.Gen.Analyzers.Tests;

public sealed class QueryNotExhaustiveTests
{
    [Fact]
    public Task An_event_that_an_exhaustive_query_leaves_out_is_reported() => DomainTest.Reports(
        With("[Query(Exhaustive = true)] public sealed partial class {|#0:Summary|} { void Apply(Opened e) { } }"),
        ("CQG4005", "'Summary' is marked as exhaustive, but has no Apply for the event 'Closed'; write one, if only an empty one"));

    [Theory]
    [InlineData("[Query(Exhaustive = true)] public sealed partial class Summary { void Apply(Opened e) { } void Apply(Closed e) { } }")]
    [InlineData("[Query(Exhaustive = true)] public sealed partial class Summary { void Apply(Event e) { } }")]
    [InlineData("[Query] public sealed partial class Summary { void Apply(Opened e) { } }")]
    [InlineData("[Query(Exhaustive = true)] public sealed partial class Summary { void Apply({|CS0246:Opend|} e) { } void Apply(Opened e) { } }")]
    public Task A_query_that_takes_all_or_does_not_say_so_is_quiet(string query) => DomainTest.IsQuiet(With(query));

    [Fact]
    public Task Events_of_another_assembly_count_too() => DomainTest.Reports(
        "[Query(Exhaustive = true)] public sealed partial class {|#0:Summary|} { void Apply(Opened e) { } }",
        [DomainTest.Reference(Domain, "Accounts")],
        ("CQG4005", "'Summary' is marked as exhaustive, but has no Apply for the event 'Closed'; write one, if only an empty one"));

    private const string Domain = """
        public abstract record Event : IEvent<Account>;
        public sealed record Open : ICommand<Account>;
        public sealed record Close : ICommand<Account>;
        public sealed record Opened : Event;
        public sealed record Closed : Event;

        [Aggregate]
        public sealed partial class Account
        {
            Opened Handle(Open c) => new();
            Closed Handle(Close c) => new();
            void Apply(Opened e) { }
            void Apply(Closed e) { }
        }
        """;

    private static string With(string query) => Domain + query;
}
