using Cqrs.Gen.CodeFixes;

namespace Cqrs.Gen.Analyzers.Tests;

public sealed class NotPartialFixTests
{
    [Fact]
    public Task Types_become_partial_and_keep_their_comments() => FixTest<NotPartialFix>.Fixes(
        """
        // The bank.
        public static class {|CQG1001:Bank|}
        {
            /// <summary>An account.</summary>
            [Aggregate]
            public sealed partial class Account;
        }

        [Aggregate]
        class {|CQG1001:Safe|};

        [Aggregate]
        internal sealed record {|CQG1001:Deposit|};
        """,
        """
        // The bank.
        public static partial class Bank
        {
            /// <summary>An account.</summary>
            [Aggregate]
            public sealed partial class Account;
        }

        [Aggregate]
        partial class Safe;

        [Aggregate]
        internal sealed partial record Deposit;
        """,
        iterations: 3);
}
