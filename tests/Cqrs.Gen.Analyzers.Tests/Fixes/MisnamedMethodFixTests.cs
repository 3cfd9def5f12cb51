using Cqrs.Gen.CodeFixes;

namespace Cqrs.Gen.Analyzers.Tests;

public sealed class MisnamedMethodFixTests
{
    [Fact]
    public Task Methods_and_their_uses_are_renamed() => FixTest<MisnamedMethodFix>.Fixes(
        """
        public sealed record {|CQG3001:Open|} : ICommand<Account>;
        public sealed record {|CQG2001:Opened|} : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            /// <summary>Opens it.</summary>
            Opened {|CQG1007:HandleOpen|}(Open c) => new();

            void {|CQG1007:When|}(Opened e) { }

            internal void Test() => When(HandleOpen(new()));
        }
        """,
        """
        public sealed record Open : ICommand<Account>;
        public sealed record Opened : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            /// <summary>Opens it.</summary>
            Opened Handle(Open c) => new();

            void Apply(Opened e) { }

            internal void Test() => Apply(Handle(new()));
        }
        """,
        iterations: 2);
}
