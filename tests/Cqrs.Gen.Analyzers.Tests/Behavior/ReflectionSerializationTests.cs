namespace Cqrs.Gen.Analyzers.Tests;

public sealed class ReflectionSerializationTests
{
    [Theory]
    [InlineData("JsonSerializer.Serialize(new Deposited(1))", "Serialize", "Deposited", "pass the JsonOptions of its module")]
    [InlineData("JsonSerializer.Deserialize<Deposit>(\"{}\")", "Deserialize", "Deposit", "use CommandJson, or pass the JsonOptions of its module")]
    [InlineData("JsonSerializer.Deserialize<ICommand<Account>>(\"{}\")", "Deserialize", "ICommand<Account>", "use CommandJson, or pass the JsonOptions of its module")]
    [InlineData("JsonSerializer.SerializeToUtf8Bytes<Deposited[]>([])", "SerializeToUtf8Bytes", "Deposited", "pass the JsonOptions of its module")]
    [InlineData("JsonSerializer.Serialize(new List<Deposited>(), new JsonSerializerOptions())", "Serialize", "Deposited", "pass the JsonOptions of its module")]
    [InlineData("JsonSerializer.Serialize(new Deposited(1), new JsonSerializerOptions { WriteIndented = true })", "Serialize", "Deposited", "pass the JsonOptions of its module")]
    [InlineData("JsonSerializer.Serialize(new Deposited(1), JsonSerializerOptions.Web)", "Serialize", "Deposited", "pass the JsonOptions of its module")]
    [InlineData("JsonSerializer.Serialize(new Deposited(1), (JsonSerializerOptions?)null)", "Serialize", "Deposited", "pass the JsonOptions of its module")]
    [InlineData("JsonSerializer.Serialize<object>(new Deposit(1))", "Serialize", "Deposit", "use CommandJson, or pass the JsonOptions of its module")]
    [InlineData("JsonSerializer.Serialize((object)new Deposit(1), new Deposit(2).GetType())", "Serialize", "Deposit", "use CommandJson, or pass the JsonOptions of its module")]
    [InlineData("JsonSerializer.Deserialize(\"{}\", typeof(Account))", "Deserialize", "Account", "its state is read through IAggregateReader")]
    public Task A_call_that_reflects_on_the_domain_is_reported(string call, string method, string type, string wayOut) => DomainTest.Reports(
        With("{|#0:" + call + "|}"),
        ("CQG1107", $"JsonSerializer.{method} looks at '{type}' by reflection, which a native binary cannot do and which knows nothing of its rules; {wayOut}"));

    [Theory]
    [InlineData("JsonSerializer.Serialize(new int[1])")]
    [InlineData("JsonSerializer.Serialize(new Deposited(1), (System.Text.Json.Serialization.Metadata.JsonTypeInfo<Deposited>)null!)")]
    [InlineData("JsonSerializer.Serialize(new Deposited(1), Options.JsonOptions)")]
    [InlineData("JsonSerializer.Serialize(new Deposited(1), TestProject.TestProjectModule.JsonOptions)")]
    [InlineData("JsonSerializer.Serialize<object>(new Deposited(1), Configured)")]
    [InlineData("JsonSerializer.Serialize(new Deposited(1), new JsonSerializerOptions { TypeInfoResolver = Options.JsonOptions.TypeInfoResolver })")]
    [InlineData("JsonSerializer.Serialize(new Deposited(1), new JsonSerializerOptions(Configured))")]
    [InlineData("JsonSerializer.Serialize<object>(\"text\")")]
    public Task A_call_for_other_types_or_with_their_metadata_is_quiet(string call) => DomainTest.IsQuiet(With(call));

    private static string With(string call) => $$"""
        using System.Text.Json;

        public sealed record Deposit(int Amount) : ICommand<Account>;
        public sealed record Deposited(int Amount) : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            Deposited Handle(Deposit c) => new(c.Amount);
            void Apply(Deposited e) { }
        }

        public sealed class Options : IModule
        {
            public static JsonSerializerOptions JsonOptions => new();
            static string IModule.ModuleName => "";
            static void IModule.Accept(IModuleVisitor visitor) { }
        }

        public static class Program
        {
            private static readonly JsonSerializerOptions Configured = new(Options.JsonOptions);

            public static object? Run() => {{call}};
        }
        """;
}
