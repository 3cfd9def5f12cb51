using Cqrs.Gen.CodeFixes;

namespace Cqrs.Gen.Analyzers.Tests;

public sealed class CommandHasNoHandleFixTests
{
    [Fact]
    public Task A_Handle_is_written_after_the_others() => FixTest<CommandHasNoHandleFix>.Fixes(
        """
        namespace Bank
        {
            public interface IAccount;
            public sealed record Open : ICommand<IAccount>;
            public sealed record {|CQG3001:Close|}(string Reason) : ICommand<IAccount>;
            public sealed record {|CQG3001:Freeze|} : ICommand<IAccount>;

            [Aggregate(Contract = typeof(IAccount))]
            public sealed partial class Account
            {
                internal static Decision<IAccount> Handle(Open c) => [];
            }
        }
        """,
        """
        namespace Bank
        {
            public interface IAccount;
            public sealed record Open : ICommand<IAccount>;
            public sealed record Close(string Reason) : ICommand<IAccount>;
            public sealed record Freeze : ICommand<IAccount>;

            [Aggregate(Contract = typeof(IAccount))]
            public sealed partial class Account
            {
                internal static Decision<IAccount> Handle(Open c) => [];
                internal Decision<IAccount> Handle(Close c) => throw new NotImplementedException();
                internal Decision<IAccount> Handle(Freeze c) => throw new NotImplementedException();
            }
        }
        """,
        iterations: 2);
}
