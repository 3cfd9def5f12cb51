namespace Cqrs.Gen.Analyzers.Tests;

public sealed class ImpureApplyTests
{
    private const string Handle = "Opened Handle(Open c) => new(c.Owner);\n";
    private const string So = ", so the same events would not always give the same state; let Handle put the value into the event";

    [Theory]
    [InlineData("_ = {|#0:DateTime.UtcNow|};", "reads the clock (DateTime.UtcNow)")]
    [InlineData("_ = {|#0:DateTimeOffset.Now|};", "reads the clock (DateTimeOffset.Now)")]
    [InlineData("_ = {|#0:TimeProvider.System|};", "reads the clock (TimeProvider.System)")]
    [InlineData("_ = {|#0:Environment.TickCount64|};", "reads the clock (Environment.TickCount64)")]
    [InlineData("_ = {|#0:Guid.NewGuid()|};", "makes up an id (Guid.NewGuid)")]
    [InlineData("_ = {|#0:Random.Shared|}.Next();", "draws a random number (Random.Shared)")]
    [InlineData("_ = {|#0:e.Owner.GetHashCode()|};", "takes a hash code, which differs from one process to the next (string.GetHashCode)")]
    [InlineData("_ = {|#0:HashCode.Combine(e.Owner, 1)|};", "takes a hash code, which differs from one process to the next (HashCode.Combine)")]
    [InlineData("_ = {|#0:new Random()|};", "draws a random number (new Random())")]
    [InlineData("_ = {|#0:Environment.MachineName|};", "depends on the machine (Environment.MachineName)")]
    [InlineData("{|#0:_applied|}++;", "uses the static field 'Account._applied', which can change")]
    [InlineData("_ = {|#0:Applied|};", "uses the static property 'Account.Applied', which can change")]
    public Task An_Apply_that_depends_on_more_than_the_event_is_reported(string statement, string what) => DomainTest.Reports(
        Account.With(Handle + $"private static int _applied; private static int Applied {{ get; set; }} void Apply(Opened e) {{ {statement} }}"),
        ("CQG1101", $"'Account.Apply(Opened)' {what}{So}"));

    [Theory]
    [InlineData("_ = {|#0:System.IO.File.ReadAllText(\"x\")|};", "does input or output (File.ReadAllText), and would do it again whenever the events are read; let a service of Handle do it, and put what Apply needs of it into the event")]
    [InlineData("{|#0:Console.WriteLine()|};", "does input or output (Console.WriteLine), and would do it again whenever the events are read; let a service of Handle do it, and put what Apply needs of it into the event")]
    [InlineData("{|#0:Thread.Sleep(1)|};", "waits (Thread.Sleep), and would wait again whenever the events are read; remove it")]
    public Task An_Apply_that_does_more_than_change_the_state_is_reported(string statement, string what) => DomainTest.Reports(
        Account.With(Handle + $"void Apply(Opened e) {{ {statement} }}"),
        ("CQG1101", $"'Account.Apply(Opened)' {what}"));

    [Theory]
    [InlineData("_ = {|#0:decimal.Parse(e.Owner)|};", "decimal.Parse")]
    [InlineData("_ = {|#0:DateTime.TryParse(e.Owner, out _)|};", "DateTime.TryParse")]
    public Task An_Apply_that_depends_on_the_culture_is_reported(string statement, string name) => DomainTest.Reports(
        Account.With(Handle + $"void Apply(Opened e) {{ {statement} }}"),
        ("CQG1101", $"'Account.Apply(Opened)' depends on the culture ({name}), so the same events would not always give the same state; pass CultureInfo.InvariantCulture"));

    [Theory]
    [InlineData("private DateTime _at = {|#0:DateTime.UtcNow|}; void Apply(Opened e) => _at = default;", "Account._at", "reads the clock (DateTime.UtcNow)")]
    [InlineData("public Guid Number { get; private set; } = {|#0:Guid.NewGuid()|}; void Apply(Opened e) { }", "Account.Number", "makes up an id (Guid.NewGuid)")]
    [InlineData("public Account() => Count = {|#0:DateTime.Now|}.Year; void Apply(Opened e) { }", "Account.Account()", "reads the clock (DateTime.Now)")]
    public Task A_first_state_that_differs_each_time_is_reported(string members, string where, string what) => DomainTest.Reports(
        Account.With(Handle + members),
        ("CQG1101", $"'{where}' {what}{So}"));

    [Fact]
    public Task A_property_that_an_Apply_assigns_from_is_looked_into() => DomainTest.Reports(
        Account.With(Handle + "private static int Today => DateTime.UtcNow.Day; void Apply(Opened e) => Count = {|#0:Today|};"),
        ("CQG1101", $"'Account.Apply(Opened)', through 'Account.Today.get', reads the clock (DateTime.UtcNow){So}"));

    [Fact]
    public Task What_an_Apply_does_through_other_methods_is_reported_at_the_call() => DomainTest.Reports(
        Account.With(Handle + """
            void Apply(Opened e) => {|#0:Touch()|};
            void Touch() => Count = Now.Second;
            DateTime Now => Later();
            static DateTime Later() => DateTime.UtcNow;
            """),
        ("CQG1101", $"'Account.Apply(Opened)', through 'Account.Touch()', reads the clock (DateTime.UtcNow){So}"));

    [Fact]
    public Task An_Apply_and_a_Key_of_a_query_are_reported() => DomainTest.Reports(
        Account.With(Handle + "void Apply(Opened e) { }") + """

        [Query]
        public sealed partial class Summary
        {
            public DateTime At { get; set; }
            static string Key(Opened e) => {|#0:Guid.NewGuid()|}.ToString();
            void Apply(Opened e) => At = {|#1:DateTime.Now|};
        }
        """,
        ("CQG1101", $"'Summary.Key(Opened)' makes up an id (Guid.NewGuid){So}"),
        ("CQG1101", $"'Summary.Apply(Opened)' reads the clock (DateTime.Now){So}"));

    [Theory]
    [InlineData("void Apply(Opened e) => Count = new Random(1).Next() + Limit + Codes[0] + e.Owner.Length;")]
    [InlineData("void Apply(Opened e) { } static DateTime Unused() => DateTime.UtcNow;")]
    [InlineData("void Apply(Opened e) => Count = (int)decimal.Parse(e.Owner, System.Globalization.CultureInfo.InvariantCulture); public override int GetHashCode() => HashCode.Combine(Count);")]
    [InlineData("private DateTime _at = DateTime.MinValue; private static readonly DateTime Started = DateTime.UtcNow; void Apply(Opened e) => _at = default;")]
    [InlineData("void Apply(Opened e) => Count = (int)DayOfWeek.Monday + System.IO.Path.Combine(\"a\", Environment.NewLine).Length;")]
    public Task A_pure_Apply_is_quiet(string members) => DomainTest.IsQuiet(
        Account.With(Handle + "private static readonly int Limit = 3;\n" + members));
}
