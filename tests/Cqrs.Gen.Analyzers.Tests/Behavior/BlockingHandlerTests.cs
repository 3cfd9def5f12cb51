namespace Cqrs.Gen.Analyzers.Tests;

public sealed class BlockingHandlerTests
{
    [Theory]
    [InlineData("_ = {|#0:clock.GetAsync().Result|};", "Result")]
    [InlineData("{|#0:clock.GetAsync().Wait()|};", "Wait()")]
    [InlineData("_ = {|#0:clock.GetAsync().GetAwaiter().GetResult()|};", "GetAwaiter().GetResult()")]
    [InlineData("{|#0:Task.WaitAll(clock.GetAsync())|};", "WaitAll()")]
    [InlineData("_ = {|#0:Task.WaitAny(clock.GetAsync())|};", "WaitAny()")]
    public Task A_Handle_that_blocks_is_reported(string statement, string on) => DomainTest.Reports(
        Account.With($"void Apply(Opened e) {{ }} Opened Handle(Open c, IClock clock) {{ {statement} return new(c.Owner); }}"),
        ("CQG1105", $"'Account.Handle(Open, IClock)' blocks on {on}, which holds a thread and can deadlock; make it async and await"));

    [Fact]
    public Task An_Apply_that_blocks_is_reported_and_not_told_to_await() => DomainTest.Reports(
        Account.With("Opened Handle(Open c) => new(c.Owner); void Apply(Opened e) => {|#0:Task.Delay(1).Wait()|};"),
        ("CQG1105", "'Account.Apply(Opened)' blocks on Wait(), which holds a thread and can deadlock; await it in Handle, and put what comes of it into the event"));

    [Fact]
    public Task A_Handle_that_awaits_is_quiet() => DomainTest.IsQuiet(
        Account.With("void Apply(Opened e) { } async Task<Opened> Handle(Open c, IClock clock) { _ = await clock.GetAsync(); return new(c.Owner); }"));
}
