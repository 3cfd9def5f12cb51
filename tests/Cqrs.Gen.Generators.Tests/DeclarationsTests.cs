namespace Cqrs.Gen.Generators.Tests;

/// <summary>Which edits beside a domain make the generator read it again. That it then emits what a first run would emit is proved for each of them.</summary>
public sealed class DeclarationsTests
{
    private const string Domain = """
        namespace Bank;
        [Event(Names.Opened)]
        public sealed record Opened(string Owner, Terms Terms) : IEvent<Account>;
        public sealed record Open(string Owner) : ICommand<Account>;
        [Aggregate]
        public sealed partial class Account : Audited
        {
            private string _owner = "";
            static Opened Handle(Open c) => new(c.Owner, new(Terms.Default(), null));
            void Apply(Opened e) => Keep(e.Owner);
            private protected override void Set(string owner) => _owner = owner;
        }
        [Query]
        public sealed partial class Owners { public string Owner { get; set; } = ""; void Apply(Opened e) => Owner = e.Owner; }
        """;

    private const string Beside = """
        #nullable enable
        namespace Bank;
        public static class Names { public const string Opened = "opened"; public static string Of(int i) { int[] all = [1, 2]; return all[i].ToString(); } }
        public sealed class Terms
        {
            public Terms(int days, string? note) { Days = days; Note = note; }
            public int Days { get; }
            public string? Note { get; }
            public int Weeks => Days / 7;
            public static int Default() { return 30; }
        }
        public abstract class Audited
        {
            private protected void Keep(string owner) => Set(owner);
            private protected abstract void Set(string owner);
        }
        public static class Clock { public static int Count() => 1; }
        """;

    [Theory]
    [InlineData("int[] all = [1, 2]; return all[i].ToString();", "return i switch { 0 => \"none\", _ => new string('i', i) };")]
    [InlineData("return 30;", "int weeks = 4; return weeks * 7;")]
    [InlineData("Count() => 1;", "Count() => int.Parse(\"2\");")]
    [InlineData("public static class Clock", "/* A comment. */ public static class Clock")]
    public void The_body_of_a_method_does_not(string text, string edited) => Assert.False(ReadsAgain(text, edited));

    [Theory]
    [InlineData("\"opened\"", "\"opened-again\"")]
    [InlineData("#nullable enable", "#nullable disable annotations")]
    [InlineData("{ Days = days; ", "{ ArgumentOutOfRangeException.ThrowIfNegative(days); Days = days; ")]
    [InlineData("public Terms(", "private Terms(")]
    [InlineData("public int Days { get; }", "[System.Text.Json.Serialization.JsonPropertyName(\"d\")] public int Days { get; }")]
    [InlineData("string? note)", "string? note = null)")]
    [InlineData("public int Weeks => Days / 7;", "public int Weeks { get; set; }")]
    [InlineData("{ return 30; }", "=> 30;")]
    [InlineData("public static class Clock", "public static class Calendar { } public static class Clock")]
    public void A_declaration_does(string text, string edited) => Assert.True(ReadsAgain(text, edited));

    [Fact]
    public void What_a_state_inherits_counts_for_its_fingerprint() => Assert.True(ReadsAgain("Keep(string owner) => Set(owner);", "Keep(string owner) => Set(owner.Trim());"));

    private static bool ReadsAgain(string text, string edited)
    {
        string after = Beside.Replace(text, edited, StringComparison.Ordinal);
        Assert.NotEqual(Beside, after);
        return GeneratorRun.ReadsAgain(Domain, Beside, after);
    }
}
