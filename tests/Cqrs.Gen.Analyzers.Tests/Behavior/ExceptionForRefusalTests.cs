namespace Cqrs.Gen.Analyzers.Tests;

public sealed class ExceptionForRefusalTests
{
    private const string Own = "public sealed class AccountIsClosed : Exception;";

    [Theory]
    [InlineData("{|#0:throw new InvalidOperationException(c.Owner);|}", "InvalidOperationException")]
    [InlineData("{|#0:throw new ArgumentException(c.Owner);|}", "ArgumentException")]
    [InlineData("{|#0:throw new AccountIsClosed();|}", "AccountIsClosed")]
    [InlineData("return c.Owner.Length > 0 ? new(c.Owner) : {|#0:throw new AccountIsClosed()|};", "AccountIsClosed")]
    public Task A_Handle_that_refuses_by_exception_is_reported(string statement, string exception) => DomainTest.Reports(
        Own + Account.With($"void Apply(Opened e) {{ }} Opened Handle(Open c) {{ {statement} }}"),
        ("CQG1108", $"'Account.Handle(Open)' throws {exception}, which its caller sees as a failure of the program; return a UserError for what the caller can do something about"));

    [Theory]
    [InlineData("throw new System.Diagnostics.UnreachableException();")]
    [InlineData("throw new NotImplementedException();")]
    [InlineData("ArgumentNullException.ThrowIfNull(c); return new(c.Owner);")]
    [InlineData("try { return new(c.Owner); } catch (AccountIsClosed) { throw; }")]
    public Task What_only_a_bug_leads_to_is_quiet(string statement) => DomainTest.IsQuiet(
        Own + Account.With($"void Apply(Opened e) {{ }} Opened Handle(Open c) {{ {statement} }}"));
}
