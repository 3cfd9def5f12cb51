namespace Cqrs.Gen.Analyzers.Tests;

public sealed class MessageNotUsableTests
{
    private const string Account = "\n[Aggregate] public sealed partial class Account;";

    [Theory]
    [InlineData("public sealed record {|#0:Opened|}<T> : IEvent<Account>;", "Opened<T>", "it is generic, so it has no single persisted shape")]
    [InlineData("public sealed record {|#0:Open|}<T> : ICommand<Account>;", "Open<T>", "it is generic, so it has no single persisted shape")]
    [InlineData("file sealed record {|#0:Opened|} : IEvent<Account>;", "Opened", "it is local to its file, where generated code cannot name it")]
    public Task A_message_that_generated_code_cannot_name_is_reported(string declaration, string name, string reason) =>
        DomainTest.Reports(declaration + Account, ("CQG2002", $"'{name}' cannot be used as an event or command: {reason}"));

    [Fact]
    public Task A_generic_base_of_messages_is_quiet() => DomainTest.IsQuiet(
        """
        public abstract record Changed<T>(T Value) : IEvent<Account>;
        public sealed record Renamed(string Value) : Changed<string>(Value);

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Renamed e) { }
        }
        """);
}
