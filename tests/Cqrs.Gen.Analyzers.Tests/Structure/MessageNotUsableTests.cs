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

    [Theory]
    [InlineData("public sealed class Tests { private sealed record {|#0:Opened|}(int Count) : IEvent<Account>; }")]
    [InlineData("public sealed partial class Tests { private sealed record {|#0:Opened|}(int Count) : IEvent<Account>; }")]
    [InlineData("public class Tests { protected sealed record {|#0:Opened|}(int Count) : ICommand<Account>; }")]
    public Task A_message_that_its_aggregate_does_not_see_is_reported(string declaration) => DomainTest.Reports(
        declaration + Account,
        ("CQG2002", "'Tests.Opened' cannot be used as an event or command: it is private to Tests, where the code of its aggregate cannot reach it: make it internal, or declare it in its aggregate"));

    [Fact]
    public Task A_private_message_of_its_own_aggregate_is_quiet() => DomainTest.IsQuiet(
        """
        [Aggregate]
        public sealed partial class Account
        {
            private sealed record Opened(int Count) : IEvent<Account>;
            public int Count { get; private set; }
            private void Apply(Opened e) => Count = e.Count;
        }
        """);

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
