namespace Cqrs.Gen.Analyzers.Tests;

public sealed class HandleDoesNotBindTests
{
    private const string WrongReturn = "return an event of Account or Decision<Account>, or a Task or ValueTask of one";
    private const string After = "after the command it may take services (interfaces or classes), the AggregateContext and a CancellationToken";

    [Theory]
    [InlineData("Opened {|#0:Handle|}<T>(Open c) => new();", "Account.Handle<T>(Open)", "it is generic; write one Handle for each command")]
    [InlineData("Opened {|#0:Handle|}() => new();", "Account.Handle()", "it takes no command; its first parameter must be one")]
    [InlineData("Opened {|#0:Handle|}(string c) => new();", "Account.Handle(string)", "its first parameter, string, does not implement ICommand<Account>")]
    [InlineData("Opened {|#0:Handle|}(Ship c) => new();", "Account.Handle(Ship)", "its first parameter, Ship, does not implement ICommand<Account>")]
    [InlineData("void {|#0:Handle|}(Open c) { }", "Account.Handle(Open)", "it returns void; " + WrongReturn)]
    [InlineData("int {|#0:Handle|}(Open c) => 1;", "Account.Handle(Open)", "it returns int; " + WrongReturn)]
    [InlineData("Task {|#0:Handle|}(Open c) => Task.CompletedTask;", "Account.Handle(Open)", "it returns Task; " + WrongReturn)]
    [InlineData("async void {|#0:Handle|}(Open c) => await Task.Yield();", "Account.Handle(Open)", "it returns void; " + WrongReturn)]
    [InlineData("Decision<Order> {|#0:Handle|}(Open c) => [];", "Account.Handle(Open)", "it returns Decision<Order>; " + WrongReturn)]
    [InlineData("Shipped {|#0:Handle|}(Open c) => new();", "Account.Handle(Open)", "it returns Shipped; " + WrongReturn)]
    [InlineData("Opened {|#0:Handle|}(ref Open c) => new();", "Account.Handle(ref Open)", "its parameter \"c\" is passed by reference; pass it by value")]
    [InlineData("Opened {|#0:Handle|}(Open c, out IClock clock) => throw null!;", "Account.Handle(Open, out IClock)", "its parameter \"clock\" is passed by reference; pass it by value")]
    [InlineData("Opened {|#0:Handle|}(Open c, params IClock[] clocks) => new();", "Account.Handle(Open, params IClock[])", "its parameter \"clocks\" is a params parameter; name each service")]
    [InlineData("Opened {|#0:Handle|}(Open c, int retries) => new();", "Account.Handle(Open, int)", "its parameter \"retries\" of type int is not one that it may have: " + After)]
    [InlineData("Opened {|#0:Handle|}(Open c, EventContext context) => new();", "Account.Handle(Open, EventContext)", "its parameter \"context\" of type EventContext is not one that it may have: " + After)]
    [InlineData("Opened {|#0:Handle|}(Open c, Order order) => new();", "Account.Handle(Open, Order)", "its parameter \"order\" is the aggregate Order, which no container holds; it is changed by sending it a command")]
    [InlineData("Opened {|#0:Handle|}(Open c, Balance balance) => new();", "Account.Handle(Open, Balance)", "its parameter \"balance\" is the query Balance, which no container holds; take an IQueryReader and ask it")]
    [InlineData("Opened {|#0:Handle|}(Open c, Ship other) => new();", "Account.Handle(Open, Ship)", "its parameter \"other\" is a second command, Ship; a handler takes one")]
    [InlineData("Opened {|#0:Handle|}(Open c, Opened e) => new();", "Account.Handle(Open, Opened)", "its parameter \"e\" is the event Opened; a handler takes a command and returns events")]
    [InlineData("Opened {|#0:Handle|}(Open c, IEvent<Account> e) => new();", "Account.Handle(Open, IEvent<Account>)", "its parameter \"e\" is the event IEvent<Account>; a handler takes a command and returns events")]
    [InlineData("Opened {|#0:Handle|}(Open c, [Microsoft.Extensions.DependencyInjection.FromKeyedServices(\"slow\")] IClock clock) => new();", "Account.Handle(Open, IClock)", "its parameter \"clock\" asks for its service by a key, which is not looked at; give the keyed service a type of its own")]
    public Task A_method_that_handles_nothing_is_reported_with_the_reason(string method, string name, string reason) =>
        DomainTest.Reports(With(method), ("CQG1004", $"'{name}' would never be called: {reason}"));

    [Theory]
    [InlineData("Opened Handle(Open c) => new();")]
    [InlineData("static Opened Handle(Open c) => new();")]
    [InlineData("Opened Handle(in Open c) => new();")]
    [InlineData("Opened? Handle(Open c) => null;")]
    [InlineData("IEvent<Account> Handle(Open c) => new Opened();")]
    [InlineData("Decision<Account> Handle(Open c) => [];")]
    [InlineData("Task<Decision<Account>> Handle(Open c, IClock? clock, AggregateContext context, CancellationToken token) => Task.FromResult<Decision<Account>>([]);")]
    [InlineData("async ValueTask<Opened> Handle(Open c) { await Task.Yield(); return new(); }")]
    public Task A_method_that_binds_is_quiet(string method) => DomainTest.IsQuiet(With(method));

    [Theory]
    [InlineData("static Opened {|#0:Handle|}(Open c) => new();", "Open")]
    [InlineData("void {|#0:Handle|}(Opened e) { }", "Opened")]
    [InlineData("void {|#0:Handle|}(int number) { }", "int")]
    public Task A_Handle_of_a_query_is_reported(string method, string parameter) => DomainTest.Reports(
        With("") + $$"""
        [Query]
        public sealed partial class Summary
        {
            void Apply(Opened e) { }
            {{method}}
        }
        """,
        ("CQG1004", $"'Summary.Handle({parameter})' would never be called: Summary is a query, which handles nothing; move it to an aggregate, or give it another name"));

    [Theory]
    [InlineData("Opened Handle({|CS0246:Opn|} c) => new();")]
    [InlineData("{|CS0246:Opend|} Handle(Open c) => new();")]
    [InlineData("Task<{|CS0246:Opend|}> Handle(Open c) => null!;")]
    [InlineData("int Handle(Open c, {|CS0246:Clock|} clock) => 1;")]
    public Task A_signature_that_does_not_compile_is_left_to_the_compiler(string method) => DomainTest.IsQuiet(With(method));

    private static string With(string method) => $$"""
        public sealed record Open : ICommand<Account>;
        [Event(Retired = true)]
        public sealed record Opened : IEvent<Account>;
        public interface IClock;

        [Aggregate]
        public sealed partial class Account
        {
            {{(method.Contains("(Open c", StringComparison.Ordinal) || method.Contains(" Open c", StringComparison.Ordinal) || method.Contains("CS", StringComparison.Ordinal) ? "" : "Opened Handle(Open c) => new();")}}
            {{method}}
            void Apply(Opened e) { }
        }

        public sealed record Ship : ICommand<Order>;
        public sealed record Shipped : IEvent<Order>;

        [Aggregate]
        public sealed partial class Order
        {
            Shipped Handle(Ship c) => new();
            void Apply(Shipped e) { }
        }

        [Query]
        public sealed partial class Balance
        {
            void Apply(Opened e) { }
        }
        """;
}
