namespace Cqrs.Gen.Analyzers.Tests;

public sealed class MutableMessageTests
{
    [Theory]
    [InlineData("public sealed record Opened : IEvent<Account> { public int {|#0:Total|} { get; set; } }", "Opened.Total", "make its setter init")]
    [InlineData("public sealed class Opened : IEvent<Account> { public int {|#0:Total|} { get; set; } }", "Opened.Total", "make its setter init")]
    [InlineData("public sealed record Opened : IEvent<Account> { [System.Text.Json.Serialization.JsonInclude] public int {|#0:Total|}; }", "Opened.Total", "make it read-only")]
    [InlineData("public record struct {|#0:Opened|}(int Total, string Owner) : IEvent<Account>;", "Opened", "make it a readonly record struct")]
    public Task A_message_that_can_be_changed_is_reported(string declaration, string which, string advice) => DomainTest.Reports(
        With(declaration), ("CQG2004", $"'{which}' can be changed after it was made, although a message says what was; {advice}"));

    [Theory]
    [InlineData("public sealed record Opened(int Total) : IEvent<Account>;")]
    [InlineData("public readonly record struct Opened(int Total) : IEvent<Account>;")]
    [InlineData("public sealed record Opened : IEvent<Account> { public required int Total { get; init; } }")]
    [InlineData("public sealed class Opened(int total) : IEvent<Account> { public int Total { get; } = total; }")]
    public Task An_immutable_message_is_quiet(string declaration) => DomainTest.IsQuiet(With(declaration));

    private static string With(string declaration) => $$"""
        {{declaration}}

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
        }
        """;
}
