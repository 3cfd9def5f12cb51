using System.Diagnostics;

namespace Specimens;

/// <summary>Payloads that are large in one way: neither time nor memory grows beyond their length.</summary>
public sealed class LargePayloadTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static TheoryData<string> Refused => [.. LargePayload.Refused];

    public static TheoryData<string> Accepted => [.. LargePayload.Accepted];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Is_refused(string what) => Assert.False(IsRead(what));

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Is_read(string what) => Assert.True(IsRead(what));

    private static bool IsRead(string what)
    {
        HostilePayload payload = LargePayload.Of(what);
        long start = Stopwatch.GetTimestamp();
        bool isRead = Families.Of(payload.Specimen).Withstand(payload.Bytes);
        Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "It took too long.");
        return isRead;
    }
}
