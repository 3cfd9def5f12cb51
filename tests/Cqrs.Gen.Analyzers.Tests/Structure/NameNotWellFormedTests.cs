namespace Cqrs.Gen.Analyzers.Tests;

public sealed class NameNotWellFormedTests
{
    [Theory]
    [InlineData("[Aggregate(\"Bank Account\")] public sealed partial class {|#0:Account|};", "Account", "Bank Account")]
    [InlineData("[Aggregate(\"\")] public sealed partial class {|#0:Account|};", "Account", "")]
    [InlineData("[Aggregate] public sealed partial class {|#0:Überweisung|};", "Überweisung", "überweisung")]
    [InlineData("[Aggregate] public sealed partial class Account { void Apply(Opened e) { } } [Event(\"Opened!\")] public sealed record {|#0:Opened|} : IEvent<Account>;", "Opened", "Opened!")]
    [InlineData("[Aggregate] public sealed partial class Account { void Apply(Opened e) { } } public sealed record Opened : IEvent<Account>; [Query(\"Über\")] public sealed partial class {|#0:Summary|} { void Apply(Opened e) { } }", "Summary", "Über")]
    public Task A_name_that_stores_cannot_keep_as_it_is_is_reported(string source, string type, string name) =>
        DomainTest.Reports(source, ("CQG5002", $"The persisted name \"{name}\" of '{type}' is not well-formed; use 1 to 128 characters of a-z, 0-9, '-', '.' and '_'"));

    [Theory]
    [InlineData("[Aggregate(\"bank.account_2\")] public sealed partial class Account;")]
    [InlineData("[Aggregate(\"ueberweisung\")] public sealed partial class Überweisung;")]
    public Task A_well_formed_name_is_quiet(string source) => DomainTest.IsQuiet(source);
}
