namespace Cqrs.Gen.Analyzers.Tests;

public sealed class ThrowingApplyTests
{
    private const string Handle = "Opened Handle(Open c) => new(c.Owner);\n";
    private const string So = ", so what is recorded could no longer be read; refuse in Handle, before it is recorded";

    [Theory]
    [InlineData("void Apply(Opened e) { if (Count > 1) {|#0:throw new InvalidOperationException();|} }", "throws InvalidOperationException")]
    [InlineData("void Apply(Opened e) => Names.Add(e.Owner ?? {|#0:throw new ArgumentException()|});", "throws ArgumentException")]
    public Task An_Apply_that_throws_is_reported(string method, string what) =>
        DomainTest.Reports(Account.With(Handle + method), ("CQG1103", $"'Account.Apply(Opened)' {what}{So}"));

    [Fact]
    public Task An_Apply_that_throws_through_another_method_is_reported_at_the_call() => DomainTest.Reports(
        Account.With(Handle + "void Apply(Opened e) => {|#0:Demand(Count)|}; static void Demand(int n) { if (n > 1) throw new InvalidOperationException(); }"),
        ("CQG1103", $"'Account.Apply(Opened)', through 'Account.Demand(int)', throws InvalidOperationException{So}"));

    [Theory]
    [InlineData("void Apply(Opened e) => Count = e.Owner.Length switch { > -1 => 1, _ => throw new System.Diagnostics.UnreachableException() };")]
    [InlineData("void Apply(Opened e) { } static void Demand() => throw new InvalidOperationException();")]
    public Task What_is_never_reached_is_quiet(string members) => DomainTest.IsQuiet(Account.With(Handle + members));
}
