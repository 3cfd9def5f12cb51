namespace Cqrs.Gen.Analyzers.Tests;

public sealed class KeyDoesNotBindTests
{
    [Theory]
    [InlineData("string {|#0:Key|}(Opened e) => e.Owner;", "Summary.Key(Opened)", "it is not static; the key says which document to load, so there is none yet")]
    [InlineData("static string {|#0:Key|}() => \"\"; static string Key(Opened e) => e.Owner;", "Summary.Key()", "its first parameter is not an event")]
    [InlineData("static string {|#0:Key|}(int e) => \"\"; static string Key(Opened e) => e.Owner;", "Summary.Key(int)", "its first parameter is not an event")]
    [InlineData("static int {|#0:Key|}(Opened e) => 1;", "Summary.Key(Opened)", "it returns int; return a string, or several as IEnumerable<string>")]
    [InlineData("static string {|#0:Key|}(Opened e, IServiceProvider services) => \"\";", "Summary.Key(Opened, IServiceProvider)", "its parameter \"services\" of type IServiceProvider is not one that it may have: it takes the event and, if wanted, the EventContext")]
    [InlineData("static string Key(Opened e) => e.Owner; static string {|#0:Key|}(Closed e) => \"\";", "Summary.Key(Closed)", "no Apply of Summary takes Closed; write one, or remove the key")]
    public Task A_method_that_gives_no_key_is_reported_with_the_reason(string method, string name, string reason) =>
        DomainTest.Reports(With(method), ("CQG4004", $"'{name}' would never be called: {reason}"));

    [Theory]
    [InlineData("static string Key(Opened e) => e.Owner;")]
    [InlineData("static string[] Key(Opened e, EventContext context) => [e.Owner, context.AggregateId];")]
    [InlineData("static IEnumerable<string> Key(Opened e) => [e.Owner];")]
    [InlineData("static string Key(IEvent<Account> e) => \"\";")]
    [InlineData("static string Key(Opened e) => e.Owner; static string Key(Closed e) => \"\"; void Apply({|CS0246:Closd|} e) { }")]
    [InlineData("static {|CS0246:Text|} Key(Opened e) => null!;")]
    public Task A_method_that_gives_keys_or_does_not_compile_is_quiet(string method) => DomainTest.IsQuiet(With(method));

    private static string With(string method) => $$"""
        public sealed record Opened(string Owner) : IEvent<Account>;
        public sealed record Closed : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
            void Apply(Closed e) { }
        }

        [Query]
        public sealed partial class Summary
        {
            {{method}}
            void Apply(Opened e) { }
        }
        """;
}
