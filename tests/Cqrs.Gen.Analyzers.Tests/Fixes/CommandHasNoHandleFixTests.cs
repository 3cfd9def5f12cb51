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

    [Fact]
    public Task No_Handle_is_written_beside_one_that_is_misspelt() => FixTest<CommandHasNoHandleFix>.Fixes(
        """
        public sealed record {|CQG3001:Open|} : ICommand<Account>;
        public sealed record {|CQG3001:Close|} : ICommand<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            Decision<Account> {|CQG1007:Handel|}(Open c) => [];
        }
        """,
        """
        public sealed record {|CQG3001:Open|} : ICommand<Account>;
        public sealed record Close : ICommand<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            Decision<Account> {|CQG1007:Handel|}(Open c) => [];
            Decision<Account> Handle(Close c) => throw new NotImplementedException();
        }
        """);
}
