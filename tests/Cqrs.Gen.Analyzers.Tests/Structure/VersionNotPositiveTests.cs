namespace Cqrs.Gen.Analyzers.Tests;

public sealed class VersionNotPositiveTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public Task A_version_below_1_is_reported(int version) => DomainTest.Reports(
        With($"[Event(Version = {version})] public sealed record {{|#0:Opened|}} : IEvent<Account>;"),
        ("CQG5006", $"The version {version} of the event 'Opened' is less than 1, so no store would take the event; versions count from 1"));

    [Theory]
    [InlineData("[Event(Version = 1)] public sealed record Opened : IEvent<Account>;")]
    [InlineData("[Event(\"opened\", Version = 2)] public sealed record Opened : IEvent<Account>;")]
    [InlineData("public sealed record Opened : IEvent<Account>;")]
    public Task A_version_from_1_upwards_is_quiet(string e) => DomainTest.IsQuiet(With(e));

    private static string With(string e) => $$"""
        {{e}}

        [Aggregate]
        public sealed partial class Account
        {
            void Apply(Opened e) { }
        }
        """;
}
