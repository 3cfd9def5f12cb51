using Cqrs.Gen.CodeFixes;

namespace Cqrs.Gen.Analyzers.Tests;

public sealed class MutableStateFixTests
{
    [Fact]
    public Task Setters_become_private() => FixTest<MutableStateFix>.Fixes(
        """
        [Aggregate]
        public sealed partial class Account
        {
            public int {|CQG1009:Total|} { get; set; }

            public string? {|CQG1009:Owner|}
            {
                get;
                // Set by Apply.
                internal set;
            }
        }
        """,
        """
        [Aggregate]
        public sealed partial class Account
        {
            public int Total { get; private set; }

            public string? Owner
            {
                get;
                // Set by Apply.
                private set;
            }
        }
        """,
        iterations: 2);

    [Fact]
    public Task A_setter_that_must_be_there_stays() => FixTest<MutableStateFix>.OffersNothing("""
        public interface INamed { string Name { get; set; } }

        [Aggregate]
        public sealed partial class Account : INamed
        {
            public required string {|CQG1009:Owner|} { get; set; }
            public string {|CQG1009:Name|} { get; set; } = "";
        }
        """);
}
