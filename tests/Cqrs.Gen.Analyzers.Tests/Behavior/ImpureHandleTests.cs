namespace Cqrs.Gen.Analyzers.Tests;

public sealed class ImpureHandleTests
{
    private const string Apply = "void Apply(Opened e) { }\n";
    private const string So = ", so the decision cannot be repeated in a test; take it from the AggregateContext, the command or a service";

    [Theory]
    [InlineData("Opened Handle(Open c) => new({|#0:Guid.NewGuid()|}.ToString());", "makes up an id (Guid.NewGuid)")]
    [InlineData("static Opened Handle(Open c) => new({|#0:DateTimeOffset.UtcNow|}.ToString());", "reads the clock (DateTimeOffset.UtcNow)")]
    [InlineData("async Task<Opened> Handle(Open c) { await Task.Yield(); return new({|#0:Environment.UserName|}); }", "depends on the machine (Environment.UserName)")]
    public Task A_Handle_that_depends_on_more_than_it_is_given_is_reported(string method, string what) =>
        DomainTest.Reports(Account.With(Apply + method), ("CQG1102", $"'Account.Handle(Open)' {what}{So}"));

    [Theory]
    [InlineData("{|#0:Console.WriteLine()|};", "does input or output (Console.WriteLine), which a test would do too and a conflict does again; let a service do it, which a test can replace")]
    [InlineData("{|#0:Thread.Sleep(1)|};", "waits (Thread.Sleep), which holds a thread and every later command on the aggregate; remove it, or let the caller wait")]
    public Task A_Handle_that_does_more_than_decide_is_reported(string statement, string what) => DomainTest.Reports(
        Account.With(Apply + $"Opened Handle(Open c) {{ {statement} return new(c.Owner); }}"),
        ("CQG1102", $"'Account.Handle(Open)' {what}"));

    [Fact]
    public Task What_a_Handle_does_through_other_methods_is_reported_at_the_call() => DomainTest.Reports(
        Account.With(Apply + "Opened Handle(Open c) => new({|#0:NewName()|}); static string NewName() => Random.Shared.Next().ToString();"),
        ("CQG1102", $"'Account.Handle(Open)', through 'Account.NewName()', draws a random number (Random.Shared){So}"));

    [Theory]
    [InlineData("Opened Handle(Open c, AggregateContext context, IClock clock) => new(context.Timestamp.ToString() + clock.Now);")]
    [InlineData("Opened Handle(Open c, TimeProvider time) => new(time.GetUtcNow().ToString());")]
    public Task What_a_Handle_is_given_is_quiet(string method) => DomainTest.IsQuiet(Account.With(Apply + method));
}
