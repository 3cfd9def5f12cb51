namespace Cqrs.Gen.Architecture.Tests;

internal static class Findings
{
    /// <summary>Fails with every finding, one a line.</summary>
    public static void AreNone(IEnumerable<string> findings)
    {
        string[] all = [.. findings];
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
