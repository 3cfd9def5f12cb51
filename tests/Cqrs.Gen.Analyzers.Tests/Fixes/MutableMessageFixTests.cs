using Cqrs.Gen.CodeFixes;

namespace Cqrs.Gen.Analyzers.Tests;

public sealed class MutableMessageFixTests
{
    [Fact]
    public Task Messages_become_immutable() => FixTest<MutableMessageFix>.Fixes(
        """
        public sealed record Opened : IEvent<Account>
        {
            public int {|CQG2004:Total|} { get; set; }
            public int {|CQG2004:Limit|} { get; set; } = 3;
        }

        public record struct {|CQG2004:Closed|}(string Reason) : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
            void Apply(Closed e) { }
        }
        """,
        """
        public sealed record Opened : IEvent<Account>
        {
            public int Total { get; init; }
            public int Limit { get; init; } = 3;
        }

        public readonly record struct Closed(string Reason) : IEvent<Account>;

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
            void Apply(Closed e) { }
        }
        """,
        iterations: 3);

    [Fact]
    public Task A_setter_that_an_interface_asks_for_stays() => FixTest<MutableMessageFix>.OffersNothing("""
        public interface ICounted { int Count { get; set; } }

        public sealed record Opened : IEvent<Account>, ICounted
        {
            public int {|CQG2004:Count|} { get; set; }
        }

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
        }
        """);
}
