namespace Cqrs.Gen.Analyzers.Tests;

public sealed class QueryConsumesNothingTests
{
    [Fact]
    public Task A_query_without_an_Apply_is_reported() => DomainTest.Reports(
        "[Query] public sealed partial class {|#0:Summary|};",
        ("CQG4001", "'Summary' has no Apply method, so it consumes no event and never has a document; write an Apply for each event it is made from"));

    [Fact]
    public Task A_query_with_an_Apply_is_quiet() => DomainTest.IsQuiet(Domains.Bank);
}
