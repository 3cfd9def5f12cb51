namespace Cqrs.Gen.Analyzers.Tests;

public sealed class ChangingHandleTests
{
    private const string So = ", which is lost or done twice, because only events are recorded; return an event and change the state in its Apply";

    [Theory]
    [InlineData("{|#0:Count = 1|};", "Count")]
    [InlineData("{|#0:this.Count += 1|};", "Count")]
    [InlineData("{|#0:Count++|};", "Count")]
    [InlineData("{|#0:Codes[0] = 1|};", "Codes")]
    [InlineData("{|#0:Names[0] = c.Owner|};", "Names")]
    [InlineData("{|#0:Names.Add(c.Owner)|};", "Names")]
    [InlineData("{|#0:Names ??= []|};", "Names")]
    [InlineData("int a; {|#0:(Count, a) = (1, 2)|};", "Count")]
    [InlineData("ref int {|#0:code = ref Codes[0]|}; code = 4;", "Codes")]
    [InlineData("Fill({|#0:ref Codes[0]|});", "Codes")]
    public Task A_Handle_that_changes_the_state_is_reported(string statement, string member) => DomainTest.Reports(
        Account.With($"void Apply(Opened e) {{ }} static void Fill(ref int n) => n = 1; Opened Handle(Open c) {{ {statement} return new(c.Owner); }}"),
        ("CQG1104", $"'Account.Handle(Open)' changes '{member}'{So}"));

    [Fact]
    public Task A_Handle_that_calls_Apply_is_reported_at_the_call() => DomainTest.Reports(
        Account.With("void Apply(Opened e) => Count++; Opened Handle(Open c) { Opened e = new(c.Owner); {|#0:Apply(e)|}; return e; }"),
        ("CQG1104", $"'Account.Handle(Open)', through 'Account.Apply(Opened)', changes 'Count'{So}"));

    [Theory]
    [InlineData("List<string> copy = [.. Names]; copy.Add(c.Owner); int n = Count; n++;")]
    [InlineData("ref readonly int code = ref Codes[0]; _ = code;")]
    [InlineData("Account other = new() { Count = 1 };")]
    [InlineData("_ = Names.Contains(c.Owner) && Names.IndexOf(c.Owner) > Codes[0];")]
    public Task A_Handle_that_only_looks_is_quiet(string statement) => DomainTest.IsQuiet(
        Account.With($"void Apply(Opened e) => Count++; Opened Handle(Open c) {{ {statement} return new(c.Owner); }}"));
}
