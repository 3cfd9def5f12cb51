namespace Cqrs.Gen.Testing.Tests;

internal static class Failing
{
    /// <summary>The message with which a scenario fails.</summary>
    public static string MessageOf(Action scenario) => Assert.Throws<ExpectationException>(scenario).Message;

    /// <summary>The first line of the message with which a scenario fails: what differs.</summary>
    public static string HeadlineOf(Action scenario) => MessageOf(scenario).Split('\n')[0];
}
