namespace Cqrs.Gen.Analyzers.Tests;

public sealed class UnsealedEventTests
{
    [Theory]
    [InlineData("public record {|#0:Closed|} : IEvent<Account>;")]
    [InlineData("public class {|#0:Closed|} : IEvent<Account>;")]
    public Task An_event_that_is_not_sealed_is_reported(string e) => DomainTest.Reports(
        With(e),
        ("CQG2006", "'Closed' is not sealed, although nothing derives from it; a value of a derived class could not be stored; seal it"));

    [Theory]
    [InlineData("public sealed record Closed : IEvent<Account>;")]
    [InlineData("public readonly record struct Closed : IEvent<Account>;")]
    [InlineData("public record Closed : IEvent<Account>; public sealed record ClosedByBank : Closed;")]
    public Task An_event_that_is_sealed_or_derived_from_is_quiet(string e) => DomainTest.IsQuiet(With(e));

    private static string With(string e) => $$"""
        public sealed record Close : ICommand<Account>;
        {{e}}

        [Aggregate]
        public sealed partial class Account
        {
            Decision<Account> Handle(Close c) => [new Closed()];
            void Apply(Closed e) { }
            Decision<Account> Unused() => [{{(e.Contains("ByBank", StringComparison.Ordinal) ? "new ClosedByBank()" : "")}}];
        }
        """;
}
