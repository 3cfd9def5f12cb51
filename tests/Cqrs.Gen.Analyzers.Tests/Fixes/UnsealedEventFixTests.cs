using Cqrs.Gen.CodeFixes;

namespace Cqrs.Gen.Analyzers.Tests;

public sealed class UnsealedEventFixTests
{
    [Fact]
    public Task Events_become_sealed() => FixTest<UnsealedEventFix>.Fixes(
        """
        public sealed record Close : ICommand<Account>;
        public record {|CQG2006:Closed|} : IEvent<Account>;
        public partial class {|CQG2006:Lost|} : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            Decision<Account> Handle(Close c) => [new Closed(), new Lost()];
            void Apply(Closed e) { }
            void Apply(Lost e) { }
        }
        """,
        """
        public sealed record Close : ICommand<Account>;
        public sealed record Closed : IEvent<Account>;
        public sealed partial class Lost : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            Decision<Account> Handle(Close c) => [new Closed(), new Lost()];
            void Apply(Closed e) { }
            void Apply(Lost e) { }
        }
        """,
        iterations: 2);
}
