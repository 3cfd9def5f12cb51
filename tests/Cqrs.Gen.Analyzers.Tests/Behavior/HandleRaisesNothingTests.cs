namespace Cqrs.Gen.Analyzers.Tests;

public sealed class HandleRaisesNothingTests
{
    [Theory]
    [InlineData("Decision<Account> {|#0:Handle|}(Open c) => [];")]
    [InlineData("Decision<Account> {|#0:Handle|}(Open c) => c.Owner == \"\" ? UserError.Create(\"no-owner\", \"None.\") : [];")]
    [InlineData("Decision<Account> {|#0:Handle|}(Open c) => Refuse(c.Owner); Decision<Account> Refuse(string owner) => UserError.Create(\"no\", owner);")]
    public Task A_Handle_without_an_event_is_reported(string members) => DomainTest.Reports(
        Account.With("void Apply(Opened e) { } " + members),
        ("CQG3002", "'Account.Handle(Open)' can never raise an event, so nothing is ever recorded of its command; return the event that the command leads to"));

    [Theory]
    [InlineData("Decision<Account> Handle(Open c) => [new Opened(c.Owner)];")]
    [InlineData("Opened Handle(Open c) => new(c.Owner);")]
    [InlineData("Decision<Account> Handle(Open c) => throw new NotImplementedException();")]
    [InlineData("Decision<Account> Handle(Open c) => Decide(c); Decision<Account> Decide(Open c) => [new Opened(c.Owner)];")]
    [InlineData("Decision<Account> Handle(Open c, IPolicy policy) => policy.Decide(c);")]
    [InlineData("Decision<Account> Handle(Open c, IPolicy policy) => [.. policy.Events];")]
    [InlineData("async Task<Decision<Account>> Handle(Open c, IPolicy policy) => await policy.DecideAsync(c);")]
    public Task A_Handle_that_may_raise_one_is_quiet(string members) => DomainTest.IsQuiet(
        "public interface IPolicy { Decision<Account> Decide(Open c); Task<Decision<Account>> DecideAsync(Open c); List<IEvent<Account>> Events { get; } }"
        + Account.With("void Apply(Opened e) { } " + members));
}
