namespace Cqrs.Gen.Analyzers.Tests;

public sealed class ApplyDoesNotBindTests
{
    [Theory]
    [InlineData("void {|#0:Apply|}<T>(Opened e) { }", "Account.Apply<T>(Opened)", "it is generic; write one Apply for each event")]
    [InlineData("void {|#0:Apply|}() { } void Apply(Opened e) { }", "Account.Apply()", "it takes no event; its first parameter must be one")]
    [InlineData("void {|#0:Apply|}(int e) { } void Apply(Opened e) { }", "Account.Apply(int)", "its first parameter, int, does not implement IEvent<Account>")]
    [InlineData("void {|#0:Apply|}(Shipped e) { } void Apply(Opened e) { }", "Account.Apply(Shipped)", "its first parameter, Shipped, does not implement IEvent<Account>")]
    [InlineData("void {|#0:Apply|}(IEvent<Account> e) { }", "Account.Apply(IEvent<Account>)", "its first parameter, IEvent<Account>, does not implement IEvent<Account>")]
    [InlineData("int {|#0:Apply|}(Opened e) => 1;", "Account.Apply(Opened)", "it returns int; return nothing and change the state, or return the next Account")]
    [InlineData("async void {|#0:Apply|}(Opened e) => await Task.Yield();", "Account.Apply(Opened)", "it is async; an Apply only changes the state")]
    [InlineData("async Task {|#0:Apply|}(Opened e) => await Task.Yield();", "Account.Apply(Opened)", "it is async; an Apply only changes the state")]
    [InlineData("static void {|#0:Apply|}(Opened e) { }", "Account.Apply(Opened)", "it is static, but does not return Account")]
    [InlineData("void {|#0:Apply|}(ref Opened e) { }", "Account.Apply(ref Opened)", "its parameter \"e\" is passed by reference; pass it by value")]
    [InlineData("void {|#0:Apply|}(Opened e, EventContext context) { }", "Account.Apply(Opened, EventContext)", "its parameter \"context\" of type EventContext is not one that it may have: it takes the event and nothing else")]
    [InlineData("void {|#0:Apply|}(Opened e, IServiceProvider services) { }", "Account.Apply(Opened, IServiceProvider)", "its parameter \"services\" of type IServiceProvider is not one that it may have: it takes the event and nothing else")]
    public Task A_method_of_an_aggregate_that_applies_nothing_is_reported_with_the_reason(string method, string name, string reason) =>
        DomainTest.Reports(With(method), ("CQG1005", $"'{name}' would never be called: {reason}"));

    [Theory]
    [InlineData("void {|#0:Apply|}(string e) { }", "Summary.Apply(string)", "its first parameter, string, is not an event: it does not implement IEvent<TAggregate>")]
    [InlineData("void {|#0:Apply|}(Opened e, IServiceProvider services) { }", "Summary.Apply(Opened, IServiceProvider)", "its parameter \"services\" of type IServiceProvider is not one that it may have: it takes the event and, if wanted, the EventContext")]
    public Task A_method_of_a_query_that_applies_nothing_is_reported_with_the_reason(string method, string name, string reason) => DomainTest.Reports(
        With("void Apply(Opened e) { }") + $$"""

        [Query]
        public sealed partial class Summary
        {
            {{method}}
        }
        """,
        ("CQG1005", $"'{name}' would never be called: {reason}"));

    [Theory]
    [InlineData("void Apply(Opened e) { }")]
    [InlineData("internal void Apply(in Opened e) { }")]
    [InlineData("Account Apply(Opened e) => this;")]
    [InlineData("static Account Apply(Opened e) => new();")]
    [InlineData("void Apply({|CS0246:Opend|} e) { }")]
    [InlineData("{|CS0246:Acount|} Apply(Opened e) => null!;")]
    public Task A_method_that_binds_or_does_not_compile_is_quiet(string method) => DomainTest.IsQuiet(With(method));

    private static string With(string method) => $$"""
        public sealed record Opened : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            {{method}}
        }

        public sealed record Shipped : IEvent<Order>;

        [Aggregate]
        public sealed partial class Order
        {
            void Apply(Shipped e) { }
        }
        """;
}
