namespace Cqrs.Gen.Analyzers.Tests;

/// <summary>A small aggregate around the methods of a test.</summary>
internal static class Account
{
    /// <summary>The members of the aggregate, which must handle <c>Open</c> and apply <c>Opened</c>; state is <c>Count</c>, <c>Names</c> and <c>Codes</c>.</summary>
    public static string With(string members) => $$"""
        public sealed record Open(string Owner) : ICommand<Account>;
        [Event(Retired = true)]
        public sealed record Opened(string Owner) : IEvent<Account>;
        public interface IClock { DateTimeOffset Now { get; } Task<int> GetAsync(); }

        [Aggregate]
        public sealed partial class Account
        {
            public int Count { get; private set; }
            public List<string> Names { get; private set; } = [];
            private int[] Codes = new int[1];

            {{members}}
        }
        """;
}
